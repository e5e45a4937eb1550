/**
 * Loops of single flows whose times strictly rise from the first to the last, for graphs timed to the
 * second: a walk along later and later flows.
 */
import type { LegGraph } from "../../graph/legs.js";
import { type BatchWriter, type LoopBatch, type ShouldStop, STEPS_BETWEEN_LOOKS } from "./kernel.js";

export interface TimedReach {
  readonly legs: LegGraph;
  readonly minLength: number;
  readonly maxLength: number;
  /** Most seconds from the first flow to the last. */
  readonly windowSeconds: number;
}

/** Whether every flow has a time in seconds. */
export function isTimed(legs: LegGraph): boolean {
  return legs.time !== null && legs.time.length > 0;
}

/**
 * Every time-ordered loop; batches name the legs in time order and the flow of each.
 *
 * @returns false when `stop` ended it before it was done.
 * @remarks Each first flow starts a walk over the flows that follow it within the window; exponential at worst.
 */
export function* timeOrderedLoops(
  { legs, minLength, maxLength, windowSeconds }: TimedReach,
  writer: BatchWriter,
  stop: ShouldStop,
): Generator<LoopBatch, boolean> {
  const { start, target } = legs;
  const limit = Math.min(maxLength, legs.ids.length);
  const takenLegs = new Int32Array(limit + 1);
  const takenFlows = new Int32Array(limit + 1);
  const onPath = new Uint8Array(legs.ids.length);
  const times = Array.from(target, (_, leg) =>
    (legs.time ?? new Float64Array()).subarray(legs.edgeStart[leg], legs.edgeStart[leg + 1]),
  );
  let steps = 0;

  /** Goes on from `v`, reached at `time` by `length` flows; recursion is as deep as a loop is long. */
  function* walk(
    root: number,
    v: number,
    time: number,
    deadline: number,
    length: number,
  ): Generator<LoopBatch, boolean> {
    for (let leg = start[v] as number; leg < (start[v + 1] as number); leg++) {
      const w = target[leg] as number;
      if (w !== root && (onPath[w] === 1 || length + 2 > limit)) continue;
      const legTimes = times[leg] as Float64Array;
      for (let flow = 0; flow < legTimes.length; flow++) {
        if (++steps % STEPS_BETWEEN_LOOKS === 0 && stop()) return false;
        const at = legTimes[flow] as number;
        if (!(at > time && at <= deadline)) continue;
        takenLegs[length] = leg;
        takenFlows[length] = flow;
        if (w === root) {
          if (length + 1 >= minLength && writer.push(takenLegs, length + 1, takenFlows)) yield writer.take();
          continue;
        }
        onPath[w] = 1;
        const done = yield* walk(root, w, at, length === 0 ? at + windowSeconds : deadline, length + 1);
        onPath[w] = 0;
        if (!done) return false;
      }
    }
    return true;
  }

  for (let root = 0; root < legs.ids.length; root++) {
    if (!(yield* walk(root, root, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0))) return false;
  }
  return true;
}
