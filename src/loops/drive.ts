/** Runs a plan from a cursor on, a batch at a time. */
import { CapitalLoopError } from "../errors.js";
import type { Cursor } from "./cursor.js";
import type { Plan } from "./plan.js";
import {
  BatchWriter,
  type FirstLegs,
  type LoopBatch,
  type RunEnd,
  type ShouldStop,
} from "./search/kernel.js";

/** Loops as the search found them, and which part of the plan each belongs to. */
export interface RawBatch {
  readonly loops: LoopBatch;
  /** For each part in turn, where its loops begin; the first one at 0. */
  readonly parts: readonly { readonly part: number; readonly at: number }[];
}

/** One part of a plan, or those of its loops that leave their root by some of its legs. */
export interface Task {
  readonly part: number;
  readonly first: FirstLegs | undefined;
  /** The legs of a loop of it, by number: only later ones are wanted. Null for all. */
  readonly after: readonly number[] | null;
  /** Whether that loop itself is wanted too. */
  readonly isWanted: boolean;
}

/** How a search is cut into tasks: the busiest roots, which come first, by so many of their legs. */
export interface Split {
  readonly roots: number;
  readonly legs: number;
}

const WHOLE: Split = { roots: 0, legs: Number.POSITIVE_INFINITY };

/** The tasks that are left from a cursor on, in order. */
export function* tasksFrom(
  plan: Plan,
  { part, after, choices }: Cursor,
  { roots, legs }: Split = WHOLE,
): Generator<Task> {
  // A loop some of whose choices of flows were given comes again, for the others.
  const isWanted = choices > 0;
  for (let p = part; p < plan.parts; p++) {
    const mark = p === part ? after : null;
    // Part 0 has no root.
    const isSplit = p <= roots && !plan.isTimed;
    if (p === 0 || mark === null || plan.isTimed) {
      const ranges = isSplit ? plan.ranges(p, legs) : [undefined];
      for (const first of ranges) yield { part: p, first, after: mark, isWanted };
      continue;
    }
    const leg = mark[0] as number;
    for (const first of plan.ranges(p, isSplit ? legs : WHOLE.legs)) {
      if (first.to <= leg) continue;
      const holds = first.from <= leg;
      yield {
        part: p,
        first: holds ? { ...first, from: leg } : first,
        after: holds ? mark : null,
        isWanted,
      };
    }
  }
}

/**
 * Batches of all tasks, filled across them.
 *
 * @param writer where loops are gathered; who reads a batch may give it another to go on with.
 * @param stop is asked once the place to go on from has been found again: getting there is not going on.
 * @param mustStop is asked on the way there.
 * @param pause is asked as often as `stop`; true gives a batch at once, be it empty, and goes on after it.
 * @returns false when it was stopped before it was done.
 * @throws CapitalLoopError `invalid-query` when the loop to go on after is not among those of its part.
 */
export function* rawBatches(
  plan: Plan,
  tasks: Iterable<Task>,
  stop: ShouldStop,
  mustStop: ShouldStop,
  onTask: (task: Task) => void = () => {},
  pause: ShouldStop = () => false,
  writer = new BatchWriter(2 * plan.longest),
): Generator<RawBatch, boolean> {
  let parts: { part: number; at: number }[] = [];
  const taken = (part: number): RawBatch => {
    const batch = { loops: writer.take(), parts };
    parts = [{ part, at: 0 }];
    return batch;
  };
  for (const task of tasks) {
    const { part, first, after, isWanted } = task;
    onTask(task);
    // Getting to where the last search ended is not going on: the budget counts from there.
    if (after === null ? stop() : mustStop()) {
      if (writer.used > 0) yield taken(part);
      return false;
    }
    plan.begin(part, first);
    parts.push({ part, at: writer.used });
    if (after !== null) {
      const rest = seek(plan, writer, after, isWanted, mustStop);
      if (rest === null) return false;
      parts = [{ part, at: 0 }];
      if (rest.loops.length > 0) yield { loops: rest.loops, parts: [{ part, at: 0 }] };
      if (rest.end === "stopped") return false;
      if (rest.end === "done") continue;
    }
    let isPaused = false;
    const halt = () => {
      isPaused = pause();
      return isPaused || stop();
    };
    for (;;) {
      const end = plan.run(writer, halt);
      if (end === "done") break;
      const goesOn = end === "full" || (isPaused && !stop());
      if (writer.used > 0 || goesOn) yield taken(part);
      if (!goesOn) return false;
    }
    if (pause()) yield taken(part);
  }
  if (writer.used > 0) yield taken(plan.parts);
  return true;
}

/** Finds a loop of the part begun again; gives what its batch holds beyond it. Null when it was stopped. */
function seek(
  plan: Plan,
  writer: BatchWriter,
  loop: readonly number[],
  isWanted: boolean,
  mustStop: ShouldStop,
): { readonly loops: LoopBatch; readonly end: RunEnd } | null {
  for (;;) {
    const end = plan.run(writer, mustStop);
    const loops = writer.take();
    for (let at = 0; at < loops.length; ) {
      const length = loops[at] as number;
      const size = 1 + (plan.givesFlows ? 2 : 1) * length;
      const isIt = size === 1 + loop.length && loop.every((part, i) => loops[at + 1 + i] === part);
      if (isIt) return { loops: loops.subarray(isWanted ? at : at + size), end };
      at += size;
    }
    if (end === "stopped") return null;
    if (end === "done")
      throw new CapitalLoopError(
        "invalid-query",
        "cursor: its last loop is not there; start anew without it",
      );
  }
}
