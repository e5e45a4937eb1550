/** The filters of a view: what the graph is made by, and a text that changes only when they do. */
import { facetsOf, NO_FACETS } from "./facets.js";
import type { Filter } from "./filtered.js";
import { FIRST_VIEW, formatView, type ViewState } from "./url.js";

/** No filter at all; the day is one too. */
export const NO_FILTER = {
  asOf: FIRST_VIEW.asOf,
  firm: FIRST_VIEW.firm,
  hidden: FIRST_VIEW.hidden,
  ...NO_FACETS,
} satisfies Partial<ViewState>;

/** All but the day. */
export function filterOf(view: ViewState): Omit<Filter, "asOf"> {
  return { firm: view.firm, hidden: view.hidden, facets: facetsOf(view) };
}

/** Empty where nothing is filtered; the day is left out. */
export function filterKey(view: ViewState): string {
  const { firm, hidden } = view;
  return formatView({ ...FIRST_VIEW, firm, hidden, ...facetsOf(view) });
}

/** The same for the facets alone. */
export function facetsKey(view: ViewState): string {
  return formatView({ ...FIRST_VIEW, ...facetsOf(view) });
}
