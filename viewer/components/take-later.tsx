/** Taking away, loaded when it is asked for. */
import { openDialog } from "../dialogs.js";
import { later } from "./later.js";

export const Take = later(
  () => import("../take/take.js").then(({ Take }) => Take),
  () => openDialog.value === "take",
);
