/** Nothing goes round: which filters hide the loops, each to be taken off, and one way back to all. */
import { activeFilters } from "../active-filters.js";
import { NO_FILTER } from "../filter-of.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Icon } from "./icons.js";

export function Empty({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.empty;
  const filters = activeFilters(explorer.view.value, text.value);
  return (
    <div class="empty">
      <h2>{t.title}</h2>
      <p>{filters.length === 0 ? t.noFilter : t.text(filters.length)}</p>
      <ul class="chips">
        {filters.map(({ name, without }) => (
          <li key={name} class="chip">
            {name}
            <button type="button" aria-label={t.remove(name)} onClick={() => explorer.go(without)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {filters.length > 0 && (
        <button type="button" class="button" onClick={() => explorer.go(NO_FILTER)}>
          {t.reset}
        </button>
      )}
    </div>
  );
}
