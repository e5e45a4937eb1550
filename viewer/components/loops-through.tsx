/** The loops through an entity or a deal: how many, and the strongest. */
import { useMemo } from "preact/hooks";
import type { OwnQuery } from "../own/own.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Usd } from "./amount.js";
import { ViewLink } from "./links.js";
import { loopName } from "./loop-name.js";
import { Thumbnail } from "./thumbnail.js";

interface LoopsThroughProps {
  readonly explorer: Explorer;
  readonly query: Pick<OwnQuery, "through" | "via">;
}

const ROWS = 5;

export function LoopsThrough({ explorer, query }: LoopsThroughProps) {
  const t = text.value;
  const { filter, legs } = explorer.shown.value;
  const { through: [passed] = [], via } = query;
  // A search that goes on elsewhere is told of more often than it changes.
  const found = useMemo(() => explorer.find(query), [explorer, filter, passed, via]);
  const loops = found.first(ROWS);
  const strongest = loops[0]?.bottleneckUsd ?? null;
  if (loops.length === 0 && !found.isNone) return null;
  if (loops.length === 0) return <p class="caveat">{t.deal.noLoops}</p>;
  return (
    <section>
      <h3>
        {t.deal.loops(found.count)}{" "}
        <span class="note">{strongest === null ? "" : t.entity.strongest(t.usd(strongest))}</span>
      </h3>
      <ul class="loops-through">
        {loops.map((loop) => (
          <li key={loop.id}>
            <ViewLink explorer={explorer} to={{ type: "loop", id: loop.id }} class="loop-row">
              <Thumbnail id={loop.id} layout={explorer.facts.layout} legs={legs} />
              <span class="name">{loopName(explorer, loop.id)}</span>
              <span class="amount">
                <Usd value={loop.bottleneckUsd} />
              </span>
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
