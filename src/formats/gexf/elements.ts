/** The elements of a GEXF document as text. In versions 1.2 and 1.3 they differ in one attribute. */
import { tenth } from "../../layout/measures.js";
import type { Layout, PlacedEntity } from "../../layout/placed.js";
import type { GexfVersion } from "../format.js";
import { dotColour, type Rgb } from "../paint.js";
import { attributes } from "../xml.js";
import type { Declared } from "./columns.js";
import type { GexfEdge } from "./edges.js";

/** A block that declares attributes; a `dynamic` one holds values that change with time. */
export function declaration(
  of: "node" | "edge",
  mode: "static" | "dynamic",
  columns: readonly Declared[],
): string {
  const rows = columns.map(({ id, type }) => `      <attribute${attributes({ id, title: id, type })}/>\n`);
  return `    <attributes${attributes({ class: of, mode })}>\n${rows.join("")}    </attributes>\n`;
}

export interface GexfNode {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (readonly [column: string, value: string])[];
}

/** An entity, and where and how it is drawn when that is known. */
export function nodeElement(
  { id, label, values }: GexfNode,
  place: PlacedEntity | undefined,
  stage: Layout["stage"] | undefined,
): string {
  const drawn = place === undefined || stage === undefined ? "" : drawnAt(place, stage);
  const inside = valuesElement(values.map(([column, value]) => ({ for: column, value }))) + drawn;
  return element("node", { id, label }, inside);
}

/** An edge; several spans of life are `spells`, for one start and end would cover the gaps between them. */
export function edgeElement(edge: GexfEdge, version: GexfVersion, isDrawn: boolean): string {
  const { id, source, target, label, kind, weight, spans } = edge;
  const [only, second] = spans;
  const life = only !== undefined && second === undefined ? { start: only.start, end: only.end } : {};
  // 1.2 knows no kind of edge.
  const kinds = version === "1.3" ? { kind } : {};
  const values = [
    ...edge.values.map(([column, value]) => ({ for: column, value })),
    ...edge.history.map(({ state, start, end }) => ({ for: "status", value: state, start, end })),
  ];
  const spells = spans.map(({ start, end }) => `          <spell${attributes({ start, end })}/>\n`).join("");
  const inside =
    valuesElement(values) +
    (second === undefined ? "" : `        <spells>\n${spells}        </spells>\n`) +
    (isDrawn
      ? `${colourElement(edge.colour)}        <viz:thickness${attributes({ value: weight })}/>\n`
      : "");
  return element("edge", { id, source, target, label, ...kinds, weight, ...life }, inside);
}

type Values = Readonly<Record<string, string | number | null>>;

function element(name: string, values: Values, inside: string): string {
  const tag = `      <${name}${attributes(values)}`;
  return inside === "" ? `${tag}/>\n` : `${tag}>\n${inside}      </${name}>\n`;
}

function valuesElement(values: readonly Values[]): string {
  if (values.length === 0) return "";
  const rows = values.map((value) => `          <attvalue${attributes(value)}/>\n`);
  return `        <attvalues>\n${rows.join("")}        </attvalues>\n`;
}

/** GEXF counts from the middle, and up: the stage from its corner, and down. */
function drawnAt({ place, x, y, radius }: PlacedEntity, { width, height }: Layout["stage"]): string {
  const at = { x: tenth(x - width / 2), y: tenth(height / 2 - y), z: 0 };
  const colour = colourElement(dotColour(place === "hub" || place === "bracket"));
  return `${colour}        <viz:position${attributes(at)}/>\n        <viz:size${attributes({ value: radius })}/>\n`;
}

/** Without alpha, which turns everything grey in Gephi Lite. */
function colourElement([r, g, b]: Rgb): string {
  return `        <viz:color${attributes({ r, g, b })}/>\n`;
}
