/** On how few others an entity's money depends. */
import type { FlowMatrix } from "./flow-matrix.js";

/** How much an entity's payments hang on few partners, in and out. */
export interface Concentration {
  /** Herfindahl-Hirschman index, the sum of squared shares: 1 for a single partner. */
  readonly hhi: number;
  /** As regulators write it, 0 to 10,000. */
  readonly hhi10k: number;
  /** 1 / HHI: so many equal partners would be as concentrated. */
  readonly effectiveNumber: number;
  /** The largest partner; the smaller id where two are level. */
  readonly top: string;
  readonly topShare: number;
}

/**
 * How concentrated some amounts are; null when they come to nothing.
 *
 * @example concentrationOf([["a", 3], ["b", 1]])?.hhi; // 0.625
 */
export function concentrationOf(
  amounts: readonly (readonly [id: string, usd: number])[],
): Concentration | null {
  const total = amounts.reduce((sum, [, usd]) => sum + usd, 0);
  const [first] = amounts;
  if (total <= 0 || first === undefined) return null;
  const hhi = amounts.reduce((sum, [, usd]) => sum + (usd / total) ** 2, 0);
  const [top, most] = amounts.reduce((best, row) =>
    row[1] > best[1] || (row[1] === best[1] && row[0] < best[0]) ? row : best,
  );
  return { hhi, hhi10k: hhi * 10_000, effectiveNumber: 1 / hhi, top, topShare: most / total };
}

/**
 * For each entity, how concentrated its inflow (customers, funders) and its outflow (suppliers) are.
 *
 * For orientation, from the US Merger Guidelines of 2023, which speak of markets: above 1,800 highly, 1,000 to
 * 1,800 moderately concentrated.
 *
 * @remarks Time O(pairs).
 * @example concentration(flowMatrix(view))[0]?.inflow?.hhi;
 */
export function concentration(
  matrix: FlowMatrix,
): readonly { readonly inflow: Concentration | null; readonly outflow: Concentration | null }[] {
  const { ids, start, source, target, usd } = matrix;
  return ids.map((_, i) => {
    const out: [string, number][] = [];
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++)
      out.push([ids[target[pair] as number] ?? "", usd[pair] as number]);
    const inward = (matrix.into[i] ?? []).map((pair): [string, number] => [
      ids[source[pair] as number] ?? "",
      usd[pair] as number,
    ]);
    return { inflow: concentrationOf(inward), outflow: concentrationOf(out) };
  });
}
