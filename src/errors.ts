/**
 * What a user can cause is a `CapitalLoopError` with a stable `code`; it names the place, the
 * fault and what would be right, and is printed without a stack.
 */

/** Every code an error of this library can carry. Codes are public: add, never rename. */
export const ERROR_CODES = [
  "invalid-dataset", // facts that do not hold: see `problems`
  "invalid-graph", // a graph file that cannot be read: see `problems`
  "invalid-query", // a search or view asked for something impossible
  "unknown-id", // no entity, deal or loop has this id
  "unknown-format", // no reader or writer for this kind of file
  "unreadable", // a file or folder that is missing or may not be read
  "unwritable", // a file that may not be written
  "unavailable", // a port that is taken
  "usage", // wrong flags on the command line
] as const;
/** One of `ERROR_CODES`. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault: where it stands, what is wrong, what would be right. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The way to the value inside the file, such as `parties[1].entity`. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** The order problems are shown in: by file, then from top to bottom. */
export function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

/**
 * An error that its reader can mend: its message says where, what, and what would be right, on one line or on one for
 * each of `problems`. All that a user can cause is one; what only a fault of the program can cause is a `RangeError`
 * or `TypeError`.
 */
export class CapitalLoopError extends Error {
  override readonly name = "CapitalLoopError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }
}

/**
 * A problem on one line: `file:line:column path: fault; mend`.
 *
 * @example if (error instanceof CapitalLoopError) print(error.problems.map(problemLine).join("\n"));
 */
export function problemLine(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const path = problem.path === "" ? "" : ` ${problem.path}:`;
  return `${place}${path} ${problem.message}; ${problem.hint}`;
}
