/** A publisher and its documents: where facts come from. One file a publisher. */
import * as z from "zod";
import { PartialDate } from "./dates.js";

/** How close a document stands to the deal: the parties' own words, reporting, or a retelling of either. */
export const TIERS = ["primary", "press", "secondary"] as const;
/** One of `TIERS`. */
export type Tier = (typeof TIERS)[number];

/** The schema of one document: its address, day, tier and language. */
export const SourceDocument = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "an address starts with https://" }).optional(),
  title: z.string().min(1).optional(),
  published: PartialDate.optional(),
  tier: z.enum(TIERS),
  language: z.string().min(2).optional().describe("BCP 47, several parted by commas"),
  note: z.string().min(1).optional().describe("what a reader should know of it, such as: not opened"),
});
export type SourceDocument = z.infer<typeof SourceDocument>;

/** The schema of a publisher's file: its name, and its documents by id. */
export const Publisher = z.strictObject({
  publisher: z.string().min(1),
  dataset: z
    .literal(true)
    .optional()
    .describe("a collection made by others: what it says needs a page to bear it out"),
  documents: z.record(z.string(), SourceDocument),
});
export type Publisher = z.infer<typeof Publisher>;

/** One document with its publisher's name: what evidence points to. */
export interface Source extends SourceDocument {
  /** `publisher/document`. */
  readonly id: string;
  readonly publisher: string;
  /** Whether its publisher is a collection made by others. */
  readonly dataset?: true | undefined;
}

/** Whether a document is another's collection, or a page known only through one. */
export function isDataset({ dataset, note = "" }: Source): boolean {
  return dataset === true || note.includes("by another dataset");
}
