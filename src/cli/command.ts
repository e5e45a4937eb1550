/** A command is a value: what it does, its options, and how it runs. */

/** One option. Its help names the value it takes (`ID`) and gives one example. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: true;
  /** What the help calls the value. */
  readonly value?: string;
  readonly help: string;
  readonly example: string;
}
export type Options = Readonly<Record<string, Option>>;

/** What a command is given for its options: absent ones are undefined, false or an empty list. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly type: "boolean" }
    ? boolean
    : O[K] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;
};

export type AnyValue = string | boolean | readonly string[] | undefined;

/** Where a command's words go. */
export interface Out {
  /** Text for stdout, exactly as given; resolves when more may be written. */
  write(text: string): Promise<void>;
  /** A line for people on stderr; silent with `--quiet`. */
  note(text: string): void;
  /**
   * A line on stderr that the next one takes the place of, and an empty one wipes away; silent with `--quiet`,
   * and where stderr is no terminal unless it is asked for, line under line.
   */
  progress(text: string, isAsked: boolean): void;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** Whether stdout is a terminal. */
  readonly isTerminal: boolean;
  /** Whether words may be set in bold and grey. */
  readonly hasColor: boolean;
}

/** The code a command ends with; 0 unless it says otherwise. */
export type ExitCode = 0 | 1 | 130;

export interface Command {
  readonly summary: string;
  /** The arguments it takes beside options, as the help writes them: `ID`, `[DIR]`. */
  readonly takes: string;
  /** Fewest and most arguments. */
  readonly arguments: readonly [least: number, most: number];
  readonly example: string;
  readonly options: Options;
  /** Whether it ends by itself, with what it has, on `out.signal`; else Ctrl-C ends it at once. */
  readonly heedsInterrupt: boolean;
  run(values: Readonly<Record<string, AnyValue>>, args: readonly string[], out: Out): Promise<ExitCode>;
}

/** Makes a command whose `run` knows the types of its own options. */
export function command<const O extends Options>(parts: {
  readonly summary: string;
  readonly takes?: string;
  readonly arguments?: readonly [least: number, most: number];
  readonly example: string;
  readonly options: O;
  readonly heedsInterrupt?: boolean;
  run(values: Values<O>, args: readonly string[], out: Out): Promise<ExitCode>;
}): Command {
  return {
    takes: "",
    arguments: [0, 0],
    heedsInterrupt: false,
    ...parts,
    run: (values, args, out) => parts.run(values as Values<O>, args, out),
  };
}
