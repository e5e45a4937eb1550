/** How many loops there are, none of them written out where that can be. */
import { type LegGraph, legsIn, type Searchable } from "../graph/legs.js";
import { COUNTERS } from "./counters.js";
import { type Cursor, START, type UndonePart, writeCursor } from "./cursor.js";
import { looksAtEach } from "./filter.js";
import { LoopReader } from "./found.js";
import type { Plan } from "./plan.js";
import { prepare } from "./prepare.js";
import type { LoopQuery } from "./query.js";
import { Shortcut } from "./shortcut.js";
import { type StopReason, stopClock } from "./stop-clock.js";
import { LoopStream, type SearchEnd } from "./stream.js";

/** How many loops there are, in all and by length, and whether these are all. */
export interface LoopCount extends SearchEnd {
  readonly count: number;
  /** Whether the count is exact: it is up to 2^53, and the nearest number that can be written beyond. */
  readonly isExact: boolean;
  /** How many loops have each length. */
  readonly byLength: ReadonlyMap<number, number>;
}

/**
 * Counts the loops that `findLoops` would find for the same query; `top` and `rank` are passed over.
 *
 * @throws CapitalLoopError `invalid-query`, `unknown-id`.
 * @remarks The last legs of each loop are counted, not walked, unless a filter looks at loops one by one; none
 * is walked where the graph is narrow enough to be swept over (see `Sweep`).
 */
export function countLoops(graph: Searchable, query: LoopQuery = {}): LoopCount {
  const legs = legsIn(graph);
  return mustWalk(legs, query) ? countByFinding(legs, query) : countByParts(legs, query);
}

/** Whether loops have to be looked at, or numbered, one by one. */
export function mustWalk(legs: LegGraph, query: LoopQuery): boolean {
  return query.limit !== undefined || looksAtEach(query, query.timeOrdered === true && legs.time !== null);
}

function countByFinding(graph: Searchable, query: LoopQuery): LoopCount {
  const prepared = prepare(graph, query, "by loops");
  const reader = new LoopReader(prepared.legs, query.perFlow === true);
  const stream = new LoopStream(prepared, query, stopClock(query));
  const byLength = new Map<number, number>();
  for (const batch of stream) {
    for (let at = 0; at < batch.length; at += reader.size(batch[at] as number))
      add(byLength, batch[at] as number, 1);
  }
  const { complete, reason, cursor } = stream;
  return { ...counted(byLength), complete, reason, cursor };
}

function countByParts(graph: Searchable, query: LoopQuery): LoopCount {
  const prepared = prepare(graph, query, "by parts", COUNTERS);
  const { plan, start, mark } = prepared;
  const clock = stopClock(query);
  const shortcut = new Shortcut(prepared, clock);
  const tally = new Tally(start);
  for (const part of tally.partsOf(plan.parts)) {
    query.onPart?.(part, plan.parts);
    const before = tally.countedOf(part);
    // To come again where the last search ended is not to go on: the budget counts from there.
    const isOver = () => (before > 0 && plan.counted <= before ? clock.isAborted() : clock.stop());
    const stop = () => isOver() || shortcut.isFound();
    if (before > 0 ? clock.isAborted() : clock.stop()) break;
    const { isDone, byLength } = plan.count(part, stop);
    tally.add(part, byLength, isDone);
    if (!isDone) break;
  }
  return shortcut.byLength === null
    ? countOf(tally, clock.reason(), mark)
    : countOfAll(plan, shortcut.byLength);
}

/** What a sweep came to, with what entities pay themselves. */
export function countOfAll(plan: Plan, swept: ReadonlyMap<number, number>): LoopCount {
  const byLength = new Map([...plan.count(0, () => false).byLength, ...swept]);
  return { ...counted(byLength), complete: true, reason: null, cursor: null };
}

/** What a tally came to. */
export function countOf(tally: Tally, reason: StopReason | null, mark: string): LoopCount {
  const cursor = reason === null ? null : writeCursor(tally.cursor, mark);
  return { ...counted(tally.byLength), complete: reason === null, reason, cursor };
}

/** What was counted since a cursor, and which parts are done. */
export class Tally {
  readonly byLength = new Map<number, number>();
  /** Parts that were begun and not done, with what was counted of them then. */
  readonly #undone: Map<number, ReadonlyMap<number, number>>;
  /** Every part before this one was begun. */
  #next: number;

  constructor({ part, undone }: Cursor) {
    this.#next = part;
    this.#undone = new Map(undone.map((begun) => [begun.part, new Map(begun.byLength)]));
  }

  /** The parts that are left, those that were begun first. */
  *partsOf(parts: number): Generator<number> {
    yield* [...this.#undone.keys()];
    for (let part = this.#next; part < parts; part++) yield part;
  }

  /** Takes what was counted of a part, less what an earlier search had counted of it. */
  add(part: number, byLength: ReadonlyMap<number, number>, isDone: boolean): void {
    const before = this.#undone.get(part);
    const most = new Map(before);
    for (const [length, loops] of byLength) {
      const known = most.get(length) ?? 0;
      if (loops <= known) continue;
      most.set(length, loops);
      add(this.byLength, length, loops - known);
    }
    this.#next = Math.max(this.#next, part + 1);
    if (isDone) this.#undone.delete(part);
    else this.#undone.set(part, most);
  }

  /** How many loops of a part were counted before. */
  countedOf(part: number): number {
    return sumOf(this.#undone.get(part) ?? new Map());
  }

  get cursor(): Cursor {
    const undone: UndonePart[] = [...this.#undone].map(([part, byLength]) => ({
      part,
      byLength: [...byLength],
    }));
    return { ...START, part: this.#next, undone };
  }
}

function counted(byLength: ReadonlyMap<number, number>): Omit<LoopCount, keyof SearchEnd> {
  const sorted = [...byLength].sort(([a], [b]) => a - b);
  const count = sumOf(byLength);
  return { count, isExact: Number.isSafeInteger(count), byLength: new Map(sorted) };
}

function sumOf(byLength: ReadonlyMap<number, number>): number {
  return [...byLength.values()].reduce((sum, loops) => sum + loops, 0);
}

function add(byLength: Map<number, number>, length: number, loops: number): void {
  byLength.set(length, (byLength.get(length) ?? 0) + loops);
}
