/** How far the search for loops has come, and what can be done about it. */

import type { OwnPartProps } from "../state.js";
import { OWN_WORDS } from "../text/own.js";
import { text } from "../text/text.js";
import { LaterLoops } from "./later-loops.js";

export function SearchNote({ explorer }: OwnPartProps) {
  const words = OWN_WORDS[text.value.language];
  const loops = explorer.listed.value;
  if (!(loops instanceof LaterLoops)) return null;
  const { count, goes, complete, rests, listed } = loops.state.value;
  const found = goes
    ? words.searching(count)
    : complete
      ? words.complete
      : rests === "time"
        ? words.timeUp(count)
        : words.stopped(count);
  return (
    <p class="own-search note">
      <span role="status">
        {found}
        {!goes && listed < count && ` ${words.listed(listed)}`}
      </span>
      {!complete && (
        <button
          type="button"
          class="link"
          onClick={() => (goes ? loops.control.stop() : loops.control.goOn())}
        >
          {goes ? words.stopSearch : words.goOn}
        </button>
      )}
    </p>
  );
}
