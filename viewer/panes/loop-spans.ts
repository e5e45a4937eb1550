/** When loops opened and ended: a loop lasts while each of its legs has a flow that is in view. */
import type { CapitalGraph, FlowAttributes } from "../../src/graph/capital-graph.js";
import { legsOf } from "../../src/graph/legs.js";
import { findLoops } from "../../src/loops/find.js";
import { type Day, firstDay } from "../../src/model/dates.js";
import { firmnessRank, standingOn } from "../../src/model/status.js";
import type { DealFacts } from "../facets.js";
import { type Filter, filteredGraph } from "../filtered.js";
import { flowsBetween } from "../loop-at.js";

/** Whole days from the first on; `until` is the first day after, null while it lasts. */
export interface DaySpan {
  readonly from: Day;
  readonly until: Day | null;
}

/** A loop that opened or ended on a day. */
export interface LoopTurn {
  readonly day: Day;
  readonly id: string;
  readonly opens: boolean;
}

const END_OF_TIME = "9999-12-31";
/** Before any day: what nobody dated was always there. */
const START_OF_TIME = "0000-01-01";

/**
 * Every opening and ending of a loop up to the filter's day, by day; a loop that comes back opens again.
 *
 * @remarks One search over all deals that ever were; time grows with the loops among them.
 */
export function loopTurns(whole: CapitalGraph, filter: Filter, deals?: DealFacts): readonly LoopTurn[] {
  const { asOf, firm } = filter;
  const ever = filteredGraph(whole, { ...filter, firm: "reported" }, deals, "all");
  const legs = legsOf(ever);
  const known = new Map<string, readonly DaySpan[]>();
  const spansOfLeg = (from: string, to: string) => {
    const key = `${from}>${to}`;
    const spans =
      known.get(key) ?? joined(flowsBetween(legs, from, to).flatMap((flow) => spansOf(flow, asOf, firm)));
    known.set(key, spans);
    return spans;
  };
  const turns: LoopTurn[] = [];
  for (const { id, entities } of findLoops(ever)) {
    const spans = entities
      .map((from, i) => spansOfLeg(from, entities[(i + 1) % entities.length] ?? ""))
      .reduce(shared);
    for (const { from, until } of spans) {
      turns.push({ day: from, id, opens: true });
      if (until !== null) turns.push({ day: until, id, opens: false });
    }
  }
  return turns.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The days on which a flow is live and firm enough, by the same reading of its steps as a view's. */
export function spansOf(flow: FlowAttributes, asOf: Day, firm: Filter["firm"]): readonly DaySpan[] {
  const least = firmnessRank(firm);
  if (flow.steps.length === 0) {
    const from = flow.announced === null ? START_OF_TIME : firstDay(flow.announced);
    return flow.live && from <= asOf && firmnessRank(flow.firmness) >= least ? [{ from, until: null }] : [];
  }
  const days = [...new Set(flow.steps.map(({ seen }) => seen))].filter((day) => day <= asOf).sort();
  const spans: DaySpan[] = [];
  let from: Day | null = null;
  for (const day of days) {
    const standing = standingOn(flow.steps, day, END_OF_TIME);
    const isIn = standing?.live === true && firmnessRank(standing.firmness) >= least;
    if (isIn) from ??= day;
    else if (from !== null) {
      spans.push({ from, until: day });
      from = null;
    }
  }
  return from === null ? spans : [...spans, { from, until: null }];
}

const endOf = ({ until }: DaySpan): Day => until ?? END_OF_TIME;

/** Spans that touch become one. */
function joined(spans: readonly DaySpan[]): readonly DaySpan[] {
  const all: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (last === undefined || endOf(last) < span.from) all.push(span);
    else if (endOf(span) > endOf(last)) all[all.length - 1] = { from: last.from, until: span.until };
  }
  return all;
}

/** The days that lie in a span of both. */
function shared(a: readonly DaySpan[], b: readonly DaySpan[]): readonly DaySpan[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = one.from > other.from ? one.from : other.from;
      const until = endOf(one) < endOf(other) ? one.until : other.until;
      return until === null || from < until ? [{ from, until }] : [];
    }),
  );
}
