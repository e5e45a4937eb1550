/** The paths that a view asks for: between whom, and which there are. */
import type { LegGraph } from "../src/graph/legs.js";
import { findPaths, type PathSearch } from "../src/loops/paths.js";
import { currentId } from "../src/model/redirects.js";
import type { Explorer } from "./state.js";
import type { OpenEnds, ViewState } from "./url.js";

/** A search this long has its reader waiting: it is given up, with what was found by then. */
const BUDGET_MS = 2000;

/** Between whom: as the address says, else the ends of the path that is chosen. Ids are those of today. */
export function pathEnds({ facts, view }: Explorer): OpenEnds {
  const { path, selection } = view.value;
  if (path.from === null && path.to === null && selection?.type === "path") return endsOf(selection.id);
  const today = (id: string | null) =>
    id === null ? null : currentId(facts.dataset.redirects, "entities", id);
  return { from: today(path.from), to: today(path.to) };
}

/** The payer and the payee of a path. */
export function endsOf(id: string): OpenEnds {
  const entities = id.split(">");
  return { from: entities[0] ?? null, to: entities.at(-1) ?? null };
}

/** The paths from one end to the other, strongest first; null where an end is open, not there, or both are one. */
export function pathsBetween(legs: LegGraph, { from, to }: OpenEnds, maxLength: number): PathSearch | null {
  if (from === null || to === null || from === to) return null;
  if (!legs.indexOf.has(from) || !legs.indexOf.has(to)) return null;
  return findPaths(legs, from, to, { maxLength, budgetMs: BUDGET_MS });
}

/** What a change of the ends makes of the view: a path between others is no longer chosen. */
export function withEnds(ends: OpenEnds, { selection }: ViewState): Partial<ViewState> {
  return selection?.type === "path" ? { path: ends, selection: null } : { path: ends };
}
