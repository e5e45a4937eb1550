/** The left side: what the picture says, the loops, and the legend that is the filter. */
import { useState } from "preact/hooks";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { FIRST_VIEW } from "../url.js";
import { Headline } from "./headline.js";
import { Legend } from "./legend.js";
import { LoopList } from "./loop-list.js";

export function Rail({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.list;
  const [listOnly, setListOnly] = useState(false);
  const { count } = explorer.shown.value.loops;
  const { asOf, firm, hidden } = FIRST_VIEW;
  return (
    <div class={listOnly ? "rail list-only" : "rail"}>
      <Headline explorer={explorer} />
      <LoopListHead isEmpty={count === 0} />
      <LoopList explorer={explorer} />
      {count === 0 ? (
        <button type="button" class="more" onClick={() => explorer.go({ asOf, firm, hidden })}>
          {t.showAll(explorer.everything.value.loops.count)}
        </button>
      ) : (
        <button type="button" class="more" aria-expanded={listOnly} onClick={() => setListOnly(!listOnly)}>
          {listOnly ? t.fewer : t.all(count)}
        </button>
      )}
      <Legend explorer={explorer} />
    </div>
  );
}

export function LoopListHead({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = text.value.list;
  return (
    <div class="list-head">
      <h2>{isEmpty ? t.misses : t.title}</h2>
      <span class="note">{t.amount}</span>
    </div>
  );
}
