/**
 * The one door into the facts: raw records in, a checked dataset out, or every problem at once.
 * Past this door nothing is checked twice.
 */
import type * as z from "zod";
import { CapitalLoopError, type Problem, problemLine } from "../errors.js";
import { About } from "./about.js";
import { Deal } from "./deal.js";
import { DEAL_KINDS } from "./deal-kinds.js";
import { Entity } from "./entity.js";
import { closest, explainIssue, type FieldPath, pathText } from "./explain.js";
import { type Rate, Rates } from "./money.js";
import { Publisher, type Source } from "./source.js";

/** One record as it was read, and the file it came from. */
export interface RawRecord {
  readonly file: string;
  readonly value: unknown;
}

/** Everything as it was read: nothing judged yet. Keys are ids. */
export interface RawDataset {
  readonly entities: ReadonlyMap<string, RawRecord>;
  readonly deals: ReadonlyMap<string, RawRecord>;
  readonly publishers: ReadonlyMap<string, RawRecord>;
  readonly rates: RawRecord;
  readonly about: RawRecord;
}

export interface EntityRecord extends Entity {
  readonly id: string;
}
export interface DealRecord extends Deal {
  readonly id: string;
}

/** Checked facts. Every id that one record names exists. Maps run in the order of their ids. */
export interface Dataset {
  readonly about: About;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly deals: ReadonlyMap<string, DealRecord>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly rates: readonly Rate[];
}

/** Where in a file the value at a path stands (or its key); lines and columns count from 1. */
export type Locate = (file: string, path: FieldPath, at: "key" | "value") => { line: number; column: number };

const NOWHERE: Locate = () => ({ line: 1, column: 1 });

/**
 * Checks raw records.
 *
 * @throws CapitalLoopError `invalid-dataset`, carrying every problem in the order of files and lines.
 */
export function parseDataset(raw: RawDataset, locate: Locate = NOWHERE): Dataset {
  const { dataset, problems } = checkDataset(raw, locate);
  if (problems.length > 0) throw invalidDataset(problems);
  return dataset;
}

/** The error that carries every problem; its message is one line for each. */
export function invalidDataset(problems: readonly Problem[]): CapitalLoopError {
  return new CapitalLoopError("invalid-dataset", problems.map(problemLine).join("\n"), problems);
}

/** Checks raw records and gives back what held, beside every problem of what did not. */
export function checkDataset(
  raw: RawDataset,
  locate: Locate = NOWHERE,
): { dataset: Dataset; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (file, path, message, hint, at = "value") =>
    problems.push({ file, ...locate(file, path, at), path: pathText(path), message, hint });

  const entities = checkEach(raw.entities, Entity, report);
  const deals = checkEach(raw.deals, Deal, report);
  const publishers = checkEach(raw.publishers, Publisher, report);
  const rates = checkOne(raw.rates, Rates, report)?.rates ?? [];

  const sources = new Map<string, Source>();
  for (const [id, { publisher, documents }] of publishers) {
    for (const document of Object.keys(documents).sort()) {
      const row = documents[document];
      if (row !== undefined) sources.set(`${id}/${document}`, { id: `${id}/${document}`, publisher, ...row });
    }
  }

  const dataset: Dataset = {
    about: checkOne(raw.about, About, report) ?? { version: "0.0.0", asOf: "1970-01-01" },
    entities: withIds(entities),
    deals: withIds(deals),
    sources,
    rates,
  };
  checkReferences(raw, dataset, report);
  problems.sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
  return { dataset, problems };
}

type Report = (file: string, path: FieldPath, message: string, hint: string, at?: "key" | "value") => void;

function checkOne<S extends z.ZodType>(record: RawRecord, schema: S, report: Report): z.output<S> | null {
  const result = schema.safeParse(record.value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const fault of explainIssue(issue, schema)) {
      report(record.file, fault.path, fault.message, fault.hint, fault.at);
    }
  }
  return null;
}

function checkEach<S extends z.ZodType>(
  records: ReadonlyMap<string, RawRecord>,
  schema: S,
  report: Report,
): Map<string, z.output<S>> {
  const checked = new Map<string, z.output<S>>();
  for (const id of [...records.keys()].sort()) {
    const record = records.get(id);
    if (record === undefined) continue;
    const value = checkOne(record, schema, report);
    if (value !== null) checked.set(id, value);
  }
  return checked;
}

function withIds<T extends object>(records: ReadonlyMap<string, T>): Map<string, T & { id: string }> {
  return new Map([...records].map(([id, record]) => [id, { id, ...record }]));
}

/** What one file cannot know: that the ids it names exist, and that flows run the way their kind says. */
function checkReferences(raw: RawDataset, dataset: Dataset, report: Report): void {
  const cited = new Set<string>(dataset.rates.map((rate) => rate.source));

  const mustExist = (
    file: string,
    path: FieldPath,
    noun: string,
    id: string,
    known: ReadonlyMap<string, unknown>,
    rawKnown: ReadonlyMap<string, unknown>,
    where: string,
  ) => {
    // A record that is there but broken has its own problems; it is not missing as well.
    if (known.has(id) || rawKnown.has(id)) return;
    const near = closest(id, known.keys());
    const mend = near === null ? `add ${where}` : `did you mean "${near}"? If it is new, add ${where}`;
    report(file, path, `no ${noun} has the id "${id}"`, mend);
  };
  const entityMustExist = (file: string, path: FieldPath, id: string) =>
    mustExist(file, path, "entity", id, dataset.entities, raw.entities, `graph-data/entities/${id}.yaml`);
  const dealMustExist = (file: string, path: FieldPath, id: string) =>
    mustExist(file, path, "deal", id, dataset.deals, raw.deals, `its file below graph-data/deals/`);
  const sourceMustExist = (file: string, path: FieldPath, id: string) => {
    cited.add(id);
    const [publisher = ""] = id.split("/");
    // A publisher whose file does not hold reports that itself.
    const broken = raw.publishers.has(publisher) && !hasPublisher(dataset, publisher);
    if (broken) return;
    const none = new Map<string, unknown>();
    mustExist(file, path, "source", id, dataset.sources, none, `it to graph-data/sources/${publisher}.yaml`);
  };

  for (const [id, entity] of dataset.entities) {
    const file = raw.entities.get(id)?.file ?? id;
    entity.parents.forEach((parent, i) => {
      entityMustExist(file, ["parents", i, "entity"], parent.entity);
      if (parent.entity === id) {
        report(
          file,
          ["parents", i, "entity"],
          "an entity is not its own parent",
          "name the owner, or remove the line",
        );
      }
    });
    if (entity.affiliation !== undefined) entityMustExist(file, ["affiliation"], entity.affiliation);
  }

  dataset.rates.forEach((rate, i) => {
    sourceMustExist(raw.rates.file, ["rates", i, "source"], rate.source);
  });

  for (const [id, deal] of dataset.deals) {
    const file = raw.deals.get(id)?.file ?? id;
    deal.parties.forEach((party, i) => {
      if (party.entity !== undefined) entityMustExist(file, ["parties", i, "entity"], party.entity);
      if (party.counted_in !== undefined) dealMustExist(file, ["parties", i, "counted_in"], party.counted_in);
    });
    deal.status.forEach((step, i) => {
      sourceMustExist(file, ["status", i, "source"], step.source);
    });
    deal.evidence.forEach((evidence, i) => {
      sourceMustExist(file, ["evidence", i, "source"], evidence.source);
    });
    checkFlows(file, deal, report);
    const year = /\/deals\/([^/]+)\//.exec(file)?.[1];
    if (year !== undefined && !deal.announced.startsWith(year)) {
      const right = deal.announced.slice(0, 4);
      report(
        file,
        ["announced"],
        `announced in ${right}, but filed under ${year}`,
        `move the file to deals/${right}/`,
      );
    }
  }

  for (const id of dataset.sources.keys()) {
    if (cited.has(id)) continue;
    const [publisher = "", document = ""] = id.split("/");
    const file = raw.publishers.get(publisher)?.file ?? publisher;
    report(file, ["documents", document], "no fact cites this document", "cite it, or remove it", "key");
  }
}

function hasPublisher(dataset: Dataset, publisher: string): boolean {
  for (const id of dataset.sources.keys()) if (id.startsWith(`${publisher}/`)) return true;
  return false;
}

/** Stated flows run between the deal's own parties, name a kind that pays, and never against it. */
function checkFlows(file: string, deal: Deal, report: Report): void {
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
        const near = closest(
          flow[end],
          deal.parties.flatMap((p) => (p.entity === undefined ? [] : [p.entity])),
        );
        const mend =
          near === null
            ? "name it among the parties"
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
