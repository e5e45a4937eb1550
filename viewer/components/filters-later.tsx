/** The filters, loaded when they are opened. */
import { later } from "./later.js";

export const FilterPanel = later(
  () => import("./filter-panel.js").then(({ FilterPanel }) => FilterPanel),
  ({ filtering }) => filtering.value,
);

export const FilterGroups = later(
  () => import("./filter-panel.js").then(({ FilterGroups }) => FilterGroups),
  () => true,
);
