/** The stories, loaded when one is looked for or told. */
import { openDialog } from "../dialogs.js";
import { later } from "./later.js";

export const StoryList = later(
  () => import("../stories/list.js").then(({ StoryList }) => StoryList),
  () => openDialog.value === "stories",
);
