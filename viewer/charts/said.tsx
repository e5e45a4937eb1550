/** Words that are the reader's own, or the facts' and marked so. */
import { OnFile } from "../components/on-file.js";
import type { Said as Words } from "./figure-words.js";

export function Said({ said: { words, isOnFile } }: { readonly said: Words }) {
  return isOnFile ? <OnFile>{words}</OnFile> : words;
}
