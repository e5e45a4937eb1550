/** Where sources disagree over a figure: all sides are told, each with where it comes from. */
import { OnFile } from "../components/on-file.js";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import type { ConflictSide } from "./chart-rows.js";
import { Said } from "./said.js";
import { SourceLinks } from "./source-links.js";

/** Each disagreement once, however many of its sides are at hand. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly (readonly ConflictSide[])[] }) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  const told = new Map(conflicts.flatMap((sides) => (sides[0] === undefined ? [] : [[sides[0].id, sides]])));
  return (
    <>
      {[...told].map(([first, sides]) => (
        <p key={first} class="chart-differs">
          <b>{words.differ}</b>{" "}
          {sides.map(({ id, period, figure, what, sources }, i) => (
            <span key={id}>
              {i > 0 && words.sides}
              <Said said={period} />
              {t.colon}
              <Said said={figure} />{" "}
              {what !== null && (
                <>
                  <OnFile>{what}</OnFile>{" "}
                </>
              )}
              (<SourceLinks sources={sources} />)
            </span>
          ))}
          {words.end}
          {words.differHow}
        </p>
      ))}
    </>
  );
}
