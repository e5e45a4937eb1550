/** How well a leg is borne out: the documents its deals rest on. */
import type { Leg } from "../graph/legs.js";
import type { Dataset } from "../model/dataset.js";
import { firstDay, type PartialDay } from "../model/dates.js";

/** How well a leg is borne out. */
export interface LegEvidence {
  readonly from: string;
  readonly to: string;
  /** How many documents the leg's deals name, each once. */
  readonly documents: number;
  /** Of them, those by the parties themselves or by an authority. */
  readonly primary: number;
  /** Of them, those that state an amount. */
  readonly statingAmount: number;
  /** When the latest of them was published; null where none says. */
  readonly latest: PartialDay | null;
}

/**
 * The evidence of each leg, in order. Time O(documents).
 *
 * @example legEvidence(dataset, loopWithId(view, "amd>openai").legs);
 */
export function legEvidence(dataset: Dataset, legs: readonly Leg[]): readonly LegEvidence[] {
  return legs.map(({ from, to, deals }) => {
    const rows = deals.flatMap((id) => dataset.deals.get(id)?.evidence ?? []);
    const sources = [...new Set(rows.map(({ source }) => source))].flatMap(
      (id) => dataset.sources.get(id) ?? [],
    );
    const amounts = rows.filter(({ supports }) => supports.includes("amount"));
    return {
      from,
      to,
      documents: sources.length,
      primary: sources.filter(({ tier }) => tier === "primary").length,
      statingAmount: new Set(amounts.map(({ source }) => source)).size,
      latest: sources
        .flatMap(({ published }) => published ?? [])
        .reduce<PartialDay | null>(
          (last, day) => (last === null || firstDay(day) > firstDay(last) ? day : last),
          null,
        ),
    };
  });
}
