/** Nothing goes round: which filters hide the loops, each to be taken off, and one way back to all. */
import { LINE_CLASS_NAMES } from "../../src/layout/line-class.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { FIRST_VIEW, type ViewState } from "../url.js";
import { Icon } from "./icons.js";

/** The filters in force, each with what takes it off. */
function filtersOf(view: ViewState): { name: string; without: Partial<ViewState> }[] {
  const t = text.value;
  return [
    ...(view.asOf === null ? [] : [{ name: t.empty.day(view.asOf), without: { asOf: null } }]),
    ...(view.firm === "reported"
      ? []
      : [{ name: t.empty.firm(t.time.steps[view.firm]), without: { firm: FIRST_VIEW.firm } }]),
    ...LINE_CLASS_NAMES.filter((name) => view.hidden.includes(name)).map((name) => ({
      name: t.empty.hidden(t.legend.classes[name]),
      without: { hidden: view.hidden.filter((other) => other !== name) },
    })),
  ];
}

export function Empty({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.empty;
  const filters = filtersOf(explorer.view.value);
  const { asOf, firm, hidden } = FIRST_VIEW;
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
        <button type="button" class="button" onClick={() => explorer.go({ asOf, firm, hidden })}>
          {t.reset}
        </button>
      )}
    </div>
  );
}
