/** The shown picture as one SVG document: title, scene, legend, filters, day, source and version. */

import { attributes, escaped } from "../../src/formats/xml.js";
import { legsOf } from "../../src/graph/legs.js";
import { LINE_CLASS_NAMES } from "../../src/layout/line-class.js";
import { dashOf } from "../../src/layout/line-look.js";
import { STAGE } from "../../src/layout/measures.js";
import { along, trace, wayOf } from "../../src/layout/ways.js";
import { activeFilters } from "../active-filters.js";
import { loopName, pathName } from "../components/loop-name.js";
import { ENDED, filteredGraph } from "../filtered.js";
import { highlightOf, isAlone } from "../highlight.js";
import { marginWidthOf } from "../measure.js";
import { dealTitle, displayName, fullName } from "../names.js";
import { playedLegs } from "../played-legs.js";
import { sceneOf } from "../scene-of.js";
import { spreadOf } from "../spread.js";
import type { Palette, Scene } from "../stage/scene.js";
import type { Explorer } from "../state.js";
import { TAKE_WORDS } from "../text/take.js";
import { text } from "../text/text.js";
import { themePalette, themeStrengths } from "../theme.js";
import { widthSamples } from "../widths.js";
import { sceneElements, wordsOf } from "./scene-svg.js";

const HEAD = 64;
const FOOT = 106;
const MARGIN = 24;
/** From the middle of a leg to its number. */
const OUTSIDE = 17;
/** From one row of the legend to the next. */
const LEGEND_ROW = 20;

/** The scene of the whole picture, the same size on every screen. */
function sceneNow(explorer: Explorer): Scene {
  const { facts, shown, everything, selection } = explorer;
  const { ghosts } = explorer.view.value;
  const highlight = highlightOf(selection.value, shown.value, facts);
  const ended = () => legsOf(filteredGraph(facts.graph, explorer.filter.value, facts.dataset.deals, ENDED));
  const drawing = explorer.own?.drawing ?? { spread: spreadOf, scene: sceneOf };
  return drawing.scene({
    layout: facts.layout,
    spread: drawing.spread(facts.layout, STAGE, false),
    shown: shown.value,
    everything: everything.value,
    ended: explorer.own?.tells.states !== false && (ghosts || highlight?.type === "deal") ? ended() : null,
    ghosts,
    highlight,
    hovered: null,
    strengths: themeStrengths(),
    scale: explorer.own?.scale,
    nameOf: (id) => displayName(facts.dataset, id, text.value),
    widthOf: marginWidthOf,
    text: text.value,
  });
}

/** What the picture is called: the selection's name, or what the headline says. */
export function titleOf(explorer: Explorer): string {
  const { facts, shown, selection } = explorer;
  const t = text.value;
  const chosen = selection.value;
  switch (chosen?.type) {
    case "loop":
      return loopName(explorer, chosen.id, true);
    case "path":
      return pathName(explorer, chosen.id);
    case "entity":
      return fullName(facts.dataset, chosen.id, t);
    case "deal":
      return dealTitle(facts.dataset, chosen.id, t);
    default:
      return t.head.title(shown.value.loops.count);
  }
}

/** Each filter in force, in words. */
export function filterWords(explorer: Explorer): readonly string[] {
  const t = text.value;
  const words = TAKE_WORDS[t.language];
  const { cuts } = explorer.view.value;
  return [
    // The day stands beside them.
    ...activeFilters({ ...explorer.view.value, asOf: null }, t).map(({ name }) => name),
    ...(cuts.length === 0 ? [] : [words.whatIf(cuts.length)]),
  ];
}

/** The picture as text; the theme in force is its theme. */
export function pictureSvg(explorer: Explorer): string {
  const t = text.value;
  const words = TAKE_WORDS[t.language];
  const palette = filePalette();
  const scene = sceneNow(explorer);
  const { own } = explorer;
  const { about } = explorer.facts.dataset;
  const box = boxOf(explorer, scene);
  const width = Math.max(720, box.width) + 2 * MARGIN;
  const height = HEAD + box.height + FOOT + MARGIN;
  const filters = filterWords(explorer);
  const { deals, graph } = explorer.shown.value;
  const say = (
    line: string,
    x: number,
    y: number,
    look: { px?: number; bold?: boolean; serif?: boolean } = {},
  ) =>
    wordsOf(line, {
      x,
      y,
      px: look.px ?? 12,
      weight: look.bold === true ? 700 : 400,
      fill: look.bold === true ? palette.ink : palette.ink2,
      family: look.serif === true ? palette.serif : palette.sans,
    });
  const under = [
    t.head.short(explorer.asOf.value, deals),
    ...(filters.length === 0 ? [] : [words.filters + filters.join(", ")]),
  ];
  const foot = HEAD + box.height + 18;
  const parts = [
    `<rect${attributes({ width, height, fill: palette.paper })}/>\n`,
    say(titleOf(explorer), MARGIN, 34, { px: 21, bold: true, serif: true }),
    say(under.join(" · "), MARGIN, 54),
    `<svg${attributes({ x: (width - box.width) / 2, y: HEAD, width: box.width, height: box.height, viewBox: `${box.x} ${box.y} ${box.width} ${box.height}` })}>\n`,
    ...sceneElements(scene, palette),
    ...badges(explorer, scene, palette),
    "</svg>\n",
    legend(MARGIN, foot, palette, explorer),
    say(words.arrows, MARGIN, foot + 54),
    say(
      own === undefined
        ? words.source(t.longDay(explorer.asOf.value), about.version)
        : words.ownSource(own.file),
      MARGIN,
      foot + 72,
    ),
  ];
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
  };
  const desc = t.status.shown(explorer.shown.value.loops.count, deals, explorer.asOf.value);
  return `<svg${attributes(root)}>\n<title>${escaped(titleOf(explorer))}</title>\n<desc>${escaped(`${desc}; ${graph.order}`)}</desc>\n${parts.join("")}</svg>\n`;
}

/** The theme's palette; of the page's own faces a file knows nothing, so it names the face behind them. */
function filePalette(): Palette {
  const palette = themePalette();
  return { ...palette, sans: palette.sans.replace("Latin of Noto CJK", "Noto Sans CJK SC") };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything, or with something chosen only as far as its entities reach. */
function boxOf({ selection, shown, facts }: Explorer, scene: Scene): Box {
  const highlight = highlightOf(selection.value, shown.value, facts);
  if (!isAlone(highlight)) return { x: 0, y: 0, width: scene.width, height: scene.height };
  const named = scene.nodes.filter(({ label }) => label !== null);
  const xs = named.map(({ x }) => x);
  const ys = named.map(({ y }) => y);
  const [left, right] = [Math.min(...xs) - 130, Math.max(...xs) + 130];
  const [top, bottom] = [Math.min(...ys) - 50, Math.max(...ys) + 50];
  return { x: left, y: top, width: Math.round(right - left), height: Math.round(bottom - top) };
}

/** Each leg's number and amount of a chosen loop or path, on the outer side of its bow. */
function* badges({ selection, shown }: Explorer, scene: Scene, palette: Palette): Generator<string> {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  for (const [i, { edge: id, amount }] of playedLegs(
    selection.value,
    shown.value.legs,
    text.value,
  ).entries()) {
    const edge = scene.edges.find((line) => line.id === id);
    const from = edge === undefined ? undefined : nodes.get(edge.from);
    const to = edge === undefined ? undefined : nodes.get(edge.to);
    if (edge === undefined || from === undefined || to === undefined) continue;
    const line = trace(wayOf(from, to, edge.curve), from.radius, to.radius);
    if (line === null) continue;
    const { at, to: travel } = along(line, line.length / 2);
    // Lines bow to the left of their travel: there is the outer side.
    const side = edge.curve.type === "quad" && edge.curve.k < 0 ? -1 : 1;
    const [nx, ny] = [side * travel.y, -side * travel.x];
    const x = at.x + OUTSIDE * nx;
    const y = at.y + OUTSIDE * ny;
    const isLeft = nx < -0.2;
    const colour = palette.colours[edge.colour] ?? palette.ink;
    const ring = { cx: Math.round(x), cy: Math.round(y), r: 9, fill: colour, stroke: palette.paper };
    yield `<circle${attributes({ ...ring, "stroke-width": 2 })}/>`;
    const { sans: family, paper, ink } = palette;
    yield wordsOf(`${i + 1}`, { x, y: y + 4, px: 11, weight: 700, anchor: "middle", fill: paper, family });
    yield wordsOf(amount, {
      x: x + (isLeft ? -14 : 14),
      y: y + 4.5,
      px: 12.5,
      weight: 700,
      anchor: isLeft ? "end" : "start",
      fill: ink,
      family,
      halo: { width: 4, paper },
    });
  }
}

/** Classes with their counts, then what width and dashes mean below them. */
function legend(x: number, y: number, palette: Palette, explorer: Explorer): string {
  const { shown, view, own } = explorer;
  const t = text.value;
  const { byClass } = shown.value;
  const cells: string[] = [];
  let at = x;
  let row = y;
  const cell = (line: string, label: string) => {
    cells.push(`<g transform="translate(${Math.round(at)} ${row})">${line}`);
    cells.push(
      `${wordsOf(label, { x: 38, y: 4, px: 11.5, fill: palette.ink2, family: palette.sans })}</g>\n`,
    );
    at += 52 + Math.max(24, marginWidthOf(label) * 1.08);
  };
  const line = (stroke: string, width: number, dash: readonly number[] | null = null) =>
    `<path${attributes({ d: "M0 0H30", stroke, "stroke-width": width, "stroke-dasharray": dash?.join(" ") ?? null })}/>`;
  for (const name of LINE_CLASS_NAMES) {
    if (view.value.hidden.includes(name) || byClass[name] === 0) continue;
    const colour = palette.colours[name] ?? palette.ink;
    const hollow = name === "cont" ? line(palette.paper, 1.4) : "";
    cell(line(colour, 4) + hollow, `${t.legend.classes[name]} ${byClass[name]}`);
  }
  at = x;
  row = y + LEGEND_ROW;
  for (const { width, label } of widthSamples(explorer)) cell(line(palette.ink2, width), label);
  // A file that does not say how firm its payments are has no dashes.
  for (const firmness of own?.tells.states === false ? [] : (["announced", "reported"] as const))
    cell(line(palette.ink2, 2.6, dashOf(firmness, 2.6)), t.legend.dashes[firmness]);
  return cells.join("");
}
