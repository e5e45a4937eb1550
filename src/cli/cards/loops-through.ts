/** The loops a card speaks of: how many, and the strongest. */
import type { CapitalGraph } from "../../graph/capital-graph.js";
import { findLoops } from "../../loops/find.js";
import type { Loop } from "../../loops/loop.js";
import { DEFAULT_MAX_LENGTH } from "../../loops/query.js";
import { canGoRound } from "../loop-columns.js";
import { counted } from "../words.js";
import type { Section } from "./card.js";

export interface LoopsThrough {
  readonly count: number;
  /** Whether `count` is all there are: a card does not wait long for a dense graph. */
  readonly complete: boolean;
  readonly maxLength: number;
  readonly top: readonly Loop[];
}

const TOP = 5;
const MOST_MS = 5000;

/** The loops of a view that pass an entity, or that a deal is part of; none where it is not in view. */
export function loopsThrough(
  graph: CapitalGraph,
  through: { readonly entity: string } | { readonly deal: string },
): LoopsThrough {
  const isThere =
    "entity" in through
      ? graph.hasNode(through.entity)
      : graph.someEdge((_edge, { deal }) => deal === through.deal);
  if (!isThere) return { count: 0, complete: true, maxLength: DEFAULT_MAX_LENGTH, top: [] };
  const query = "entity" in through ? { through: [through.entity] } : { via: through.deal };
  const found = findLoops(graph, { ...query, top: TOP, budgetMs: MOST_MS });
  return {
    count: found.count,
    complete: found.complete,
    maxLength: DEFAULT_MAX_LENGTH,
    top: found.slice(),
  };
}

/**
 * The section of a card about them.
 *
 * @param listing the flag that lists them all, such as `--via DEAL`.
 */
export function loopsSection(loops: LoopsThrough, listing: string, nameOf: (id: string) => string): Section {
  const { count, complete, maxLength, top } = loops;
  const heading = `${complete ? "" : "at least "}${counted(count, "loop")} of up to ${maxLength} legs`;
  const more = count > top.length ? [[`all of them: capital-loop loops ${listing}`]] : [];
  const rows = top.map((loop) => [
    canGoRound(loop),
    loop.entities.map(nameOf).join(" → "),
    loop.pattern ?? "",
  ]);
  return { heading, rows: count === 0 ? [["none in this view"]] : [...rows, ...more] };
}
