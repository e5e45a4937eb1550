/**
 * JSON-LD: entities, deals, flows and sources as linked data, with PROV for where each deal is known from. The
 * context stands in the file, so that it expands and canonicalises without a network.
 *
 * A deal's primary documents are its `prov:hadPrimarySource`, all others what it `prov:wasDerivedFrom`.
 *
 * @see https://www.w3.org/TR/json-ld11/ and https://www.w3.org/TR/prov-o/
 */
import type { CapitalGraph, FlowAttributes } from "../graph/capital-graph.js";
import type { Dataset } from "../model/dataset.js";
import type { PartialDay } from "../model/dates.js";
import { sortedIds } from "../model/ids.js";
import type { WriteOptions } from "./format.js";
import { wholeCharacters } from "./half-characters.js";
import { legalIds } from "./legal-ids.js";
import { inPieces } from "./pieces.js";
import { entityIds, flowIds, type GraphRows, rowsOf } from "./rows.js";

const CONTEXT = {
  "@version": 1.1,
  "@vocab": "urn:capital-loop:vocab:",
  prov: "http://www.w3.org/ns/prov#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  schema: "https://schema.org/",
  name: "schema:name",
  title: "schema:name",
  nameZhHans: { "@id": "schema:alternateName", "@language": "zh-Hans" },
  nameZhHant: { "@id": "schema:alternateName", "@language": "zh-Hant" },
  url: { "@id": "schema:url", "@type": "@id" },
  publisher: "schema:publisher",
  payer: { "@type": "@id" },
  payee: { "@type": "@id" },
  deal: { "@type": "@id" },
  amountUsd: { "@type": "xsd:double" },
  amount: { "@type": "xsd:double" },
  time: { "@type": "xsd:double" },
  asOf: { "@type": "xsd:date" },
  knownBy: { "@type": "xsd:date" },
  live: { "@type": "xsd:boolean" },
  primarySources: { "@id": "prov:hadPrimarySource", "@type": "@id", "@container": "@set" },
  otherSources: { "@id": "prov:wasDerivedFrom", "@type": "@id", "@container": "@set" },
} as const;

type Properties = Readonly<Record<string, unknown>>;

/** A graph as JSON-LD, in pieces. */
export function writeJsonld(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): Generator<string> {
  return inPieces(lines(rowsOf(graph), options.dataset ?? null));
}

/**
 * A graph as JSON-LD, in one piece; with `dataset` the documents that its deals rest on are part of it.
 *
 * @example toJsonld(view, { dataset });
 */
export function toJsonld(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): string {
  return [...writeJsonld(graph, options)].join("");
}

function* lines(graph: GraphRows, dataset: Dataset | null): Generator<string> {
  const { asOf, knownBy } = graph;
  const about = stated({ "@id": "urn:capital-loop:graph", "@type": "Graph", asOf, knownBy });
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n${line(about)}`;
  const entityIri = irisOf("entity", () => entityIds(graph));
  const flowIri = irisOf("flow", () => flowIds(graph));
  const dealIri = irisOf("deal", () => dealIds(graph));
  for (const { id, entity } of graph.entities()) {
    const { label: name, nameZhHans, nameZhHant, kind, layer, country, ticker } = entity;
    const known = { name, nameZhHans, nameZhHant, kind, layer, country, ticker };
    yield `,\n${line({ "@id": entityIri(id), "@type": ["prov:Entity", "Entity"], ...stated(known) })}`;
  }
  const deals = new Map<string, FlowAttributes>();
  for (const { id, source, target, flow } of graph.flows()) {
    if (!deals.has(flow.deal)) deals.set(flow.deal, flow);
    const ends = { payer: entityIri(source), payee: entityIri(target), deal: dealIri(flow.deal) };
    const { kind, amountUsd, amount, currency, qualifier, basis, time } = flow;
    const money = stated({ kind, amountUsd, amount, currency, qualifier, basis, time });
    yield `,\n${line({ "@id": flowIri(id), "@type": "Flow", ...ends, ...money })}`;
  }
  const ids = sortedIds([...deals.keys()]);
  for (const id of ids) {
    const flow = deals.get(id);
    if (flow !== undefined) yield `,\n${line({ "@id": dealIri(id), ...dealOf(id, flow, dataset) })}`;
  }
  for (const source of dataset === null ? [] : sourcesOf(ids, dataset)) yield `,\n${line(source)}`;
  yield "\n]}\n";
}

/** A deal, as it stood on the graph's day. */
function dealOf(id: string, flow: FlowAttributes, dataset: Dataset | null): Properties {
  const { title, kind, announced, paidFrom, paidTo, state, firmness, live } = flow;
  const dates = { announced: dated(announced), paidFrom: dated(paidFrom), paidTo: dated(paidTo) };
  const evidence = dataset?.deals.get(id)?.evidence ?? [];
  const cited = sortedIds([...new Set(evidence.map(({ source }) => source))]);
  const isPrimary = (source: string) => dataset?.sources.get(source)?.tier === "primary";
  const primary = cited.filter(isPrimary).map((source) => iri("source", source));
  const other = cited.filter((source) => !isPrimary(source)).map((source) => iri("source", source));
  return {
    "@type": ["prov:Entity", "Deal"],
    ...stated({ title, kind, ...dates, state, firmness, live }),
    ...(primary.length === 0 ? {} : { primarySources: primary }),
    ...(other.length === 0 ? {} : { otherSources: other }),
  };
}

/** The documents that some deal in view rests on. */
function* sourcesOf(deals: readonly string[], { deals: records, sources }: Dataset): Generator<Properties> {
  const cited = new Set(deals.flatMap((id) => (records.get(id)?.evidence ?? []).map(({ source }) => source)));
  for (const id of sortedIds([...cited])) {
    const source = sources.get(id);
    if (source === undefined) continue;
    const { url, title, publisher, published, tier, language } = source;
    const known = { title, publisher, url, published: dated(published ?? null), tier, language };
    yield { "@id": iri("source", id), "@type": ["prov:Entity", "Source"], ...stated(known) };
  }
}

/** A date typed by how exactly it is known. */
function dated(date: PartialDay | null): Properties | null {
  if (date === null) return null;
  const type = date.length === 4 ? "xsd:gYear" : date.length === 7 ? "xsd:gYearMonth" : "xsd:date";
  return { "@type": type, "@value": date };
}

/** The names of ids, which in other people's graphs may hold any sign. */
function irisOf(of: "entity" | "deal" | "flow", ids: () => Iterable<string>): (id: string) => string {
  const idOf = legalIds(ids, wholeCharacters);
  return (id) => iri(of, idOf(id));
}

function dealIds(graph: GraphRows): ReadonlySet<string> {
  return new Set(Array.from(graph.flows(), ({ flow }) => flow.deal));
}

/** A name that holds everywhere. */
function iri(of: "entity" | "deal" | "flow" | "source", id: string): string {
  return `urn:capital-loop:${of}:${id.split("/").map(encodeURIComponent).join("/")}`;
}

/** What is there; null is not known, and not said. */
function stated(properties: Properties): Properties {
  const known = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known);
}

function line(node: Properties): string {
  return JSON.stringify(node);
}
