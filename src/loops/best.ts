/** The best few of many, without keeping the rest. */

/**
 * Keeps at most so many of what it is offered: a heap whose root is the worst of those kept.
 *
 * @remarks Time O(log most) an offer that is kept, O(1) one that is not; space O(most).
 */
export class Best<T> {
  readonly #heap: T[] = [];
  readonly #most: number;
  readonly #compare: (a: T, b: T) => number;

  /** @param compare below 0 where `a` comes before `b`. */
  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  get isFull(): boolean {
    return this.#heap.length >= this.#most;
  }

  /** The worst that is kept; once it is full, only what comes before this is kept. */
  get worst(): T | undefined {
    return this.#heap[0];
  }

  /** Whether a thing would be kept. */
  wants(item: T): boolean {
    return !this.isFull || (this.#most > 0 && this.#compare(item, this.#heap[0] as T) < 0);
  }

  offer(item: T): void {
    const heap = this.#heap;
    if (!this.wants(item)) return;
    if (!this.isFull) {
      heap.push(item);
      this.#rise(heap.length - 1);
    } else {
      heap[0] = item;
      this.#sink(0);
    }
  }

  /** What was kept, the best first. */
  sorted(): T[] {
    return [...this.#heap].sort(this.#compare);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (this.#compare(heap[above] as T, heap[at] as T) >= 0) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(from: number): void {
    const heap = this.#heap;
    for (let at = from; ; ) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < heap.length && this.#compare(heap[below] as T, heap[worst] as T) > 0) worst = below;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b] as T, heap[a] as T];
  }
}
