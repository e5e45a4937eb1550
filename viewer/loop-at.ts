/** One loop of a graph by its id, without searching for all of them. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { flowsOfLeg, type LegFlow, type LegGraph } from "../src/graph/legs.js";
import { describeLoop, type Loop } from "../src/loops/loop.js";

/** The loop through these entities, or null when one of its legs is not in the graph. */
export function loopAt(graph: CapitalGraph, legs: LegGraph, id: string): Loop | null {
  const entities = id.split(">");
  const flows = entities.map((from, i) =>
    flowsBetween(legs, from, entities[(i + 1) % entities.length] ?? ""),
  );
  if (flows.some((leg) => leg.length === 0)) return null;
  return describeLoop(entities, flows, (entity) => graph.getNodeAttribute(entity, "kind"), id);
}

/** The flows of the leg from one entity to another; none when there is no such leg. */
export function flowsBetween(legs: LegGraph, from: string, to: string): readonly LegFlow[] {
  const payer = legs.indexOf.get(from);
  const payee = legs.indexOf.get(to);
  if (payer === undefined || payee === undefined) return [];
  const end = legs.start[payer + 1] ?? 0;
  for (let leg = legs.start[payer] ?? 0; leg < end; leg++) {
    if (legs.target[leg] === payee) return flowsOfLeg(legs, leg);
  }
  return [];
}
