/**
 * A statement: what somebody warned of, expected or claimed about whom, in our own words, with the source.
 * Whose it is comes with it: a statement is never the project's own.
 */
import * as z from "zod";
import { PartialDate } from "./dates.js";
import { Id, SourceId } from "./ids.js";

/** What a statement does. */
export const STATEMENT_KINDS = {
  claim: { en: "claims", "zh-Hans": "称", "zh-Hant": "稱" },
  warning: { en: "warns", "zh-Hans": "警告", "zh-Hant": "警告" },
  forecast: { en: "expects", "zh-Hans": "预计", "zh-Hant": "預計" },
  advice: { en: "advises", "zh-Hans": "建议", "zh-Hant": "建議" },
} as const;
export type StatementKind = keyof typeof STATEMENT_KINDS;
export const STATEMENT_KIND_NAMES = Object.keys(STATEMENT_KINDS) as [StatementKind, ...StatementKind[]];

const StatementEvidence = z.strictObject({
  source: SourceId,
  at: z.string().min(1).optional().describe("where in the document: page, part, paragraph"),
});

/** The schema of one statement, and what it holds once checked. */
export const Statement = z
  .strictObject({
    kind: z.enum(STATEMENT_KIND_NAMES).default("claim"),
    what: z.string().min(1).describe("what was said, in our own words"),
    about: z.array(Id).default([]).describe("the entities it is about"),
    topics: z.array(z.string().min(1)).default([]).describe("what it is about that is no entity"),
    on: PartialDate.optional().describe("when it was said; left out when nothing says"),
    evidence: z.array(StatementEvidence).min(1, "a statement rests on at least one source"),
    note: z.string().min(1).optional(),
  })
  .refine(({ about, topics }) => about.length + topics.length > 0, {
    path: ["about"],
    error: "name the entities under about:, or anything else under topics:",
    params: { fault: "a statement is about something" },
  });
export type Statement = z.infer<typeof Statement>;

/** A file of statements: what one speaker said. Its name is the speaker's id. */
export const StatementFile = z
  .strictObject({
    entity: Id.optional().describe("the entity that speaks; the file bears its id"),
    name: z.string().min(1).optional().describe("who speaks, where it is no entity"),
    author_of: SourceId.optional().describe("the document whose author speaks"),
    statements: z.record(z.string(), Statement),
  })
  .refine((file) => (file.entity === undefined) !== (file.name === undefined), {
    path: [],
    error: "give entity: or name:",
    params: { fault: "a speaker is an entity or has a name of its own, not both and not neither" },
  });
export type StatementFile = z.infer<typeof StatementFile>;

/** Who speaks. */
export interface Speaker {
  readonly id: string;
  /** Null for one who is an entity: that has a name. */
  readonly name: string | null;
  /** The document whose author it is. */
  readonly authorOf: string | null;
}

/** A statement by its id, `speaker/record`, with who made it. */
export interface StatementRecord extends Statement {
  readonly id: string;
  readonly speaker: string;
}
