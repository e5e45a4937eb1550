/** Who pays whom, summed: the cells of a matrix of layers, or of the entities that loops pass. */
import { flowsOfLeg, legFrom } from "../../src/graph/legs.js";
import { LAYERS } from "../../src/model/entity.js";
import type { Shown } from "../shown.js";
import type { Ends, MatrixBy } from "../url.js";

/** What one pays another, over all legs between them. */
export interface MatrixCell {
  /** Null when no leg states an amount. */
  readonly amountUsd: number | null;
  readonly deals: readonly string[];
}

export interface Matrix {
  /** The rows and the columns alike, in order. */
  readonly ids: readonly string[];
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

export const cellKey = ({ from, to }: Ends): string => `${from}~${to}`;

/** Where an entity without a layer stands. */
export const NO_LAYER = "other";

const LAYER_ORDER: readonly string[] = [...Object.keys(LAYERS), NO_LAYER];

/** A grid of more rows than this is no picture. */
const MOST_ROWS = 120;

/** Those that loops pass with the most legs at them; ties by id. */
function largest({ legs, circling }: Shown, most: number): ReadonlySet<string> {
  const degree = new Map<string, number>();
  for (let leg = 0; leg < legs.target.length; leg++) {
    for (const v of [legFrom(legs, leg), legs.target[leg] ?? -1]) {
      const id = legs.ids[v] ?? "";
      if (circling.has(id)) degree.set(id, (degree.get(id) ?? 0) + 1);
    }
  }
  const sorted = [...degree].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Set(sorted.slice(0, most).map(([id]) => id));
}

/** Sums a view's legs by layer, or entity by entity; only entities that a loop passes get a row, the largest where there are too many. */
export function matrixOf(shown: Shown, by: MatrixBy): Matrix {
  const { graph, legs, circling } = shown;
  const layerOf = (id: string): string => graph.getNodeAttribute(id, "layer") ?? NO_LAYER;
  const shownIds = circling.size <= MOST_ROWS ? circling : largest(shown, MOST_ROWS);
  const idOf = by === "layer" ? layerOf : (id: string) => (shownIds.has(id) ? id : null);
  const sums = new Map<string, { usd: number | null; deals: Set<string> }>();
  const present = new Set<string>();
  for (let leg = 0; leg < legs.target.length; leg++) {
    const from = idOf(legs.ids[legFrom(legs, leg)] ?? "");
    const to = idOf(legs.ids[legs.target[leg] ?? -1] ?? "");
    if (from === null || to === null) continue;
    present.add(from).add(to);
    const key = cellKey({ from, to });
    const sum = sums.get(key) ?? { usd: null, deals: new Set() };
    const usd = legs.amountUsd[leg] ?? Number.NaN;
    if (!Number.isNaN(usd)) sum.usd = (sum.usd ?? 0) + usd;
    for (const flow of flowsOfLeg(legs, leg)) sum.deals.add(flow.deal);
    sums.set(key, sum);
  }
  const layerRank = (id: string) => LAYER_ORDER.indexOf(by === "layer" ? id : layerOf(id));
  return {
    ids: [...present].sort((a, b) => layerRank(a) - layerRank(b) || (a < b ? -1 : 1)),
    cells: new Map(
      [...sums].map(([key, { usd, deals }]) => [key, { amountUsd: usd, deals: [...deals].sort() }]),
    ),
  };
}

/** How strongly a cell is shaded, 0 (nothing stated) to 5: one step for each tenfold from ten million on. */
export function shadeOf(amountUsd: number | null): number {
  if (amountUsd === null || amountUsd <= 0) return 0;
  return Math.min(5, Math.max(1, Math.floor(Math.log10(amountUsd)) - 6));
}
