/**
 * What is looked at in a serialised graph. Every attribute may be missing, and others may stand beside
 * them; one that is there has the type the graph gives it.
 */
import * as z from "zod";
import { isDay, PartialDate } from "../model/dates.js";
import { ENTITY_KINDS, type EntityKind, LAYERS, type Layer } from "../model/entity.js";
import { BASES, QUALIFIERS } from "../model/money.js";
import { DEAL_STATES, type DealState, FIRMNESS } from "../model/status.js";

const Key = z.union([z.string().min(1), z.number()], { error: "a key is a text" });
const Attributes = z.record(z.string(), z.unknown());
const Day = z.string().refine(isDay, { error: "write a day like 2026-11-21" });
const Text = z.string().nullable();
const Usd = z.number().nonnegative("a flow points the way capital moves: swap source and target").nullable();

export const SerializedGraph = z.object({
  attributes: Attributes.optional(),
  options: z.object({ type: z.string().optional() }).optional(),
  nodes: z.array(z.object({ key: Key, attributes: Attributes.optional() })),
  edges: z.array(
    z.object({
      key: Key.optional(),
      source: Key,
      target: Key,
      undirected: z.boolean().optional(),
      attributes: Attributes.optional(),
    }),
  ),
});
export type SerializedGraph = z.infer<typeof SerializedGraph>;

export const GraphFields = z.object({ asOf: Day.optional(), knownBy: Day.nullable().optional() });

export const NodeFields = z.object({
  label: z.string().optional(),
  nameZhHans: Text.optional(),
  nameZhHant: Text.optional(),
  kind: z
    .enum(Object.keys(ENTITY_KINDS) as EntityKind[])
    .nullable()
    .optional(),
  layer: z
    .enum(Object.keys(LAYERS) as Layer[])
    .nullable()
    .optional(),
  country: Text.optional(),
  ticker: Text.optional(),
  parents: z
    .array(z.object({ entity: z.string(), from: PartialDate.nullable(), to: PartialDate.nullable() }))
    .optional(),
});

const state = z.enum(Object.keys(DEAL_STATES) as DealState[]);

/** `amount` and `date` are how other people's graphs name `amountUsd` and `announced`. */
export const EdgeFields = z.object({
  deal: z.string().optional(),
  title: z.string().optional(),
  kind: z.string().nullable().optional(),
  amountUsd: Usd.optional(),
  amount: Usd.optional(),
  currency: Text.optional(),
  qualifier: z.enum(QUALIFIERS).nullable().optional(),
  basis: z.enum(BASES).optional(),
  announced: PartialDate.nullable().optional(),
  date: PartialDate.nullable().optional(),
  paidFrom: PartialDate.nullable().optional(),
  paidTo: PartialDate.nullable().optional(),
  time: z.number().nullable().optional(),
  steps: z.array(z.object({ on: PartialDate, is: state, seen: Day, known: Day })).optional(),
  collection: z.enum(["current", "history"]).optional(),
  state: state.optional(),
  firmness: z.enum(FIRMNESS).optional(),
  live: z.boolean().optional(),
});
export type EdgeFields = z.infer<typeof EdgeFields>;
