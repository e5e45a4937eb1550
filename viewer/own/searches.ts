/** Searches for loops in slices: each can be stopped, gone on with, and asked for more of its list. */
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { type LegGraph, legFrom, legsOf } from "../../src/graph/legs.js";
import { findLoops } from "../../src/loops/find.js";
import { LoopReader, type OrderedLoops } from "../../src/loops/found.js";
import { LoopList } from "../../src/loops/list.js";
import type { LoopBatch } from "../../src/loops/search/kernel.js";
import { filteredGraph } from "../filtered.js";
import type { LoopsState, Slot, ToWorker } from "./messages.js";
import { nextTurn } from "./next-turn.js";

/** Between two looks at what the page says. */
const SLICE_MS = 25;
/** Between two news of how far it has come. */
const NEWS_MS = 250;
/** A search rests after so long, until the reader lets it go on. */
const BUDGET_MS = 20_000;
/** How many loops a list keeps, and how many of them are told at once. */
const KEPT = 2_000;
const TOLD = 100;

type Request = Extract<ToWorker, { type: "search" }>;

/** Runs the searches of one graph, the latest asked first. */
export class Searches {
  readonly #graph: CapitalGraph;
  readonly #tell: (id: number, state: LoopsState) => void;
  readonly #running = new Map<Slot, Search>();
  readonly #legs = new Map<string, LegGraph>();
  #isBusy = false;

  constructor(graph: CapitalGraph, legs: LegGraph | null, tell: (id: number, state: LoopsState) => void) {
    this.#graph = graph;
    this.#tell = tell;
    this.#whole = legs;
  }

  readonly #whole: LegGraph | null;

  start(request: Request): void {
    this.#running.delete(request.slot);
    this.#running.set(request.slot, new Search(this.#legsFor(request), request));
    void this.#work();
  }

  more(id: number, to: number): void {
    const search = this.#of(id);
    if (search !== undefined) this.#tell(id, search.state(to));
  }

  stop(id: number): void {
    const search = this.#of(id);
    if (search === undefined || !search.goes) return;
    search.rest("stopped");
    this.#tell(id, search.state());
  }

  goOn(id: number): void {
    this.#of(id)?.wake();
    void this.#work();
  }

  #of(id: number): Search | undefined {
    return [...this.#running.values()].find((search) => search.id === id);
  }

  #legsFor({ filter }: Request): LegGraph {
    const key = JSON.stringify(filter);
    const known = this.#legs.get(key);
    if (known !== undefined) return known;
    const isFirst = this.#legs.size === 0;
    const legs = isFirst && this.#whole !== null ? this.#whole : legsOf(filteredGraph(this.#graph, filter));
    // The view without filters comes first and comes back; of the others the last is enough.
    for (const old of [...this.#legs.keys()].slice(1)) this.#legs.delete(old);
    this.#legs.set(key, legs);
    return legs;
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let search = this.#next(); search !== undefined; search = this.#next()) {
      if (search.slice()) this.#tell(search.id, search.state());
      await nextTurn();
    }
    this.#isBusy = false;
  }

  #next(): Search | undefined {
    return [...this.#running.values()].findLast(({ goes }) => goes);
  }
}

class Search {
  readonly id: number;
  readonly #legs: LegGraph;
  readonly #batches: Iterator<LoopBatch>;
  readonly #list: LoopList;
  readonly #passes: Float64Array;
  #ordered: OrderedLoops | null = null;
  #isDone = false;
  #rests: LoopsState["rests"] = null;
  #ends: number;
  #nextNews = 0;
  #told = TOLD;

  constructor(legs: LegGraph, { id, query: { rank = "bottleneck", through, via } }: Request) {
    this.id = id;
    this.#legs = legs;
    this.#passes = new Float64Array(legs.nodes);
    this.#list = new LoopList(new LoopReader(legs, false), { top: KEPT, rank });
    this.#batches = batchesOf(legs, { through, via });
    this.#ends = performance.now() + BUDGET_MS;
  }

  get goes(): boolean {
    return !this.#isDone && this.#rests === null;
  }

  rest(why: NonNullable<LoopsState["rests"]>): void {
    this.#rests = why;
  }

  wake(): void {
    this.#rests = null;
    this.#ends = performance.now() + BUDGET_MS;
  }

  /** Searches for a moment; gives whether there is news. */
  slice(): boolean {
    const next = this.#batches.next();
    if (next.done === true) this.#isDone = true;
    else this.#take(next.value);
    const now = performance.now();
    if (this.goes && now >= this.#ends) this.rest("time");
    if (this.goes && now < this.#nextNews) return false;
    this.#nextNews = now + NEWS_MS;
    return true;
  }

  #take(batch: LoopBatch): void {
    for (let at = 0; at < batch.length; ) {
      const end = at + 1 + (batch[at] as number);
      for (at++; at < end; at++) {
        const payer = legFrom(this.#legs, batch[at] as number);
        this.#passes[payer] = (this.#passes[payer] as number) + 1;
      }
    }
    if (batch.length === 0) return;
    this.#list.add(batch);
    this.#ordered = null;
  }

  /** @param to how many loops are told from now on, at least. */
  state(to = 0): LoopsState {
    this.#told = Math.max(this.#told, to);
    this.#ordered ??= this.#list.ordered();
    return {
      count: this.#list.count,
      loops: this.#ordered.slice(0, this.#told),
      listed: this.#ordered.length,
      goes: this.goes,
      complete: this.#isDone,
      rests: this.#rests,
      passes: this.goes ? null : { ids: this.#legs.ids, counts: this.#passes.slice() },
    };
  }
}

/** An entity or deal that the filters hide is on no loop. */
function batchesOf(
  legs: LegGraph,
  { through, via }: { readonly through?: readonly string[] | undefined; readonly via?: string | undefined },
): Iterator<LoopBatch> {
  const isGone =
    through?.some((id) => !legs.indexOf.has(id)) === true ||
    (via !== undefined && legs.flowsOfDeal(via).length === 0);
  if (isGone) return [][Symbol.iterator]();
  return findLoops(legs, { through, via, pauseMs: SLICE_MS }).batches()[Symbol.iterator]();
}
