/** What a figure rests on: how much of the graph was counted, what was not, and the days it spans. */
import type { LegFlow } from "../graph/legs.js";
import { firstDay, lastDay, type PartialDay } from "../model/dates.js";
import type { DealClass } from "../model/deal-kinds.js";
import { LEFT_OUT, type LeftOut } from "./basis.js";

/** A flow that does not count: between whom, and why. */
export interface Aside {
  readonly from: string;
  readonly to: string;
  readonly reason: LeftOut;
}

/** How much of a graph a figure rests on. */
export interface Coverage {
  /** Deals of which at least one flow counts. */
  readonly deals: number;
  readonly flows: number;
  /** Deals with a flow that states no amount in US dollars. */
  readonly dealsWithoutAmount: number;
  /** Deals none of whose flows counts, by class. */
  readonly dealsLeftOut: Readonly<Record<DealClass, number>>;
  /** Flows that do not count, by the reason. */
  readonly flowsLeftOut: Readonly<Partial<Record<LeftOut, number>>>;
  /** The dates of the first and last deal counted; null when none has a date. */
  readonly first: PartialDay | null;
  readonly last: PartialDay | null;
}

/** @param left why each flow that does not count is left out, by its id. */
export function coverageOf(flows: readonly LegFlow[], left: ReadonlyMap<string, Aside>): Coverage {
  const counted = flows.filter(({ id }) => !left.has(id));
  const deals = new Set(counted.map(({ deal }) => deal));
  const without = new Map<string, DealClass>();
  for (const { deal, class: dealClass } of flows) if (!deals.has(deal)) without.set(deal, dealClass);
  const leftOut = { FIN: 0, OPS: 0, CONT: 0 };
  for (const dealClass of without.values()) leftOut[dealClass]++;
  const reasons = [...left.values()].map(({ reason }) => reason);
  const dates = counted.flatMap(({ announced }) => (announced === null ? [] : [announced]));
  const extreme = (before: (a: PartialDay, b: PartialDay) => boolean) =>
    dates.reduce<PartialDay | null>(
      (best, date) => (best === null || before(date, best) ? date : best),
      null,
    );
  return {
    deals: deals.size,
    flows: counted.length,
    dealsWithoutAmount: new Set(
      flows.filter(({ id }) => left.get(id)?.reason === "undisclosed").map(({ deal }) => deal),
    ).size,
    dealsLeftOut: leftOut,
    flowsLeftOut: Object.fromEntries(
      LEFT_OUT.map((reason) => [reason, reasons.filter((one) => one === reason).length] as const).filter(
        ([, count]) => count > 0,
      ),
    ),
    first: extreme((a, b) => firstDay(a) < firstDay(b)),
    last: extreme((a, b) => lastDay(a) > lastDay(b)),
  };
}

/** What a reader must know before using a figure, in sentences. */
export function warningsOf(flows: readonly LegFlow[], left: ReadonlyMap<string, Aside>): readonly string[] {
  const ids = (reason: LeftOut) =>
    flows.filter(({ id }) => left.get(id)?.reason === reason).map(({ id }) => id);
  const self = ids("self");
  const counted = flows.filter(({ id }) => !left.has(id));
  const ceilings = counted.filter(({ qualifier }) => qualifier === "up_to").length;
  const floors = counted.filter(({ qualifier }) => qualifier === "at_least").length;
  const soft = counted.filter(({ steps, firmness }) => steps.length > 0 && SOFT.has(firmness)).length;
  const say = (count: number, noun: string, text: string) =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"} ${text}`];
  return [
    ...say(self.length, "flow", `from a party to itself left out: ${self.slice(0, MOST_NAMED).join(", ")}`),
    ...say(ids("undisclosed").length, "flow", "without an amount left out, never taken as zero"),
    ...say(ceilings, "ceiling", '("up to") counted whole'),
    ...say(floors, "floor", '("at least") counted as stated'),
    ...say(soft, "amount", "of a report or a letter of intent counted"),
  ];
}

/** How many flows a warning names. */
const MOST_NAMED = 5;

const SOFT: ReadonlySet<string> = new Set(["reported", "letter_of_intent"]);
