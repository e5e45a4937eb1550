/** The instruments, each loaded when it is opened. */
import { later } from "./later.js";

export const WhatIf = later(
  () => import("../tools/what-if.js").then(({ WhatIf }) => WhatIf),
  ({ view }) => view.value.tool === "what-if",
);
export const Breaks = later(
  () => import("../tools/breaks.js").then(({ Breaks }) => Breaks),
  ({ view }) => view.value.tool === "breaks",
);
