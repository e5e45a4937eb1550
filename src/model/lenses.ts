/**
 * How the industry is looked at: the layers of its value chain and how each is valued, what drives it, the
 * ratios its health is read by, and the ways to power. Readings of documents, each with its place.
 */
import * as z from "zod";
import { Id, SourceId } from "./ids.js";
import { METRIC_NAMES } from "./metrics.js";

const Place = z.strictObject({
  source: SourceId,
  at: z.string().min(1).optional().describe("where in the document"),
});
const Names = z.strictObject({ "zh-Hans": z.string().min(1), "zh-Hant": z.string().min(1) });
const Words = z.array(z.string().min(1));

const common = {
  name: z.string().min(1),
  names: Names.optional().describe("in simplified and traditional Chinese"),
  note: z.string().min(1).optional(),
  evidence: z.array(Place).min(1, "a reading rests on at least one source"),
};

const Member = z.strictObject({
  entity: Id,
  as: z.string().min(1).optional().describe("the part of it that is meant"),
  role: z.string().min(1).optional(),
});

/** One layer of the value chain. */
const ChainLayer = z.strictObject({
  ...common,
  covers: Words,
  logic: Words.default([]).describe("what decides in this layer"),
  valued_by: Words.default([]).describe("the measures it is valued by"),
  profit: z.string().min(1).optional().describe("whether profit stays"),
  members: z.array(Member).default([]),
});

/** One force that moves the whole chain. */
const Driver = z.strictObject({ ...common, effect: z.string().min(1), examples: Words.default([]) });

/** What a document says of some firms by a ratio. */
const Reading = z.strictObject({
  entities: z.array(Id).min(1),
  year: z.string().min(4),
  reading: z.string().min(1),
});

/** A ratio of two metrics of one company and one year. Bounds are parts of one: 0.15 is 15 %. */
const HealthRatio = z.strictObject({
  ...common,
  of: z.enum(METRIC_NAMES),
  to: z.enum(METRIC_NAMES),
  usual_below: z.number().positive().optional().describe("the usual ceiling"),
  high_above: z.number().positive().optional().describe("above it the source sees strain"),
  readings: z.array(Reading).default([]),
});
export type HealthRatio = z.infer<typeof HealthRatio>;

/** One way to get power. */
const PowerPath = z.strictObject({
  ...common,
  strength: z.string().min(1),
  limits: Words.default([]),
  members: z.array(Member).default([]),
});

/** A reading of the industry as a whole. */
const Outlook = z.strictObject({ ...common, points: Words.min(1), members: z.array(Member).default([]) });

/** Every sort of lens, by the key it stands under in the file. */
const SORTS = {
  chain: ChainLayer,
  drivers: Driver,
  ratios: HealthRatio,
  power: PowerPath,
  outlooks: Outlook,
} as const;
export type LensSort = keyof typeof SORTS;

/** What each sort is called. */
export const LENS_WORDS: Readonly<Record<LensSort, string>> = {
  chain: "layer of the value chain",
  drivers: "driver",
  ratios: "health ratio",
  power: "way to power",
  outlooks: "outlook",
};
export const LENS_SORTS = Object.keys(LENS_WORDS) as LensSort[];

/** The file of lenses: records by id under each sort. */
export const Lenses = z.strictObject({
  chain: z.record(z.string(), ChainLayer).default({}),
  drivers: z.record(z.string(), Driver).default({}),
  ratios: z.record(z.string(), HealthRatio).default({}),
  power: z.record(z.string(), PowerPath).default({}),
  outlooks: z.record(z.string(), Outlook).default({}),
});
export type Lenses = z.infer<typeof Lenses>;

/** What an empty folder has. */
export const NO_LENSES: Lenses = { chain: {}, drivers: {}, ratios: {}, power: {}, outlooks: {} };

/** One lens with its id and sort. */
export interface Lens {
  readonly id: string;
  readonly sort: LensSort;
  readonly record: Lenses[LensSort][string];
}

/** All lenses in the order of the file. */
export function lensesOf(lenses: Lenses): readonly Lens[] {
  return LENS_SORTS.flatMap((sort) =>
    Object.entries(lenses[sort]).map(([id, record]) => ({ id, sort, record })),
  );
}

/** The entities a lens names. */
export function entitiesIn({ record }: Pick<Lens, "record">): readonly string[] {
  const members = "members" in record ? record.members.map(({ entity }) => entity) : [];
  const read = "readings" in record ? record.readings.flatMap(({ entities }) => entities) : [];
  return [...new Set([...members, ...read])];
}
