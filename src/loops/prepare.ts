/** A question made ready to be searched: checked, its legs chosen, its plan made, its cursor read. */
import { keepLegs, type LegGraph, legsIn, legsOfDeal, type Searchable } from "../graph/legs.js";
import { type Cursor, readCursor, START, searchMark } from "./cursor.js";
import { type Counters, type Plan, planSearch, type Question } from "./plan.js";
import { checkQuery, DEFAULT_MAX_LENGTH, type LoopQuery } from "./query.js";

export interface Prepared {
  readonly legs: LegGraph;
  readonly question: Question;
  readonly plan: Plan;
  readonly start: Cursor;
  /** What the search's cursors begin with. */
  readonly mark: string;
}

/**
 * @param goes how the search goes: one that lists loops cannot go on where one that counts parts ended.
 * @param counters what counts parts, for one that does.
 * @throws CapitalLoopError `invalid-query`, `unknown-id`.
 */
export function prepare(
  graph: Searchable,
  query: LoopQuery,
  goes: Goes,
  counters: Counters | null = null,
): Prepared {
  const all = legsIn(graph);
  checkQuery(all, query);
  const legs = legsWorthSearching(all, query);
  const question = questionOf(legs, query, goes);
  const { through, via, minLength, minAmountUsd, pattern, timeOrdered, windowDays, perFlow } = query;
  const asked = [through, via, minLength, question.maxLength, minAmountUsd, pattern, timeOrdered, windowDays];
  const mark = searchMark(legs, JSON.stringify([goes, ...asked, perFlow]));
  const start = query.from === undefined ? START : readCursor(query.from, mark);
  return { legs, question, plan: planSearch(legs, question, counters), start, mark };
}

type Goes = "by loops" | "by parts";

const SECONDS_A_DAY = 86_400;

function questionOf(legs: LegGraph, query: LoopQuery, goes: Goes): Question {
  const isTimed = query.timeOrdered === true && legs.time !== null;
  const [first] = query.through ?? [];
  return {
    minLength: query.minLength ?? 2,
    maxLength: query.maxLength === undefined ? DEFAULT_MAX_LENGTH : query.maxLength,
    through: first === undefined ? -1 : (legs.indexOf.get(first) ?? -1),
    via: query.via === undefined ? null : legsOfDeal(legs, query.via),
    perFlow: query.perFlow === true && (goes === "by parts" || isTimed),
    windowSeconds: isTimed ? (query.windowDays ?? Number.POSITIVE_INFINITY) * SECONDS_A_DAY : null,
  };
}

/** Legs below the least amount can be on no loop that holds: they are left out before the search. */
function legsWorthSearching(legs: LegGraph, { minAmountUsd }: LoopQuery): LegGraph {
  if (minAmountUsd === undefined) return legs;
  return keepLegs(legs, (leg) => !((legs.amountUsd[leg] as number) < minAmountUsd));
}
