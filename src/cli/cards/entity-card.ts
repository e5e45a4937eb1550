/** Everything known of an entity: its names, what it pays and is paid, its figures, the loops through it. */
import { dealsOn } from "../../graph/build.js";
import { type HealthYear, healthOf } from "../../metrics/health.js";
import { type Clocks, figuresOn, statementsOn } from "../../model/clocks.js";
import type { Dataset, DealRecord, EntityRecord } from "../../model/dataset.js";
import { ENTITY_KINDS, LAYERS } from "../../model/entity.js";
import { entitiesIn, LENS_WORDS, type Lens, lensesOf } from "../../model/lenses.js";
import type { ObservationRecord } from "../../model/observation.js";
import type { Source } from "../../model/source.js";
import type { StatementRecord } from "../../model/statement.js";
import type { OpenedGraph } from "../../node/open-graph.js";
import { counted } from "../words.js";
import type { Card } from "./card.js";
import { figuresSection, healthSection, statementsSection } from "./figures.js";
import { type FlowRow, flowCells, flowRows } from "./flow-row.js";
import { type LoopsThrough, loopsSection, loopsThrough } from "./loops-through.js";
import { sourcesOfDeals, sourcesOfFigures } from "./sources.js";

export interface EntityCard {
  readonly type: "entity";
  readonly id: string;
  readonly asOf: string;
  /** As the facts or the graph file have it. */
  readonly record: Readonly<Record<string, unknown>>;
  /** What it pays and what it is paid in this view, the largest first. */
  readonly pays: readonly FlowRow[];
  readonly paid: readonly FlowRow[];
  /** Deals it has a part in that make no flow in this view. */
  readonly otherDeals: readonly { readonly id: string; readonly title: string }[];
  readonly loops: LoopsThrough;
  /** What is known of it in figures on that day, and the health ratios they make. */
  readonly figures: readonly ObservationRecord[];
  readonly health: readonly HealthYear[];
  /** What it said, and what others said of it. */
  readonly statements: {
    readonly by: readonly StatementRecord[];
    readonly about: readonly StatementRecord[];
  };
  /** The layers, ratios and ways to power that name it. */
  readonly lenses: readonly Lens[];
  /** The documents all of this rests on. */
  readonly sources: readonly Source[];
}

export function entityCard({ dataset, whole, graph }: OpenedGraph, id: string): EntityCard {
  const inView = graph.hasNode(id);
  const pays = inView ? flowRows(graph, graph.outEdges(id)) : [];
  const paid = inView ? flowRows(graph, graph.inEdges(id)) : [];
  const clocks = { asOf: graph.getAttribute("asOf"), knownBy: graph.getAttribute("knownBy") };
  const deals = dealsOf(dataset, id, clocks);
  const shown = new Set([...pays, ...paid].map(({ deal }) => deal));
  const figures = dataset === null ? [] : figuresOn(dataset, clocks).filter(({ subject }) => subject === id);
  const statements = dataset === null ? [] : statementsOn(dataset, clocks);
  const by = statements.filter(({ speaker }) => speaker === id);
  const about = statements.filter((statement) => statement.about.includes(id));
  return {
    type: "entity",
    id,
    asOf: clocks.asOf,
    record: { ...(dataset?.entities.get(id) ?? whole.getNodeAttributes(id)) },
    pays,
    paid,
    otherDeals: deals.filter((deal) => !shown.has(deal.id)).map(({ id, title }) => ({ id, title })),
    loops: loopsThrough(graph, { entity: id }),
    figures,
    health: dataset === null ? [] : healthOf(figures, dataset.lenses.ratios),
    statements: { by, about },
    lenses: dataset === null ? [] : lensesOf(dataset.lenses).filter((lens) => entitiesIn(lens).includes(id)),
    sources:
      dataset === null
        ? []
        : [
            ...new Set([
              ...sourcesOfDeals(dataset, deals),
              ...sourcesOfFigures(dataset, [...figures, ...by, ...about]),
            ]),
          ],
  };
}

/** The deals it had a part in by the day. */
function dealsOf(dataset: Dataset | null, entity: string, clocks: Clocks): DealRecord[] {
  if (dataset === null) return [];
  return dealsOn(dataset, clocks).filter(({ parties }) => parties.some((party) => party.entity === entity));
}

function sourcesText({ length }: readonly Source[]): string[][] {
  return length === 0 ? [] : [[`${counted(length, "document")}; those of a deal: capital-loop show DEAL`]];
}

/** The card for people. */
export function entityText(card: EntityCard, dataset: Dataset | null, nameOf: (id: string) => string): Card {
  const { id, asOf, pays, paid, otherDeals, loops, sources } = card;
  const record = dataset?.entities.get(id);
  return {
    title: nameOf(id) === id ? id : `${nameOf(id)} (${id})`,
    sections: [
      { heading: null, rows: record === undefined ? [] : factsOf(record, nameOf) },
      {
        heading: `pays (${counted(pays.length, "flow")} as of ${asOf})`,
        rows: pays.map((flow) => flowCells(flow, nameOf(flow.to))),
      },
      {
        heading: `is paid (${counted(paid.length, "flow")} as of ${asOf})`,
        rows: paid.map((flow) => flowCells(flow, nameOf(flow.from))),
      },
      { heading: "deals without a flow in this view", rows: otherDeals.map((deal) => [deal.id, deal.title]) },
      loopsSection(loops, `--through ${id}`, nameOf),
      ...(dataset === null ? [] : sideSections(card, dataset)),
      { heading: "sources", rows: sourcesText(sources) },
    ],
  };
}

function sideSections({ figures, health, statements, lenses }: EntityCard, dataset: Dataset) {
  return [
    healthSection(health),
    figuresSection(figures),
    statementsSection("what it said", statements.by, dataset),
    statementsSection("what others said of it", statements.about, dataset),
    {
      heading: "seen as part of",
      rows: lenses.map(({ id, sort, record }) => [LENS_WORDS[sort], record.name, id]),
    },
  ];
}

function factsOf(record: EntityRecord, nameOf: (id: string) => string): string[][] {
  const { names, kind, layer, country, ticker, exchange, aliases, parents, affiliation, note } = record;
  const listed = ticker === undefined ? undefined : [ticker, exchange].filter(Boolean).join(", ");
  const owners = parents.map(({ entity, from, to }) => {
    const span = from === undefined && to === undefined ? "" : ` (${from ?? "…"} to ${to ?? "now"})`;
    return `${nameOf(entity)}${span}`;
  });
  const rows: [string, string | undefined][] = [
    ["simplified Chinese", names["zh-Hans"]],
    ["traditional Chinese", names["zh-Hant"]],
    ["kind", ENTITY_KINDS[kind].en],
    ["layer", layer === undefined ? undefined : LAYERS[layer].en],
    ["country", country],
    ["ticker", listed],
    ["parent", owners.length === 0 ? undefined : owners.join("; ")],
    ["speaks for", affiliation === undefined ? undefined : nameOf(affiliation)],
    ["also called", aliases.length === 0 ? undefined : aliases.join(", ")],
    ["note", note],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}
