/** What is said over the picture: that it settles still, and that so many lines are drawn in a plainer way. */
import type { FunctionComponent } from "preact";
import type { OwnPartProps } from "../state.js";
import { OWN_WORDS } from "../text/own.js";
import { text } from "../text/text.js";
import type { Cloud } from "./cloud.js";

/** The part for one picture; for a wheel there is nothing to say. */
export function overStage(cloud: Cloud | null): FunctionComponent<OwnPartProps> {
  return ({ explorer }) => {
    const words = OWN_WORDS[text.value.language];
    const share = cloud?.settling.value ?? null;
    const isLarge = explorer.own?.isLarge === true;
    if (share === null && !isLarge) return null;
    return (
      <div class="own-over">
        {isLarge && <p class="note">{words.large}</p>}
        {share !== null && (
          <p>
            <progress aria-label={words.settling} max={1} value={share} />
            <button type="button" class="link" onClick={() => cloud?.stop()}>
              {words.stopSettling}
            </button>
          </p>
        )}
      </div>
    );
  };
}
