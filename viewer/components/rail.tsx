/** The left side: what the picture says, the loops, and the legend that is the filter. */
import { useState } from "preact/hooks";
import { NO_FILTER } from "../filter-of.js";
import type { Explorer } from "../state.js";
import { LOOP_WORDS } from "../text/loop-words.js";
import { text } from "../text/text.js";
import { ORDERS, type Order } from "../url.js";
import { FilterChips } from "./filter-chips.js";
import { FilterPanel } from "./filters-later.js";
import { Headline } from "./headline.js";
import { Legend } from "./legend.js";
import { LoopList } from "./loop-list.js";

export function Rail({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.list;
  const [listOnly, setListOnly] = useState(false);
  const { count, isNone } = explorer.shown.value.loops;
  if (explorer.filtering.value) {
    return (
      <div class="rail">
        <h1 class="hidden-words">{text.value.head.title(count)}</h1>
        <FilterPanel explorer={explorer} />
      </div>
    );
  }
  return (
    <div class={listOnly ? "rail list-only" : "rail"}>
      <Headline explorer={explorer} />
      {/* Where nothing goes round, they stand in the picture. */}
      {!isNone && <FilterChips explorer={explorer} />}
      <LoopListHead explorer={explorer} isEmpty={isNone} />
      <LoopList explorer={explorer} />
      {isNone ? (
        <button type="button" class="more" onClick={() => explorer.go(NO_FILTER)}>
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

interface LoopListHeadProps {
  readonly explorer: Explorer;
  readonly isEmpty: boolean;
}

export function LoopListHead({ explorer, isEmpty }: LoopListHeadProps) {
  const t = text.value.list;
  const words = LOOP_WORDS[text.value.language];
  const { own } = explorer;
  return (
    <>
      <div class="list-head">
        <h2>{isEmpty ? t.misses : words.loops}</h2>
        {!isEmpty && (
          <select
            class="order"
            aria-label={words.order}
            value={explorer.view.value.order}
            onChange={({ currentTarget }) => explorer.go({ order: currentTarget.value as Order })}
          >
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {words.orders[order]}
              </option>
            ))}
          </select>
        )}
        <span class="note">{t.amount}</span>
      </div>
      {own !== undefined && <own.parts.SearchNote explorer={explorer} />}
    </>
  );
}
