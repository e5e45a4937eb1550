/** A loop's legs as the stage plays them: each with its amount in words. */
import { legAmountUsd } from "../src/graph/legs.js";
import { legsOfLoop } from "./highlight.js";
import { flowsBetween } from "./loop-at.js";
import type { Shown } from "./shown.js";
import type { PlayedLeg } from "./stage/scene.js";
import type { Text } from "./text/en.js";

export function playedLegs(loop: string, legs: Shown["legs"], text: Text): readonly PlayedLeg[] {
  return legsOfLoop(loop).map((edge) => {
    const [from = "", to = ""] = edge.split(">");
    const usd = legAmountUsd(flowsBetween(legs, from, to));
    return { edge, amount: usd === null ? text.notDisclosed : text.usd(usd) };
  });
}
