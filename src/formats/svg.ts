/**
 * SVG: the explorer's picture on one page, with its title, its day, its legend and its sources, for a browser,
 * a document or a printer. Nothing in it is fetched or run.
 */
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { LegGraph } from "../graph/legs.js";
import { legFrom } from "../graph/legs.js";
import { loopsToWeigh } from "../layout/hubs.js";
import { STAGE } from "../layout/measures.js";
import type { Layout } from "../layout/placed.js";
import { placedAt } from "../layout/placed.js";
import { strongComponents } from "../loops/components.js";
import type { Dataset } from "../model/dataset.js";
import { sortedIds } from "../model/ids.js";
import type { WriteOptions } from "./format.js";
import { hex, PAPER } from "./paint.js";
import { inPieces } from "./pieces.js";
import { type GraphRows, rowsOf } from "./rows.js";
import { dealsByClass, LEGEND_HEIGHT, legendElements } from "./svg/legend.js";
import { lineElements } from "./svg/lines.js";
import { markElement, nameElement } from "./svg/marks.js";
import { sourceList } from "./svg/sources.js";
import { headingElements, wordsElement } from "./svg/words.js";
import { attributes, escaped } from "./xml.js";

/** Above the stage, and on every side. */
const HEAD = 62;
const MARGIN = 24;
/** How many loops stand out. */
const LEADING_LOOPS = 3;

/** A graph as SVG, in pieces. */
export function writeSvg(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): Generator<string> {
  const { positions, dataset } = options;
  if (positions === undefined) {
    const mend =
      "give positions: layoutGraph(graph), of the whole graph, which may have up to some thousand entities";
    throw new CapitalLoopError("invalid-query", `a picture needs places for its entities; ${mend}`);
  }
  return inPieces(elements(rowsOf(graph), positions, dataset ?? null));
}

/**
 * A graph as SVG, in one piece, with legend and, where `dataset` is given, its documents.
 *
 * @throws CapitalLoopError `invalid-query` without `positions`.
 * @remarks Looks for the strongest loops of up to five legs, which then stand out.
 * @example toSvg(view, { positions: layoutGraph(buildGraph(dataset)), dataset });
 */
export function toSvg(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): string {
  return [...writeSvg(graph, options)].join("");
}

function* elements(graph: GraphRows, layout: Layout, dataset: Dataset | null): Generator<string> {
  const legs = graph.legs();
  const flows = [...graph.flows()].map(({ flow }) => flow);
  const deals = sortedIds([...new Set(flows.map(({ deal }) => deal))]);
  const sources = sourceList(deals, dataset);
  const foot = HEAD + STAGE.height + MARGIN;
  const width = STAGE.width + 2 * MARGIN;
  const height = foot + LEGEND_HEIGHT + sources.height + MARGIN;
  const known = graph.knownBy === null ? "" : `, as known by ${graph.knownBy}`;
  const title = `Capital Loop as of ${graph.asOf}${known}`;
  const counts = `${deals.length} deals between ${graph.order} entities. A line runs from payer to payee; circular does not mean fraudulent.`;

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  const page = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
  };
  yield `<svg${attributes(page)}>\n<title>${escaped(title)}</title>\n<desc>${escaped(counts)}</desc>\n${STYLE}`;
  yield `<rect class="paper" width="100%" height="100%" fill="${hex(PAPER)}"/>\n`;
  yield wordsElement({ x: MARGIN, y: 32, text: title, px: 20, weight: 700, serif: true });
  yield wordsElement({ x: MARGIN, y: 51, text: counts, px: 12, muted: true });

  yield `<g transform="translate(${MARGIN} ${HEAD})">\n<g fill="none">\n`;
  yield* lineElements(legs, layout, leadingLegs(legs));
  yield "</g>\n";
  yield* entityElements(graph, legs, layout, dataset);
  yield* headingElements(layout, (id) => legs.indexOf.has(id));
  yield "</g>\n";

  yield* legendElements(MARGIN, foot + 12, dealsByClass(flows));
  yield* sources.elements(MARGIN, foot + LEGEND_HEIGHT + 24);
  yield "</svg>\n";
}

/** On paper the ground is the paper's own. */
const STYLE = `<style>
text { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.serif { font-family: "Iowan Old Style", Charter, Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", serif; }
.name { paint-order: stroke; stroke: #fbfaf7; stroke-linejoin: round; }
.mark { fill-rule: evenodd; stroke: none; }
@media print { .paper { fill: #ffffff; } .name { stroke: #ffffff; } }
</style>
`;

function* entityElements(
  graph: GraphRows,
  legs: LegGraph,
  layout: Layout,
  dataset: Dataset | null,
): Generator<string> {
  const component = strongComponents(legs);
  const sizes = new Map<number, number>();
  for (const c of component) sizes.set(c, (sizes.get(c) ?? 0) + 1);
  let names = "";
  for (const { id, entity } of graph.entities()) {
    const place = placedAt(layout, id);
    if (place === undefined) continue;
    const goesRound = (sizes.get(component[legs.indexOf.get(id) ?? -1] ?? -1) ?? 0) > 1;
    yield markElement(place, goesRound);
    names += nameElement(place, dataset?.entities.get(id)?.short ?? entity.label);
  }
  // Over all marks, so that none lies on a letter.
  yield names;
}

/** The legs of the strongest loops, as `from>to`. */
function leadingLegs(legs: LegGraph): ReadonlySet<string> {
  const strongest = [...loopsToWeigh(legs)]
    .filter(({ bottleneckUsd }) => bottleneckUsd !== null)
    .sort(
      (a, b) =>
        Number(b.isDisclosed) - Number(a.isDisclosed) ||
        (b.bottleneckUsd ?? 0) - (a.bottleneckUsd ?? 0) ||
        a.legs.length - b.legs.length,
    );
  const name = (leg: number) => `${legs.ids[legFrom(legs, leg)]}>${legs.ids[legs.target[leg] ?? -1]}`;
  return new Set(strongest.slice(0, LEADING_LOOPS).flatMap((loop) => Array.from(loop.legs, name)));
}
