/** The legs of a chosen loop or path as the stage plays them: each with its amount in words. */
import { legAmountUsd } from "../src/graph/legs.js";
import { legsOfRoute } from "./highlight.js";
import { flowsBetween } from "./loop-at.js";
import type { Shown } from "./shown.js";
import type { PlayedLeg } from "./stage/scene.js";
import type { Text } from "./text/en.js";
import type { Selection } from "./url.js";

/** None of what is neither. */
export function playedLegs(chosen: Selection | null, legs: Shown["legs"], text: Text): readonly PlayedLeg[] {
  return legsOfRoute(chosen).map((edge) => {
    const [from = "", to = ""] = edge.split(">");
    const usd = legAmountUsd(flowsBetween(legs, from, to));
    return { edge, amount: usd === null ? text.notDisclosed : text.usd(usd) };
  });
}
