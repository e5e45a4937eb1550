/** The faults of one graph file, gathered while it is read. */
import { CapitalLoopError, type Problem, problemLine } from "../errors.js";

/** How many faults are shown; the rest are counted. */
const MOST_SHOWN = 50;

export class FileFaults {
  readonly #problems: Problem[] = [];
  #more = 0;

  constructor(readonly file: string) {}

  /** @param column the place of the value in its row: 3 is the third. */
  add(line: number, column: number, path: string, message: string, hint: string): void {
    if (this.#problems.length === MOST_SHOWN) this.#more++;
    else this.#problems.push({ file: this.file, line, column, path, message, hint });
  }

  /** Whether further faults are counted only, so that nobody need look where they stand. */
  get isFull(): boolean {
    return this.#problems.length === MOST_SHOWN;
  }

  get hasAny(): boolean {
    return this.#problems.length > 0;
  }

  /** @throws CapitalLoopError `invalid-graph`, one line a fault, when there was any. */
  throwAny(): void {
    if (this.#problems.length === 0) return;
    const lines = this.#problems.map(problemLine);
    if (this.#more > 0) lines.push(`${this.file}: and ${this.#more} more`);
    throw new CapitalLoopError("invalid-graph", lines.join("\n"), this.#problems);
  }
}
