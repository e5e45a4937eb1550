/** A loop: a simple directed cycle of legs, and what can be said of it at a glance. */
import { type Leg, type LegFlow, legOf } from "../graph/legs.js";
import { type Day, firstDay, type PartialDay } from "../model/dates.js";
import { type Firmness, firmnessRank } from "../model/status.js";
import { type Circularity, classifyLoop, type Modifier, type PatternName } from "./patterns.js";
import { type TimeOrder, timeOrderOf } from "./time.js";

/** One loop, written from its smallest id. Amounts are US dollars; null is undisclosed. */
export interface Loop {
  /** The ids in order, joined by `>`. With parallel flows counted apart, followed by `#` and the flows. */
  readonly id: string;
  readonly length: number;
  readonly entities: readonly string[];
  readonly legs: readonly Leg[];
  /** The smallest stated leg: at most this has gone all the way round. Null when no leg states an amount. */
  readonly bottleneckUsd: number | null;
  /** The sum of the stated legs; a lower bound when `undisclosedLegs` is above 0. */
  readonly totalUsd: number;
  readonly undisclosedLegs: number;
  readonly pattern: PatternName | null;
  readonly signature: string | null;
  readonly circularity: Circularity | null;
  readonly modifiers: readonly Modifier[];
  /** A loop is as firm as its weakest leg, a leg as its firmest flow. */
  readonly firmness: Firmness;
  /** When the last of its legs opened; null when a leg has no date. */
  readonly closedOn: PartialDay | null;
  readonly timeOrder: TimeOrder;
}

/**
 * The id of a loop through these entities, from whichever it is given: the smallest comes first.
 *
 * @param compare the order of ids: below 0 where the first comes first.
 * @example loopId(["openai", "amd"], (a, b) => (a < b ? -1 : 1)); // "amd>openai"
 */
export function loopId(entities: readonly string[], compare: (a: string, b: string) => number): string {
  let first = 0;
  entities.forEach((id, i) => {
    if (compare(id, entities[first] ?? "") < 0) first = i;
  });
  return [...entities.slice(first), ...entities.slice(0, first)].join(">");
}

/**
 * The smallest stated leg of a loop: the most capital that can have gone all the way round. Legs without
 * an amount are passed over, so a loop's true bottleneck may be smaller still.
 *
 * @returns US dollars as stated; null when no leg states an amount.
 * @throws RangeError when there are no legs.
 * @see Ahuja, Magnanti and Orlin, Network Flows (1993), section 3.5.
 * @example bottleneckUsd([{ amountUsd: 5e9 }, { amountUsd: null }, { amountUsd: 2e9 }]); // 2_000_000_000
 */
export function bottleneckUsd(legs: readonly Pick<Leg, "amountUsd">[]): number | null {
  if (legs.length === 0) throw new RangeError("bottleneckUsd: a loop has at least one leg");
  const stated = legs.map((leg) => leg.amountUsd).filter((usd) => usd !== null);
  return stated.length > 0 ? Math.min(...stated) : null;
}

/** Whose kinds a loop is classified by. */
export type KindOf = (entity: string) => string | null;

/**
 * A loop from its legs, the first leaving the smallest id: everything else about it is derived.
 *
 * @param legs the flows of each leg, in order.
 */
export function describeLoop(
  entities: readonly string[],
  legs: readonly (readonly LegFlow[])[],
  kindOf: KindOf,
  id = entities.join(">"),
): Loop {
  const steps = legs.map((flows, i) =>
    legOf(entities[i] ?? "", entities[(i + 1) % entities.length] ?? "", flows),
  );
  const stated = steps.flatMap((leg) => (leg.amountUsd === null ? [] : [leg.amountUsd]));
  const timeOrder = timeOrderOf(legs);
  return {
    id,
    length: legs.length,
    entities,
    legs: steps,
    bottleneckUsd: bottleneckUsd(steps),
    totalUsd: stated.reduce((sum, usd) => sum + usd, 0),
    undisclosedLegs: legs.length - stated.length,
    ...classifyLoop(entities, legs, timeOrder, kindOf),
    firmness: firmnessOf(legs),
    closedOn: closedOn(legs),
    timeOrder,
  };
}

/** A way is as firm as its weakest leg, a leg as its firmest flow. */
export function firmnessOf(legs: readonly (readonly LegFlow[])[]): Firmness {
  return weakest(legs.map(firmest));
}

function firmest(flows: readonly LegFlow[]): Firmness {
  return flows
    .map((flow) => flow.firmness)
    .reduce((a, b) => (firmnessRank(b) > firmnessRank(a) ? b : a), "reported");
}

function weakest(states: readonly Firmness[]): Firmness {
  return states.reduce((a, b) => (firmnessRank(b) < firmnessRank(a) ? b : a), "completed");
}

/** The latest of the days on which each leg's first flow opened. */
function closedOn(legs: readonly (readonly LegFlow[])[]): PartialDay | null {
  let closed: PartialDay | null = null;
  for (const flows of legs) {
    const opened = flows.map(openedOn).filter((day) => day !== null);
    const first = opened.sort((a, b) => compareDays(firstDay(a), firstDay(b)))[0];
    if (first === undefined) return null;
    if (closed === null || firstDay(first) > firstDay(closed)) closed = first;
  }
  return closed;
}

/** The first day a flow was part of the picture, as exact as it is known. */
export function openedOn(flow: LegFlow): PartialDay | null {
  let first: { seen: Day; on: PartialDay } | null = null;
  for (const step of flow.steps) if (first === null || step.seen < first.seen) first = step;
  if (first === null) return flow.announced;
  return firstDay(first.on) === first.seen ? first.on : flow.announced;
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
