/** A leg on its way to being a line, and what all lines share. */
import type { LegFlow } from "../src/graph/legs.js";
import { type Firmness, firmnessRank } from "../src/model/status.js";
import type { Curve } from "./stage/scene.js";

/** Paint order, lowest first. */
export const LAYERS = { rim: 0, weak: 1, loop: 2, lead: 3, chosen: 4 } as const;
/** The ids of lines that are single flows begin so; the others are legs, `from>to`. */
export const FLOW_LINE = "flow:";

/** A leg as it is about to be drawn. */
export interface DrawnLeg {
  readonly from: string;
  readonly to: string;
  readonly amountUsd: number | null;
  readonly flows: readonly LegFlow[];
  readonly curve: Curve;
}

/** A leg is as firm as its firmest deal. */
export function firmestOf(flows: readonly LegFlow[]): Firmness {
  return flows.reduce<Firmness>(
    (firmest, { firmness }) => (firmnessRank(firmness) > firmnessRank(firmest) ? firmness : firmest),
    "reported",
  );
}
