/** What the picture says, in one sentence and one more. */
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

export function Headline({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.head;
  const { own } = explorer;
  const { loops, deals, graph, circling } = explorer.shown.value;
  const isEmpty = loops.isNone;
  if (own !== undefined) return <own.parts.Headline explorer={explorer} />;
  return (
    <div class="head">
      <h1>{t.title(loops.count)}</h1>
      <p class="head-sentence">
        {isEmpty
          ? t.none(explorer.everything.value.loops.count)
          : t.sentence(deals, graph.order, circling.size)}
      </p>
      <p class="head-short">{t.short(explorer.asOf.value, deals)}</p>
    </div>
  );
}
