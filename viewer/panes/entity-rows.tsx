/** The table of entities: who they are, what they pay and are paid, and how many loops pass them. */
import { ENTITY_KINDS, LAYERS } from "../../src/model/entity.js";
import type { CoreEntity } from "../../src/model/records.js";
import { Usd } from "../components/amount.js";
import { ViewLink } from "../components/links.js";
import { fullName } from "../names.js";
import { paymentsOf, totalOf } from "../payments.js";
import type { Shown } from "../shown.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { type Column, toldOf } from "./columns.js";
import { panesWords } from "./words.js";

export interface EntityRow {
  readonly id: string;
  readonly entity: CoreEntity | undefined;
  readonly paysUsd: number | null;
  readonly paidUsd: number | null;
  readonly deals: number;
  readonly loops: number;
}

/** Every entity in view, the largest first by what it pays and is paid. */
export function entityRows(
  { graph, loops }: Shown,
  entities: ReadonlyMap<string, CoreEntity>,
): readonly EntityRow[] {
  const passes = loops.passes();
  const rows = graph.mapNodes((id) => ({
    id,
    entity: entities.get(id),
    paysUsd: totalOf(paymentsOf(graph, id, "pays")).usd,
    paidUsd: totalOf(paymentsOf(graph, id, "paid")).usd,
    deals: new Set(graph.mapEdges(id, (_key, flow) => flow.deal)).size,
    loops: passes.get(id) ?? 0,
  }));
  const through = ({ paysUsd, paidUsd }: EntityRow) => (paysUsd ?? 0) + (paidUsd ?? 0);
  return rows.sort((a, b) => through(b) - through(a) || (a.id < b.id ? -1 : 1));
}

export function entityColumns(explorer: Explorer): readonly Column<EntityRow>[] {
  const { columns } = panesWords();
  const t = text.value;
  const name = ({ id }: EntityRow) => fullName(explorer.facts.dataset, id, t);
  const all: readonly Column<EntityRow>[] = [
    {
      key: "name",
      heading: columns.name,
      value: name,
      cell: (row) => (
        <ViewLink explorer={explorer} to={{ type: "entity", id: row.id }}>
          {name(row)}
        </ViewLink>
      ),
    },
    {
      key: "kind",
      heading: columns.kind,
      value: ({ entity }) =>
        entity === undefined || entity.kind === null ? null : ENTITY_KINDS[entity.kind][t.language],
    },
    {
      key: "layer",
      heading: columns.layer,
      value: ({ entity }) => (entity?.layer === undefined ? null : LAYERS[entity.layer][t.language]),
    },
    { key: "country", heading: columns.country, value: ({ entity }) => entity?.country ?? null },
    {
      key: "pays",
      heading: columns.pays,
      numeric: true,
      value: ({ paysUsd }) => paysUsd,
      cell: ({ paysUsd }) => paysUsd !== null && <Usd value={paysUsd} />,
    },
    {
      key: "paid",
      heading: columns.paid,
      numeric: true,
      value: ({ paidUsd }) => paidUsd,
      cell: ({ paidUsd }) => paidUsd !== null && <Usd value={paidUsd} />,
    },
    { key: "deals", heading: columns.deals, numeric: true, value: ({ deals }) => deals },
    { key: "loops", heading: columns.loops, numeric: true, value: ({ loops }) => loops },
  ];
  return toldOf(all, explorer.own?.tells, NEEDS);
}

/** What a file has to say for a column to mean something. */
const NEEDS = {
  kind: "entityKinds",
  layer: "layers",
  country: "countries",
  pays: "amounts",
  paid: "amounts",
} as const;
