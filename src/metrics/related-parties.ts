/** What makes two entities related parties: control, or votes held. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { firstDay, lastDay } from "../model/dates.js";

/** A share of votes that one party holds of another, as some document states it. */
export interface Holding {
  readonly holder: string;
  readonly held: string;
  /** 0 to 1. */
  readonly share: number;
}

/** Above the first, parties are related (ASC 850); from the second on, the equity method is presumed. */
const RELATED = 0.1;
const EQUITY_METHOD = 0.2;

/** How control ties two entities on the graph's day, in words; null where it does not. */
export function controlTie(
  graph: CapitalGraph,
  a: string,
  b: string,
  nameOf: (id: string) => string,
): string | null {
  const asOf = graph.getAttribute("asOf");
  const owners = (id: string) =>
    graph
      .getNodeAttribute(id, "parents")
      .filter(
        ({ from, to }) => (from === null || firstDay(from) <= asOf) && (to === null || lastDay(to) >= asOf),
      )
      .map(({ entity }) => entity);
  for (const [parent, child] of [
    [a, b],
    [b, a],
  ] as const)
    if (owners(child).includes(parent)) return `${nameOf(parent)} is a parent of ${nameOf(child)}`;
  const shared = owners(a).find((parent) => owners(b).includes(parent));
  if (shared === undefined) return null;
  return `both belong to ${graph.hasNode(shared) ? nameOf(shared) : shared}`;
}

/** How a holding ties two entities, in words; null where none is large enough. */
export function holdingTie(
  holdings: readonly Holding[],
  a: string,
  b: string,
  nameOf: (id: string) => string,
): string | null {
  const row = holdings.find(
    ({ holder, held, share }) =>
      share > RELATED && ((holder === a && held === b) || (holder === b && held === a)),
  );
  if (row === undefined) return null;
  const percent = `${Math.round(row.share * 1000) / 10}%`;
  const method = row.share >= EQUITY_METHOD ? ", enough for the equity method" : "";
  return `${nameOf(row.holder)} holds ${percent} of the votes of ${nameOf(row.held)}${method}`;
}
