/** Cards of what is no node of the graph: a market, a figure, a statement, a speaker, a lens, a document. */
import { type Clocks, figuresOn, statementsOn } from "../../model/clocks.js";
import type { Dataset } from "../../model/dataset.js";
import { entitiesIn, LENS_WORDS, type Lens, lensesOf } from "../../model/lenses.js";
import type { ObservationRecord } from "../../model/observation.js";
import type { Source } from "../../model/source.js";
import { STATEMENT_KINDS, type StatementRecord } from "../../model/statement.js";
import { figureText, metricText } from "../figure-words.js";
import type { Card, Section } from "./card.js";
import { figuresSection, speakerName, statementsSection, subjectName } from "./figures.js";
import { sourcesOfFigures } from "./sources.js";

interface Base {
  readonly id: string;
  readonly asOf: string;
}
interface MarketCard extends Base {
  readonly type: "market";
  readonly name: string;
  readonly figures: readonly ObservationRecord[];
  readonly sources: readonly Source[];
}
interface FigureCard extends Base {
  readonly type: "figure";
  readonly record: ObservationRecord;
  /** Those it is in conflict with. */
  readonly others: readonly ObservationRecord[];
  readonly sources: readonly Source[];
}
interface StatementCard extends Base {
  readonly type: "statement";
  readonly record: StatementRecord;
  readonly sources: readonly Source[];
}
interface SpeakerCard extends Base {
  readonly type: "speaker";
  readonly name: string;
  readonly statements: readonly StatementRecord[];
  readonly sources: readonly Source[];
}
interface LensCard extends Base, Lens {
  readonly type: "lens";
  readonly id: string;
  readonly sources: readonly Source[];
}
interface DocumentCard extends Base {
  readonly type: "document";
  readonly record: Source;
  /** What rests on it, by id. */
  readonly deals: readonly { readonly id: string; readonly title: string }[];
  readonly figures: readonly ObservationRecord[];
  readonly statements: readonly StatementRecord[];
  readonly lenses: readonly Lens[];
}
export type SideCard = MarketCard | FigureCard | StatementCard | SpeakerCard | LensCard | DocumentCard;

type Cites = { readonly evidence: readonly { readonly source: string }[] };

/** The card of an id as of two clocks, or null when nothing of the kind bears it. */
export function sideCard(dataset: Dataset, id: string, clocks: Clocks): SideCard | null {
  const { asOf } = clocks;
  const market = dataset.markets.get(id);
  if (market !== undefined) {
    const figures = figuresOn(dataset, clocks).filter(({ subject }) => subject === id);
    const sources = sourcesOfFigures(dataset, figures);
    return { type: "market", id, asOf, name: market.name, figures, sources };
  }
  const figure = dataset.observations.get(id);
  if (figure !== undefined) {
    const others = figuresOn(dataset, clocks).filter(
      (row) => row.id !== id && row.conflict !== undefined && row.conflict === figure.conflict,
    );
    return { type: "figure", id, asOf, record: figure, others, sources: sourcesOfFigures(dataset, [figure]) };
  }
  const statement = dataset.statements.get(id);
  if (statement !== undefined)
    return {
      type: "statement",
      id,
      asOf,
      record: statement,
      sources: sourcesOfFigures(dataset, [statement]),
    };
  if (dataset.speakers.has(id)) {
    const statements = statementsOn(dataset, clocks).filter(({ speaker }) => speaker === id);
    const sources = sourcesOfFigures(dataset, statements);
    return { type: "speaker", id, asOf, name: speakerName(dataset, id), statements, sources };
  }
  const lens = lensesOf(dataset.lenses).find((row) => row.id === id);
  if (lens !== undefined)
    return { type: "lens", asOf, ...lens, sources: sourcesOfFigures(dataset, [lens.record]) };
  const source = dataset.sources.get(id);
  return source === undefined ? null : documentCard(dataset, source, clocks);
}

function documentCard(dataset: Dataset, record: Source, clocks: Clocks): DocumentCard {
  const cites = (row: Cites) => row.evidence.some(({ source }) => source === record.id);
  const deals = [...dataset.deals.values()].filter(
    (deal) => cites(deal) || deal.status.some(({ source }) => source === record.id),
  );
  return {
    type: "document",
    id: record.id,
    asOf: clocks.asOf,
    record,
    deals: deals.map(({ id, title }) => ({ id, title })),
    figures: figuresOn(dataset, clocks).filter(cites),
    statements: statementsOn(dataset, clocks).filter(cites),
    lenses: lensesOf(dataset.lenses).filter((lens) => cites(lens.record)),
  };
}

/** The card for people. */
export function sideText(card: SideCard, dataset: Dataset): Card {
  const nameOf = (id: string) => dataset.entities.get(id)?.name ?? id;
  switch (card.type) {
    case "market":
      return {
        title: `${card.name} (${card.id})`,
        sections: [figuresSection(card.figures), documents(card.sources)],
      };
    case "figure":
      return figureCardText(card, dataset);
    case "statement": {
      const { speaker, kind, what, about, topics, on, note, evidence } = card.record;
      return {
        title: `${speakerName(dataset, speaker)} ${STATEMENT_KINDS[kind].en} (${card.id})`,
        sections: [
          { heading: null, rows: [[what]] },
          {
            heading: null,
            rows: labelled([
              ["said", on ?? "undated"],
              ["about", [...about.map(nameOf), ...topics].join(", ")],
              ["note", note],
            ]),
          },
          documents(card.sources, evidence),
        ],
      };
    }
    case "speaker":
      return {
        title: `${card.name} (${card.id})`,
        sections: [statementsSection("what it said", card.statements, dataset), documents(card.sources)],
      };
    case "lens":
      return lensText(card, nameOf);
    case "document":
      return documentText(card, dataset);
  }
}

function figureCardText({ id, record, others, sources }: FigureCard, dataset: Dataset): Card {
  const rows: [string, string | undefined][] = [
    ["of", subjectName(dataset, record.subject)],
    ["with", record.with === undefined ? undefined : subjectName(dataset, record.with)],
    ["period", record.period ?? "not stated"],
    ["ends", record.ends],
    ["figure", figureText(record)],
    ["given", record.said],
    ["by", record.method],
    ["note", record.note],
  ];
  return {
    title: `${subjectName(dataset, record.subject)}: ${metricText(record)} (${id})`,
    sections: [
      { heading: null, rows: labelled(rows) },
      {
        heading: "where sources differ",
        rows: others.map((row) => [figureText(row), row.period ?? "", row.id]),
      },
      documents(sources, record.evidence),
    ],
  };
}

function lensText(card: LensCard, nameOf: (id: string) => string): Card {
  const { record, sort, sources } = card;
  const members = "members" in record ? record.members : [];
  const readings = "readings" in record ? record.readings : [];
  const words = Object.entries(record).flatMap(([key, value]): [string, string][] => {
    const text =
      Array.isArray(value) && value.every((item) => typeof item === "string") ? value.join("; ") : value;
    const isPlain = typeof text === "string" || typeof text === "number";
    return isPlain && key !== "name" && text !== "" ? [[key.replaceAll("_", " "), String(text)]] : [];
  });
  const others = entitiesIn(card).filter((id) => !members.some(({ entity }) => entity === id));
  return {
    title: `${record.name}, a ${LENS_WORDS[sort]} (${card.id})`,
    sections: [
      { heading: null, rows: words },
      {
        heading: "members",
        rows: members.map(({ entity, as, role }) => [nameOf(entity), as ?? "", role ?? "", entity]),
      },
      {
        heading: "readings",
        rows:
          others.length === 0
            ? []
            : readings.map(({ entities, year, reading }) => [year, reading, entities.map(nameOf).join(", ")]),
      },
      documents(sources, record.evidence),
    ],
  };
}

function documentText(card: DocumentCard, dataset: Dataset): Card {
  const { record, deals, figures, statements, lenses } = card;
  return {
    title: `${record.title ?? record.publisher} (${record.id})`,
    sections: [
      {
        heading: null,
        rows: labelled([
          ["publisher", record.publisher],
          ["tier", record.tier],
          ["published", record.published],
          ["language", record.language],
          ["address", record.url],
          ["note", record.note],
        ]),
      },
      { heading: "deals that rest on it", rows: deals.map(({ id, title }) => [id, title]) },
      {
        heading: "figures that rest on it",
        rows: figures.map((row) => [
          subjectName(dataset, row.subject),
          metricText(row),
          row.period ?? "undated",
          figureText(row),
          row.id,
        ]),
      },
      statementsSection("statements that rest on it", statements, dataset),
      {
        heading: "seen in it",
        rows: lenses.map(({ id, sort, record: { name } }) => [LENS_WORDS[sort], name, id]),
      },
    ],
  };
}

function labelled(rows: readonly (readonly [string, string | undefined])[]): string[][] {
  return rows.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [[label, value]]));
}

/** Each document in full, with where in it, and where that is said. */
function documents(
  sources: readonly Source[],
  evidence: readonly { readonly source: string; readonly at?: string | undefined }[] = [],
): Section {
  return {
    heading: "sources",
    rows: sources.flatMap(({ id, publisher, tier, published = "", url }) => {
      const at = evidence.find(({ source }) => source === id)?.at;
      return [
        [publisher, tier, published, at === undefined ? "" : `at ${at}`, id],
        ...(url === undefined ? [] : [[`    ${url}`]]),
      ];
    }),
  };
}
