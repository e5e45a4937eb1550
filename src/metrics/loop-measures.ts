/** What the flow matrix says of a loop: the share that goes once round, and between what the most can lie. */
import type { CapitalGraph, FlowAttributes } from "../graph/capital-graph.js";
import { countedFlows, type Leg } from "../graph/legs.js";
import type { Loop } from "../loops/loop.js";
import { type FlowMatrix, flowMatrix, type MatrixOptions } from "./flow-matrix.js";
import { asShare } from "./share.js";

/** Measures of one loop. */
export interface LoopMeasures {
  /**
   * Of a dollar at any entity of the loop, the part that goes once round it: the product over the legs of what
   * is paid on over all the payer handles. Null when a leg states no amount.
   */
  readonly loopGain: number | null;
  /** Whether a leg states no amount, so that the bottleneck is only an upper bound. */
  readonly upperBoundOnly: boolean;
  /**
   * Between what the true bottleneck lies. The lower is 0 as soon as a leg is undisclosed or only "up to" some
   * amount; the upper is null when every stated leg is "at least".
   */
  readonly bounds: { readonly lowerUsd: number; readonly upperUsd: number | null };
}

/**
 * A function that measures loops of one view, on the `announced` basis, that of their legs.
 *
 * @remarks The matrix is made once; then O(flows) for each loop.
 */
export function loopMeasures(
  graph: CapitalGraph,
  options: Pick<MatrixOptions, "outside"> = {},
): (loop: Loop) => LoopMeasures {
  let matrix: FlowMatrix | null = null;
  return (loop) => {
    matrix ??= flowMatrix(graph, options);
    const legs = loop.legs.map((leg) => boundsOf(graph, leg));
    const uppers = legs.flatMap(({ upperUsd }) => (upperUsd === null ? [] : [upperUsd]));
    return {
      loopGain: gainOf(matrix, loop.legs),
      upperBoundOnly: loop.undisclosedLegs > 0,
      bounds: {
        lowerUsd: Math.min(...legs.map(({ lowerUsd }) => lowerUsd)),
        upperUsd: uppers.length === 0 ? null : Math.min(...uppers),
      },
    };
  };
}

function gainOf({ indexOf, throughflow }: FlowMatrix, legs: readonly Leg[]): number | null {
  let gain = 1;
  for (const { from, amountUsd } of legs) {
    const handled = throughflow[indexOf.get(from) ?? -1] ?? 0;
    if (amountUsd === null) return null;
    if (amountUsd === 0) return 0;
    // A leg of a yearly figure alone has no part in the matrix.
    if (amountUsd > handled) return null;
    gain *= amountUsd / handled;
  }
  return asShare(gain);
}

/** Between what the true amount of a leg lies. */
function boundsOf(graph: CapitalGraph, leg: Leg): { lowerUsd: number; upperUsd: number | null } {
  if (leg.amountUsd === null) return { lowerUsd: 0, upperUsd: null };
  const flows = countedFlows(leg.flows.map((id): FlowAttributes => graph.getEdgeAttributes(id)));
  const ceilings = flows.filter(({ qualifier }) => qualifier === "up_to");
  const hasFloor = flows.some(({ qualifier }) => qualifier === "at_least");
  const maybe = ceilings.reduce((sum, { amountUsd }) => sum + (amountUsd ?? 0), 0);
  return {
    lowerUsd: Math.max(0, leg.amountUsd - maybe),
    upperUsd: hasFloor ? null : leg.amountUsd,
  };
}
