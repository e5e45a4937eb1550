/** In place of the link to copy: nobody else has the file. */
import { OWN_WORDS } from "../text/own.js";
import { text } from "../text/text.js";

export function LinkNote() {
  return <span class="note">{OWN_WORDS[text.value.language].link}</span>;
}
