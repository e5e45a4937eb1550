/** A tool is a value: what it is for, what it takes, what it gives, and how it answers. */
import type * as z from "zod";
import { CapitalLoopError } from "../../errors.js";
import type { CapitalGraph } from "../../graph/capital-graph.js";
import type { Dataset } from "../../model/dataset.js";
import { explainIssue, pathText } from "../../model/explain.js";
import type { NameIndex } from "../../model/search.js";
import type { Citations } from "./citations.js";

/** The facts that a server speaks of, read once. */
export interface Facts {
  readonly dataset: Dataset;
  /** Every flow of any day. */
  readonly whole: CapitalGraph;
  readonly names: NameIndex;
}

export interface Tool {
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** @throws CapitalLoopError, in one line. */
  readonly answer: (facts: Facts, input: unknown) => Citations;
}

/** Makes a tool whose `answer` knows the types of its own fields. */
export function tool<I extends z.ZodObject>(parts: {
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: z.ZodObject;
  readonly answer: (facts: Facts, input: z.output<I>) => Citations;
}): Tool {
  const { title, description, input, output, answer } = parts;
  return {
    title,
    description,
    input,
    output,
    answer: (facts, given) => answer(facts, checked(input, given)),
  };
}

/** What was given, as the tool wants it. @throws CapitalLoopError `usage`: the first fault, in one line. */
function checked<I extends z.ZodObject>(schema: I, given: unknown): z.output<I> {
  const result = schema.safeParse(given ?? {}, { reportInput: true });
  if (result.success) return result.data;
  const [fault] = result.error.issues.flatMap((issue) => explainIssue(issue, schema));
  const path = pathText(fault?.path ?? []);
  throw new CapitalLoopError("usage", `${path === "" ? "" : `${path}: `}${fault?.message}; ${fault?.hint}`);
}
