/** The elements of a GEXF document as text. In versions 1.2 and 1.3 they differ in one attribute. */
import type { EntityAttributes } from "../../graph/capital-graph.js";
import { tenth } from "../../layout/measures.js";
import type { Layout, PlacedEntity } from "../../layout/placed.js";
import { type Cell, cellText, type Declared, ENTITY_COLUMNS } from "../columns.js";
import type { GexfVersion } from "../format.js";
import { dotColour, type Rgb } from "../paint.js";
import type { EdgeRow } from "../rows.js";
import { heldStates, type Sight } from "../spans.js";
import { attribute, attributes, escaped } from "../xml.js";

/** A block that declares attributes; a `dynamic` one holds values that change with time. */
export function declaration(
  of: "node" | "edge",
  mode: "static" | "dynamic",
  columns: readonly Declared[],
): string {
  const rows = columns.map(({ id, type }) => `      <attribute${attributes({ id, title: id, type })}/>\n`);
  return `    <attributes${attributes({ class: of, mode })}>\n${rows.join("")}    </attributes>\n`;
}

/** Writes the values of rows; what stands before each is made once, for there are millions of them. */
export class ValueWriter {
  readonly #before: readonly string[];

  constructor(columns: readonly Declared[]) {
    this.#before = columns.map(({ id }) => `          <attvalue for="${escaped(id)}" value="`);
  }

  /** @param history further values with their times. */
  write(values: readonly Cell[], history = ""): string {
    let rows = history;
    for (let i = values.length - 1; i >= 0; i--) {
      const value = values[i];
      if (value === null || value === undefined) continue;
      const text = typeof value === "number" ? String(value) : escaped(cellText(value));
      rows = `${this.#before[i]}${text}"/>\n${rows}`;
    }
    return rows === "" ? "" : `        <attvalues>\n${rows}        </attvalues>\n`;
  }
}

const entityValues = new ValueWriter(ENTITY_COLUMNS);

/** An entity, and where and how it is drawn when that is known. */
export function nodeElement(
  id: string,
  entity: EntityAttributes,
  place: PlacedEntity | undefined,
  stage: Layout["stage"] | undefined,
): string {
  const drawn = place === undefined || stage === undefined ? "" : drawnAt(place, stage);
  const inside = entityValues.write(ENTITY_COLUMNS.map((column) => column.of(entity))) + drawn;
  return element("node", attribute("id", id) + attribute("label", entity.label), inside);
}

export interface EdgeStyle {
  readonly version: GexfVersion;
  readonly values: ValueWriter;
  /** The days of which each deal's status is written; null where it is not. */
  readonly history: Sight | null;
  /** Whether colours and widths are written. */
  readonly isDrawn: boolean;
}

/** The edge's ids as XML can hold them. */
export interface EdgeIds {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** An edge; several spans of life are `spells`, for one start and end would cover the gaps between them. */
export function edgeElement(edge: EdgeRow, ids: EdgeIds, style: EdgeStyle): string {
  const { label, kind, weight, spans } = edge;
  const [only, second] = spans;
  let tag = attribute("id", ids.id) + attribute("source", ids.source) + attribute("target", ids.target);
  tag += attribute("label", label);
  // 1.2 knows no kind of edge.
  if (style.version === "1.3") tag += attribute("kind", kind);
  tag += attribute("weight", weight);
  if (only !== undefined && second === undefined)
    tag += attribute("start", only.start) + attribute("end", only.end);

  let inside = style.values.write(edge.values, historyOf(edge, style.history));
  if (second !== undefined) {
    const spells = spans.map(({ start, end }) => `          <spell${attributes({ start, end })}/>\n`);
    inside += `        <spells>\n${spells.join("")}        </spells>\n`;
  }
  if (style.isDrawn)
    inside += `${colourElement(edge.colour)}        <viz:thickness${attribute("value", weight)}/>\n`;
  return element("edge", tag, inside);
}

function historyOf({ flow }: EdgeRow, sight: Sight | null): string {
  if (flow === null || sight === null) return "";
  const values = heldStates(flow, sight).map(({ state, start, end }) => ({
    for: "status",
    value: state,
    start,
    end,
  }));
  return values.map((value) => `          <attvalue${attributes(value)}/>\n`).join("");
}

function element(name: string, tag: string, inside: string): string {
  return inside === "" ? `      <${name}${tag}/>\n` : `      <${name}${tag}>\n${inside}      </${name}>\n`;
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
