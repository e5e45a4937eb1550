/**
 * Nodes and edges of another program's file become entities and flows. Numbers and ids that cannot be meant
 * are faults; a word that is none of ours is passed over, and said.
 */
import { type CapitalGraph, type EntityAttributes, emptyGraph } from "../graph/capital-graph.js";
import { type Day, isDay, lastDay } from "../model/dates.js";
import { ENTITY_KINDS, type EntityKind, LAYERS, type Layer } from "../model/entity.js";
import { closest } from "../model/explain.js";
import type { FileFaults } from "./faults.js";
import { idField, isReserved } from "./fields.js";
import type { GraphField, NodeField } from "./graph-fields.js";
import { type EdgeValues, flowOf } from "./graph-flow.js";
import { NodeFields } from "./json-shape.js";
import { ownText } from "./own-text.js";
import { type Passed, PassedOver, wordsOf } from "./passed-over.js";
import { bareEntity } from "./rows.js";
import type { Place } from "./xml-text.js";

export type NodeValues = Partial<Record<NodeField, string>>;

/** An edge as its file states it. */
export interface StatedEdge extends EdgeValues {
  readonly id: string | null;
  readonly source: string;
  readonly target: string;
  readonly place: Place;
}

/** Beyond this a graph does not fit into the memory of a usual machine as objects. */
const MOST_ELEMENTS = 3_000_000;

export class GraphMaker {
  readonly #faults: FileFaults;
  readonly #onWarning: (text: string) => void;
  readonly #passed = new PassedOver();
  readonly #graph: CapitalGraph;
  /** Edges that came before one of their ends. */
  readonly #early: StatedEdge[] = [];
  /** How often an id that was taken came again. */
  readonly #twins = new Map<string, number>();
  #edges = 0;
  #twinCount = 0;
  #statesAmounts = false;
  #lastDay: Day | null = null;
  #own: Partial<Record<GraphField, string>> = {};

  constructor(faults: FileFaults, undatedDay: Day, onWarning: (text: string) => void = () => {}) {
    this.#faults = faults;
    this.#onWarning = onWarning;
    this.#graph = emptyGraph(undatedDay);
  }

  /** What the file says of the whole graph. */
  about(values: Partial<Record<GraphField, string>>): void {
    this.#own = { ...this.#own, ...values };
  }

  /** Notes a fault of the file's own. */
  fault({ line, column }: Place, message: string, hint: string): void {
    this.#faults.add(line, column, "", message, hint);
  }

  /** @returns whether there is room for more. */
  addNode(stated: string, values: NodeValues, place: Place): boolean {
    const id = this.#checkedId(stated, place, "node");
    if (id === null) return true;
    if (this.#graph.hasNode(id))
      this.fault(place, `the node "${id}" stands twice`, "give each node its own id");
    else this.#graph.addNode(ownText(id), this.#entity(id, values));
    return this.#hasRoom(place);
  }

  /** @returns whether there is room for more. */
  addEdge(edge: StatedEdge): boolean {
    if (this.#graph.hasNode(edge.source) && this.#graph.hasNode(edge.target)) this.#join(edge);
    else this.#early.push(edge);
    return this.#hasRoom(edge.place);
  }

  /** The graph, once everything has been told; it is worth something only without faults. */
  finish(): CapitalGraph {
    // A file that was given up has not told of all its nodes.
    if (this.#faults.hasAny) return this.#graph;
    for (const edge of this.#early) {
      const missing = [edge.source, edge.target].filter((id) => !this.#graph.hasNode(id));
      for (const id of missing) this.#missing(id, edge.place);
      if (missing.length === 0) this.#join(edge);
    }
    const { asOf, knownBy } = this.#own;
    const day = asOf !== undefined && isDay(asOf) ? asOf : this.#lastDay;
    if (day !== null) this.#graph.setAttribute("asOf", day);
    if (knownBy !== undefined && isDay(knownBy)) this.#graph.setAttribute("knownBy", knownBy);
    if (!this.#faults.hasAny) this.#warn();
    return this.#graph;
  }

  #warn(): void {
    const { file } = this.#faults;
    if (this.#twinCount > 0)
      this.#onWarning(`${file}: ${this.#twinCount} edges have the id of another; told apart by a number`);
    for (const warning of this.#passed.warnings()) this.#onWarning(`${file}: ${warning}`);
    if (!this.#statesAmounts && this.#edges > 0) {
      const mend = "an edge's amount in US dollars is read from the attribute amount, never from a weight";
      this.#onWarning(`${file}: no edge states an amount; ${mend}`);
    }
  }

  #hasRoom(place: Place): boolean {
    if (this.#graph.order + this.#edges + this.#early.length <= MOST_ELEMENTS) return true;
    const most = MOST_ELEMENTS.toLocaleString("en-US");
    this.fault(
      place,
      `more than ${most} nodes and edges`,
      "give an edge list (.edges), which takes less room",
    );
    return false;
  }

  #join(edge: StatedEdge): void {
    this.#edges++;
    const { id, source, target, place } = edge;
    const stated = id === null || id === "" ? String(this.#edges) : this.#checkedId(id, place, "edge");
    if (stated === null) return;
    const key = ownText(this.#graph.hasEdge(stated) ? this.#nameTwin(stated) : stated);
    const flow = flowOf(key, source, target, edge, { faults: this.#faults, place, passed: this.#passed });
    if (flow.amount !== null) this.#statesAmounts = true;
    if (flow.announced !== null) {
      const day = lastDay(flow.announced);
      if (this.#lastDay === null || day > this.#lastDay) this.#lastDay = day;
    }
    this.#graph.addDirectedEdgeWithKey(key, source, target, flow);
  }

  #checkedId(text: string, { line, column }: Place, name: string): string | null {
    if (PLAIN_ID.test(text) && !isReserved(text)) return text;
    return idField(text, { faults: this.#faults, line, column, name });
  }

  /** NetworkX numbers the edges of each pair from 0: an id alone says nothing there. */
  #nameTwin(id: string): string {
    this.#twinCount++;
    let n = this.#twins.get(id) ?? 1;
    do n++;
    while (this.#graph.hasEdge(`${id}~${n}`));
    this.#twins.set(id, n);
    return `${id}~${n}`;
  }

  #missing(id: string, place: Place): void {
    const stated = this.#checkedId(id, place, "edge");
    if (stated === null) return;
    const near = closest(stated, this.#graph.nodes());
    const hint = near === null ? "add the node, or correct the edge" : `did you mean "${near}"?`;
    this.fault(place, `no node has the id "${stated}"`, hint);
  }

  #entity(id: string, { label, kind, layer, parents, ...texts }: NodeValues): EntityAttributes {
    const words: Passed = this.#passed;
    return {
      ...bareEntity(id),
      ...(label === undefined || label === "" ? {} : { label: ownText(label) }),
      nameZhHans: ownTextOr(texts.nameZhHans),
      nameZhHant: ownTextOr(texts.nameZhHant),
      country: ownTextOr(texts.country),
      ticker: ownTextOr(texts.ticker),
      kind: words.oneOf("node kind", kind, KINDS),
      layer: words.oneOf("node layer", layer, LAYER_NAMES),
      parents: words.json("parents", parents, NodeFields.shape.parents) ?? [],
    };
  }
}

/** Most ids: nothing in them needs a closer look. */
const PLAIN_ID = /^[!-~]+$/;

const KINDS = wordsOf(Object.keys(ENTITY_KINDS) as EntityKind[]);
const LAYER_NAMES = wordsOf(Object.keys(LAYERS) as Layer[]);

function ownTextOr(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : ownText(text);
}
