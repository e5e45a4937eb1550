/** Loops that are searched in the worker: what is known of them so far, and more when it is asked for. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Loop } from "../../src/loops/loop.js";
import type { Loops } from "../ranked-loops.js";
import type { LoopsState } from "./messages.js";

const NOTHING_YET: LoopsState = {
  count: 0,
  loops: [],
  listed: 0,
  goes: true,
  complete: false,
  rests: null,
  passes: null,
};

/** More than are asked for, so that the next who asks need not wait. */
const AHEAD = 100;

/** Whoever reads it in a component or a computed value is told when more is found. */
export class LaterLoops implements Loops {
  readonly #state = signal(NOTHING_YET);
  readonly #ask: (to: number) => void;
  #asked = 0;
  #passes: { readonly of: LoopsState["passes"]; readonly counts: ReadonlyMap<string, number> } | null = null;

  constructor(
    readonly control: { stop(): void; goOn(): void },
    ask: (to: number) => void,
  ) {
    this.#ask = ask;
  }

  get state(): ReadonlySignal<LoopsState> {
    return this.#state;
  }

  take(state: LoopsState): void {
    this.#state.value = state;
  }

  get count(): number {
    return this.#state.value.count;
  }

  get isNone(): boolean {
    const { count, goes } = this.#state.value;
    return count === 0 && !goes;
  }

  first(count: number): readonly Loop[] {
    const { loops, listed } = this.#state.value;
    const wanted = Math.min(count, listed);
    if (wanted > loops.length && wanted > this.#asked) {
      this.#asked = wanted + AHEAD;
      this.#ask(this.#asked);
    }
    return loops.slice(0, count);
  }

  at(rank: number): Loop | null {
    return this.first(rank + 1)[rank] ?? null;
  }

  rankOf(id: string): number | null {
    const rank = this.#state.value.loops.findIndex((loop) => loop.id === id);
    return rank === -1 ? null : rank;
  }

  passes(): ReadonlyMap<string, number> {
    const { passes } = this.#state.value;
    if (this.#passes === null || this.#passes.of !== passes) {
      const counts = passes?.ids.flatMap((id, v) => {
        const count = passes.counts[v] ?? 0;
        return count === 0 ? [] : [[id, count] as const];
      });
      this.#passes = { of: passes, counts: new Map(counts) };
    }
    return this.#passes.counts;
  }
}
