/** The forms that a list of changes is written in. */
import type { DatasetChanges } from "../model/changes.js";
import { type AtomOptions, changesToAtom } from "./changes/atom.js";
import { changesToMarkdown } from "./changes/markdown.js";

/** Every form by its name: a text from the changes between two versions. */
export const CHANGE_FORMATS = {
  markdown: (changes) => changesToMarkdown(changes),
  json: (changes) => `${JSON.stringify(changes, null, 2)}\n`,
  atom: changesToAtom,
} as const satisfies Readonly<Record<string, (changes: DatasetChanges, options: AtomOptions) => string>>;
/** One of the forms of `CHANGE_FORMATS`. */
export type ChangeFormat = keyof typeof CHANGE_FORMATS;
