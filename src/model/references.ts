/**
 * What one record cannot know by itself: that the ids it names exist, that its flows run the way their
 * kind says, that its file lies in the right year, and that every document is cited by something.
 */
import * as z from "zod";
import { Deal } from "./deal.js";
import { DEAL_KINDS } from "./deal-kinds.js";
import { closest, type FieldPath } from "./explain.js";
import { Id, SourceId } from "./ids.js";
import { isObject, type Named, namedBy } from "./named.js";
import type { Dataset, RawDataset, RawRecord } from "./records.js";
import { type Facts, mustBeEntity, type Report, unknown } from "./reference-faults.js";
import { checkFigures, checkLenses, checkRedirects, checkStatements } from "./side-references.js";

/** What a deal's flows are checked by; a deal with other faults still has them. */
const Skeleton = z.object({ kind: Deal.shape.kind, parties: Deal.shape.parties, flows: Deal.shape.flows });
type Skeleton = z.infer<typeof Skeleton>;

/** The keys that hold a source, in whatever record. */
const SOURCE_KEYS: readonly string[] = ["source", "author_of", "follows"];

const Announced = z.object({ announced: Deal.shape.announced });

/**
 * Reports every fault between records. It looks at raw values, so that a record with a fault of its own
 * has its references checked in the same run.
 */
export function checkReferences(raw: RawDataset, dataset: Dataset, report: Report): void {
  const facts: Facts = { raw, dataset, report };
  const cited = new Set<string>();

  for (const [id, record] of raw.entities) checkEntity(id, record, facts);

  const citing = [
    raw.rates,
    ...raw.deals.values(),
    ...raw.observations.values(),
    ...raw.statements.values(),
    ...(raw.layers === null ? [] : [raw.layers]),
  ];
  for (const record of citing) {
    for (const { path, id } of namedBy(record.value, SOURCE_KEYS, SourceId)) {
      cited.add(id);
      checkSource(record.file, path, id, facts);
    }
  }
  checkFigures(facts);
  for (const [id, record] of raw.statements) checkStatements(id, record, facts);
  if (raw.layers !== null) checkLenses(raw.layers, facts);
  if (raw.redirects !== null) checkRedirects(raw.redirects, facts);

  for (const record of raw.deals.values()) {
    for (const { path, id } of named(record.value, "parties", "entity"))
      mustBeEntity(record.file, path, id, facts);
    for (const { path, id } of named(record.value, "parties", "counted_in")) {
      if (!raw.deals.has(id))
        unknown(record.file, path, "deal", id, raw.deals.keys(), "its file below graph-data/deals/", report);
    }
    const skeleton = Skeleton.safeParse(record.value);
    if (skeleton.success) checkFlows(record.file, skeleton.data, report);
    const dated = Announced.safeParse(record.value);
    if (dated.success) checkYear(record.file, dated.data.announced, report);
  }

  // A record that could not be read may cite anything.
  if (citing.some(({ value }) => value === undefined)) return;
  for (const id of dataset.sources.keys()) {
    if (cited.has(id)) continue;
    const [publisher = "", document = ""] = id.split("/");
    const file = raw.publishers.get(publisher)?.file ?? publisher;
    report(file, ["documents", document], "no fact cites this document", "cite it, or remove it", "key");
  }
}

/** Well-formed ids in one field of a list's rows; what is no id at all is the schema's to report. */
function named(value: unknown, list: string, field: string): Named[] {
  const rows = isObject(value) ? value[list] : undefined;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown, i) => {
    const id = isObject(row) ? row[field] : undefined;
    return typeof id === "string" && Id.safeParse(id).success ? [{ path: [list, i, field], id }] : [];
  });
}

function checkEntity(id: string, record: RawRecord, facts: Facts): void {
  for (const parent of named(record.value, "parents", "entity")) {
    mustBeEntity(record.file, parent.path, parent.id, facts);
    if (parent.id === id) {
      const mend = "name the owner, or remove the line";
      facts.report(record.file, parent.path, "an entity is not its own parent", mend);
    }
  }
  const affiliation = isObject(record.value) ? record.value.affiliation : undefined;
  if (typeof affiliation === "string" && Id.safeParse(affiliation).success)
    mustBeEntity(record.file, ["affiliation"], affiliation, facts);
}

function checkSource(file: string, path: FieldPath, id: string, facts: Facts): void {
  if (facts.dataset.sources.has(id)) return;
  const [publisher = ""] = id.split("/");
  // A publisher whose file does not hold reports that itself.
  if (facts.raw.publishers.has(publisher) && !hasPublisher(facts.dataset, publisher)) return;
  const where = `it to graph-data/sources/${publisher}.yaml`;
  unknown(file, path, "source", id, facts.dataset.sources.keys(), where, facts.report);
}

function hasPublisher(dataset: Dataset, publisher: string): boolean {
  for (const id of dataset.sources.keys()) if (id.startsWith(`${publisher}/`)) return true;
  return false;
}

function checkYear(file: string, announced: string, report: Report): void {
  const year = /(?:^|\/)deals\/([^/]+)\//.exec(file)?.[1];
  if (year === undefined || announced.startsWith(year)) return;
  const right = announced.slice(0, 4);
  const fault = `announced in ${right}, but filed under ${year}`;
  report(file, ["announced"], fault, `move the file to deals/${right}/`);
}

/** Stated flows run between the deal's own parties, name a kind that pays, and never against it. */
function checkFlows(file: string, deal: Skeleton, report: Report): void {
  const rolesOf = (entity: string) => deal.parties.filter((p) => p.entity === entity).map((p) => p.role);
  deal.flows?.forEach((flow, i) => {
    const kind = DEAL_KINDS[(flow.kind as keyof typeof DEAL_KINDS | undefined) ?? deal.kind];
    if (kind.class === null) {
      report(
        file,
        ["flows", i],
        `a ${deal.kind} moves no capital by itself`,
        "give the flow a kind of its own",
        "key",
      );
    }
    for (const end of ["from", "to"] as const) {
      if (rolesOf(flow[end]).length === 0) {
        const named = deal.parties.flatMap((p) => (p.entity === undefined ? [] : [p.entity]));
        const near = closest(flow[end], named);
        const crowd = named.length < deal.parties.length ? "; a crowd makes no flow: leave it out" : "";
        const mend =
          near === null
            ? `name it among the parties${crowd}`
            : `did you mean "${near}"? Else name it among the parties`;
        report(file, ["flows", i, end], `"${flow[end]}" is no party of this deal`, mend);
      }
    }
    if (flow.from === flow.to) {
      report(file, ["flows", i, "to"], "a flow runs between two entities", "name the one that is paid");
    }
    const payer = rolesOf(flow.from);
    const payee = rolesOf(flow.to);
    const paidRoles: readonly string[] = kind.to;
    const payingRoles: readonly string[] = kind.from;
    const backwards =
      payer.length > 0 &&
      payee.length > 0 &&
      payer.every((role) => paidRoles.includes(role)) &&
      payee.every((role) => payingRoles.includes(role));
    if (backwards) {
      report(
        file,
        ["flows", i, "from"],
        `this flow runs from the ${payer[0]} to the ${payee[0]}, against its kind`,
        "a flow points the way capital moves: swap from and to, or give the flow its own kind",
      );
    }
  });
}
