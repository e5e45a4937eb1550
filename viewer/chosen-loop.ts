/** The loop a card is about: from the view, or where a day or filter hides it, from all facts. */
import { type LegGraph, legsOf } from "../src/graph/legs.js";
import { viewGraph } from "../src/graph/view.js";
import type { Loop } from "../src/loops/loop.js";
import { loopAt } from "./loop-at.js";
import type { Explorer } from "./state.js";

export interface ChosenLoop {
  readonly loop: Loop;
  /** The legs it was found in. */
  readonly legs: LegGraph;
}

/** Looks in the view, then on the last day, then among deals that ended; null when no facts make it. */
export function chosenLoop({ shown, everything, facts, lastDay }: Explorer, id: string): ChosenLoop | null {
  for (const { graph, legs } of [shown.value, everything.value]) {
    const loop = loopAt(graph, legs, id);
    if (loop !== null) return { loop, legs };
  }
  const ever = viewGraph(facts.graph, { asOf: lastDay, status: "all" });
  const legs = legsOf(ever);
  const loop = loopAt(ever, legs, id);
  return loop === null ? null : { loop, legs };
}
