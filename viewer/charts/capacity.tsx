/** Megawatts that deals name, by how far those deals have come: delivering, under contract, promised. */
import {
  CAPACITY_KINDS,
  type CapacityKind,
  type CapacityRow,
  type Megawatts,
} from "../../src/metrics/power.js";
import { DealLinks } from "../components/deal-links.js";
import type { Explorer } from "../state.js";
import type { Text } from "../text/en.js";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import { linear } from "./scale.js";

/** The firmest first, as they stand in a bar. */
export const STAGES = ["built", "contracted", "promised"] as const;
type Stage = (typeof STAGES)[number];

/** How many megawatts stand in a stage. */
export function megawattsIn(row: Megawatts, stage: Stage): number {
  return row[`${stage}Mw`];
}

/** In all stages. */
export function allMegawatts(row: Megawatts): number {
  return STAGES.reduce((sum, stage) => sum + megawattsIn(row, stage), 0);
}

/** `9.3 GW`, `450 MW`. */
export function wattWords(megawatts: number): string {
  const plain = (value: number) => Number(value.toPrecision(3)).toLocaleString("en-US");
  return megawatts >= 1000 ? `${plain(megawatts / 1000)} GW` : `${plain(megawatts)} MW`;
}

interface CapacityBarProps {
  readonly row: Megawatts;
  /** What fills the whole width. */
  readonly most: number;
}

/** One bar of three pieces, and the same in words. */
export function CapacityBar({ row, most }: CapacityBarProps) {
  const t = text.value;
  const scale = linear([0, most], [0, 100]);
  let from = 0;
  return (
    <>
      <svg class="capacity-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {STAGES.map((stage) => {
          const start = from;
          from += megawattsIn(row, stage);
          return (
            <rect
              key={stage}
              class={stage}
              x={scale(start)}
              y="1"
              width={scale(from) - scale(start)}
              height="8"
            />
          );
        })}
      </svg>
      <span class="capacity-words">{stageWords(row, t)}</span>
    </>
  );
}

function stageWords(row: Megawatts, t: Text): string {
  const { stages } = FIGURES_WORDS[t.language];
  return t.join(
    STAGES.filter((stage) => megawattsIn(row, stage) > 0).map(
      (stage) => `${wattWords(megawattsIn(row, stage))} ${stages[stage]}`,
    ),
  );
}

/** What the three pieces mean. */
export function CapacityKeys() {
  const { stages } = FIGURES_WORDS[text.value.language];
  return (
    <ul class="chart-keys">
      {STAGES.map((stage) => (
        <li key={stage}>
          <i class={stage} aria-hidden="true" />
          {stages[stage]}
        </li>
      ))}
    </ul>
  );
}

interface CapacityProps {
  readonly explorer: Explorer;
  /** Of one company: what it takes, and what it provides. */
  readonly rows: readonly CapacityRow[];
}

/** On a company's card: a bar for each thing that megawatts measure, and the deals that name them. */
export function Capacity({ explorer, rows }: CapacityProps) {
  const words = FIGURES_WORDS[text.value.language];
  const shown = rows.filter((row) => CAPACITY_KINDS.some((kind) => allMegawatts(row[kind]) > 0));
  if (shown.length === 0) return null;
  const most = Math.max(...shown.flatMap((row) => CAPACITY_KINDS.map((kind) => allMegawatts(row[kind]))));
  const deals = [...new Set(shown.flatMap((row) => row.deals))];
  return (
    <details class="fold figure-group">
      <summary>
        {words.capacity} <span class="note">{words.capacityDeals(deals.length)}</span>
      </summary>
      <ul class="capacity">
        {shown.flatMap((row) =>
          CAPACITY_KINDS.filter((kind) => allMegawatts(row[kind]) > 0).map((kind) => (
            <li key={`${row.side} ${kind}`}>
              <span class="what">
                {words.kinds[kind]} <span class="note">{row.side === null ? "" : words.roles[row.side]}</span>
              </span>
              <CapacityBar row={row[kind]} most={most} />
            </li>
          )),
        )}
      </ul>
      <CapacityKeys />
      <p class="note">{words.capacityHow}</p>
      <DealLinks
        explorer={explorer}
        deals={deals.flatMap((deal) => explorer.facts.dataset.deals.get(deal) ?? [])}
      />
    </details>
  );
}

/** Those with most of a kind first; whoever has none of it is left out. */
export function mostOf(rows: readonly CapacityRow[], kind: CapacityKind): readonly CapacityRow[] {
  return rows
    .filter((row) => allMegawatts(row[kind]) > 0)
    .sort((a, b) => allMegawatts(b[kind]) - allMegawatts(a[kind]) || (a.id < b.id ? -1 : 1));
}
