/** The table of deals: when, who pays whom, for what, how much and how far it has come. */
import type { CapitalGraph, FlowAttributes } from "../../src/graph/capital-graph.js";
import { DEAL_KINDS } from "../../src/model/deal-kinds.js";
import type { CoreDeal } from "../../src/model/records.js";
import { firmnessRank } from "../../src/model/status.js";
import { Usd } from "../components/amount.js";
import { ViewLink } from "../components/links.js";
import { dealTitle, displayName } from "../names.js";
import { citedSources } from "../sources-of.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { type Column, toldOf } from "./columns.js";
import { panesWords } from "./words.js";

export interface DealRow {
  readonly id: string;
  readonly deal: CoreDeal | undefined;
  readonly payers: readonly string[];
  readonly payees: readonly string[];
  readonly flow: FlowAttributes;
  /** The sum over its flows; null where none states an amount. */
  readonly amountUsd: number | null;
}

/** Every deal with a flow in view, the latest first. */
export function dealRows(graph: CapitalGraph, deals: ReadonlyMap<string, CoreDeal>): readonly DealRow[] {
  const rows = new Map<string, DealRow>();
  graph.forEachEdge((_key, flow, from, to) => {
    const row = rows.get(flow.deal);
    rows.set(flow.deal, {
      id: flow.deal,
      deal: deals.get(flow.deal),
      flow: row?.flow ?? flow,
      payers: [...new Set([...(row?.payers ?? []), from])],
      payees: [...new Set([...(row?.payees ?? []), to])],
      amountUsd: flow.amountUsd === null ? (row?.amountUsd ?? null) : (row?.amountUsd ?? 0) + flow.amountUsd,
    });
  });
  const day = ({ flow }: DealRow) => flow.announced ?? "";
  return [...rows.values()].sort((a, b) => day(b).localeCompare(day(a)) || (a.id < b.id ? -1 : 1));
}

export function dealColumns(explorer: Explorer): readonly Column<DealRow>[] {
  const words = panesWords();
  const t = text.value;
  const { dataset, details } = explorer.facts;
  const sourcesOf = (id: string) => {
    const whole = details.whole.value;
    const deal = whole?.deals.get(id);
    return whole === null || deal === undefined ? null : citedSources(whole, deal).length;
  };
  const names = (ids: readonly string[]) =>
    ids.length > 2
      ? words.several(ids.length)
      : ids.map((id) => displayName(dataset, id, t)).join(t.language === "en" ? ", " : "、");
  const all: readonly Column<DealRow>[] = [
    {
      key: "day",
      heading: words.columns.day,
      numeric: true,
      value: ({ flow }) =>
        flow.announced === null ? null : Number(flow.announced.padEnd(10, "-00").replaceAll("-", "")),
      cell: ({ flow }) => (flow.announced === null ? "" : t.day(flow.announced)),
    },
    {
      key: "deal",
      heading: words.columns.deal,
      value: ({ id }) => dealTitle(dataset, id, t),
      cell: ({ id }) => (
        <ViewLink explorer={explorer} to={{ type: "deal", id }}>
          {dealTitle(dataset, id, t)}
        </ViewLink>
      ),
    },
    { key: "from", heading: words.columns.from, value: ({ payers }) => names(payers) },
    { key: "to", heading: words.columns.to, value: ({ payees }) => names(payees) },
    {
      key: "kind",
      heading: words.columns.kind,
      value: ({ flow }) => (flow.kind === null ? null : DEAL_KINDS[flow.kind][t.language].noun),
    },
    {
      key: "amount",
      heading: words.columns.amount,
      numeric: true,
      value: ({ amountUsd }) => amountUsd,
      cell: ({ amountUsd }) => <Usd value={amountUsd} />,
    },
    {
      key: "state",
      heading: words.columns.state,
      value: ({ flow }) => firmnessRank(flow.firmness),
      cell: ({ flow }) => t.deal.states[flow.state],
    },
    {
      key: "sources",
      heading: words.columns.sources,
      numeric: true,
      value: ({ id }) => sourcesOf(id),
    },
  ];
  return toldOf(all, explorer.own?.tells, NEEDS);
}

/** What a file has to say for a column to mean something. */
const NEEDS = { day: "days", kind: "kinds", amount: "amounts", state: "states", sources: "sources" } as const;
