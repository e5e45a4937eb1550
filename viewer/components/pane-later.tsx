/** The table, the timeline and the matrix, each loaded when it is looked at. */
import { later } from "./later.js";

export const Table = later(
  () => import("../panes/table.js").then(({ Table }) => Table),
  ({ view }) => view.value.pane === "table",
);
export const Timeline = later(
  () => import("../panes/timeline.js").then(({ Timeline }) => Timeline),
  ({ view }) => view.value.pane === "timeline",
);
export const Matrix = later(
  () => import("../panes/matrix.js").then(({ Matrix }) => Matrix),
  ({ view }) => view.value.pane === "matrix",
);
