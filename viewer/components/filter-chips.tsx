/** The filters in force as chips: each says what it hides and can be taken off; one press takes off all. */
import { activeFilters, hiddenBy } from "../active-filters.js";
import { NO_FILTER } from "../filter-of.js";
import type { Explorer } from "../state.js";
import { FILTER_WORDS } from "../text/filter-words.js";
import { text } from "../text/text.js";
import { Icon } from "./icons.js";

export function FilterChips({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = FILTER_WORDS[t.language];
  const filters = activeFilters(explorer.view.value, t);
  if (filters.length === 0) return null;
  const hidden = explorer.everything.value.deals - explorer.shown.value.deals;
  return (
    <div class="active-filters">
      <ul class="chips" aria-label={words.active}>
        {filters.map((filter) => {
          const hides = hiddenBy(filter, explorer);
          return (
            <li key={filter.name} class="chip">
              {filter.name}
              {hides > 0 && (
                <span class="chip-count">
                  <span aria-hidden="true">−{hides}</span>
                  <span class="hidden-words">{words.hides(hides)}</span>
                </span>
              )}
              <button
                type="button"
                aria-label={t.empty.remove(filter.name)}
                title={t.empty.remove(filter.name)}
                onClick={() => explorer.go(filter.without)}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <p>
        {hidden > 0 && <span class="note">{words.hidden(hidden)}</span>}{" "}
        <button type="button" class="link" onClick={() => explorer.go(NO_FILTER)}>
          {t.empty.reset}
        </button>
      </p>
    </div>
  );
}
