/** The loop or path a card is about: from the view, or where a day or filter hides it, from all facts. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { type Leg, type LegGraph, legOf, legsOf } from "../src/graph/legs.js";
import { viewGraph } from "../src/graph/view.js";
import { bottleneckUsd, firmnessOf, type Loop } from "../src/loops/loop.js";
import type { Firmness } from "../src/model/status.js";
import { legsOfPath } from "./highlight.js";
import { flowsBetween, loopAt } from "./loop-at.js";
import type { Explorer } from "./state.js";

export interface ChosenLoop {
  readonly loop: Loop;
  /** The legs it was found in. */
  readonly legs: LegGraph;
}

export interface ChosenPath {
  readonly path: { readonly legs: readonly Leg[]; readonly bottleneckUsd: number | null };
  readonly firmness: Firmness;
  readonly undisclosedLegs: number;
  /** The legs it was found in. */
  readonly legs: LegGraph;
}

/** The loop, as `firstView` finds it; null when no facts make it. */
export function chosenLoop(explorer: Explorer, id: string): ChosenLoop | null {
  return firstView(explorer, (graph, legs) => {
    const loop = loopAt(graph, legs, id);
    return loop === null ? null : { loop, legs };
  });
}

/** The path, as `firstView` finds it; null when no facts make it. */
export function chosenPath(explorer: Explorer, id: string): ChosenPath | null {
  return firstView(explorer, (_graph, graphLegs) => {
    const flows = legsOfPath(id).map((leg) => {
      const [from = "", to = ""] = leg.split(">");
      return { from, to, flows: flowsBetween(graphLegs, from, to) };
    });
    if (flows.some((leg) => leg.flows.length === 0)) return null;
    const legs = flows.map(({ from, to, flows: own }) => legOf(from, to, own));
    return {
      path: { legs, bottleneckUsd: bottleneckUsd(legs) },
      firmness: firmnessOf(flows.map((leg) => leg.flows)),
      undisclosedLegs: legs.filter(({ amountUsd }) => amountUsd === null).length,
      legs: graphLegs,
    };
  });
}

/** What is found in the view, else on the last day, else among deals that ended. */
function firstView<Found>(
  { shown, everything, facts, lastDay }: Explorer,
  find: (graph: CapitalGraph, legs: LegGraph) => Found | null,
): Found | null {
  for (const { graph, legs } of [shown.value, everything.value]) {
    const found = find(graph, legs);
    if (found !== null) return found;
  }
  const ever = viewGraph(facts.graph, { asOf: lastDay, status: "all" });
  return find(ever, legsOf(ever));
}
