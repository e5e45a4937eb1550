/** The panes' words in the language in force. */
import { PANES_WORDS, type PanesWords } from "../text/panes.js";
import { text } from "../text/text.js";

export function panesWords(): PanesWords {
  return PANES_WORDS[text.value.language];
}
