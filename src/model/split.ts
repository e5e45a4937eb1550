/**
 * The built facts in two: the core, which graphs, lists and searches need, and the details, which cards need.
 * In both a source is a number, its place among all sources, so that no id travels more than once.
 */
import type { BuiltDataset } from "./built.js";
import { type CoreDocument, type Records, readParts } from "./core.js";
import type { Deal } from "./deal.js";
import { isObject } from "./named.js";
import { DETAIL_FIELDS } from "./records.js";
import type { Publisher } from "./source.js";

export interface DetailsDocument {
  /** What `core` has not of each deal, and the notes of its steps by their number. */
  readonly deals: Records;
  readonly publishers: Records;
  readonly observations: Records;
  readonly statements: Records;
  readonly layers: unknown;
}

const DETAILS = ["deals", "publishers", "observations", "statements", "layers"] as const;

/** The keys under which a record names a source. */
const SOURCE_KEYS: readonly string[] = ["source", "author_of", "follows"];

/** Parts a built document. Together the two hold all that it does. */
export function splitBuilt(built: BuiltDataset): { core: CoreDocument; details: DetailsDocument } {
  const { about, counts, entities, rates, redirects, publishers, observations, statements, layers } = built;
  const ids = sourceIds(publishers);
  const numbers = new Map(ids.map((id, i) => [id, i]));
  const numbered = (value: unknown) => renamed(value, (id) => numbers.get(String(id)) ?? id);
  const core: Record<string, unknown> = {};
  const details: Record<string, unknown> = {};
  const published: Record<string, string> = {};
  for (const [id, record] of Object.entries(built.deals as Readonly<Record<string, Deal>>)) {
    const isDetail = (field: string) => (DETAIL_FIELDS as readonly string[]).includes(field);
    const fields = Object.entries(record);
    const notes: Record<string, string> = {};
    const status = record.status.map(({ note, ...step }, i) => {
      if (note !== undefined) notes[i] = note;
      const [publisher = "", document = ""] = step.source.split("/");
      const day = (publishers as Readonly<Record<string, Publisher>>)[publisher]?.documents[document]
        ?.published;
      if (day !== undefined) published[String(numbers.get(step.source))] = day;
      return step;
    });
    const plain = Object.fromEntries(fields.filter(([field]) => !isDetail(field)));
    core[id] = numbered({ ...plain, status });
    details[id] = numbered({ ...Object.fromEntries(fields.filter(([field]) => isDetail(field))), notes });
  }
  return {
    core: { about, counts, entities, deals: core, published, rates, redirects },
    details: {
      deals: details,
      publishers,
      observations: numbered(observations) as Record<string, unknown>,
      statements: numbered(statements) as Record<string, unknown>,
      layers: numbered(layers),
    },
  };
}

/**
 * The two parts as the one document they were parted from.
 *
 * @throws CapitalLoopError `invalid-dataset` when one of them is something else.
 */
export function joinBuilt(core: CoreDocument, document: unknown): BuiltDataset {
  const details = readParts<DetailsDocument>(DETAILS, document, "details.json");
  const { about, counts, entities, rates, redirects } = core;
  const ids = sourceIds(details.publishers);
  const named = (value: unknown) => renamed(value, (number) => ids[Number(number)] ?? number);
  const deals = Object.entries(core.deals).map(([id, record]) => {
    const { notes = {}, ...detail } = details.deals[id] as Readonly<Record<string, unknown>>;
    const { status, ...rest } = record as { status: readonly object[] };
    const steps = status.map((step, i) => {
      const note = (notes as Readonly<Record<string, string>>)[i];
      return note === undefined ? step : { ...step, note };
    });
    return [id, named({ ...rest, status: steps, ...detail })];
  });
  return {
    about,
    counts,
    entities,
    deals: Object.fromEntries(deals),
    publishers: details.publishers,
    observations: named(details.observations) as Record<string, unknown>,
    statements: named(details.statements) as Record<string, unknown>,
    rates,
    layers: named(details.layers),
    redirects,
  };
}

/** Every source's id, in the order their numbers come from. */
function sourceIds(publishers: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(publishers as Readonly<Record<string, Publisher>>).flatMap(([id, { documents }]) =>
    Object.keys(documents).map((document) => `${id}/${document}`),
  );
}

/** The same value with every source called by another name. */
function renamed(value: unknown, nameOf: (source: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, nameOf));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      SOURCE_KEYS.includes(key) ? nameOf(inner) : renamed(inner, nameOf),
    ]),
  );
}
