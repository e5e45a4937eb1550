/** Whom each entity pays, partner by partner. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { LegFlow } from "../graph/legs.js";
import { compareIds } from "../model/ids.js";

/** Another entity, and every flow to it. */
export interface Partner {
  readonly id: string;
  /** In the order of their ids. */
  readonly flows: readonly LegFlow[];
}

/** Every payer with its payees, both in the order of their ids; what an entity pays itself is left out. */
export function partnersOf(graph: CapitalGraph): ReadonlyMap<string, readonly Partner[]> {
  const partners = new Map<string, Map<string, LegFlow[]>>();
  for (const key of graph.edges().sort(compareIds)) {
    const [from, to] = graph.extremities(key);
    if (from === to) continue;
    const payees = partners.get(from) ?? new Map<string, LegFlow[]>();
    const flows = payees.get(to) ?? [];
    flows.push({ id: key, ...graph.getEdgeAttributes(key) });
    partners.set(from, payees.set(to, flows));
  }
  const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => compareIds(a, b));
  return new Map(
    inOrder(partners).map(([payer, payees]) => [
      payer,
      inOrder(payees).map(([id, flows]) => ({ id, flows })),
    ]),
  );
}
