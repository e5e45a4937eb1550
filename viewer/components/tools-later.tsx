/** The instruments, each loaded when it is opened. */
import type { Explorer } from "../state.js";
import { later } from "./later.js";

const WhatIf = later(
  () => import("../tools/what-if.js").then(({ WhatIf }) => WhatIf),
  ({ view }) => view.value.tool === "what-if",
);
const Paths = later(
  () => import("../tools/paths.js").then(({ Paths }) => Paths),
  ({ view }) => view.value.tool === "paths",
);
const Breaks = later(
  () => import("../tools/breaks.js").then(({ Breaks }) => Breaks),
  ({ view }) => view.value.tool === "breaks",
);

/** All of them; at most one is open. */
export function Tools({ explorer }: { readonly explorer: Explorer }) {
  return (
    <>
      <WhatIf explorer={explorer} />
      <Paths explorer={explorer} />
      <Breaks explorer={explorer} />
    </>
  );
}
