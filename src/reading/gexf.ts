/**
 * GEXF 1.1 to 1.3 as Gephi, Gephi Lite, NetworkX, graphology and this program write it: static and dynamic
 * attributes, defaults, spells, nodes inside nodes. Places, sizes and colours are passed over.
 *
 * @see https://gexf.net/primer.html
 */
import { type EdgeField, edgeField, type NodeField, nodeField } from "./graph-fields.js";
import type { StatedSpan } from "./graph-flow.js";
import type { GraphMaker, NodeValues } from "./graph-maker.js";
import type { Place, XmlAttributes, XmlHandler } from "./xml-text.js";

interface Attribute {
  readonly node: NodeField | null;
  readonly edge: EdgeField | null;
  readonly dynamic: boolean;
  default: string | null;
}

/** A node or an edge while it is read. */
interface Open {
  readonly attributes: XmlAttributes;
  readonly place: Place;
  readonly fields: Partial<Record<NodeField | EdgeField, string>>;
  readonly spans: StatedSpan[];
  readonly history: (StatedSpan & { readonly state: string })[];
  /** A node is told of before what stands in it. */
  isTold: boolean;
}

/** Told of the elements of a document, tells a maker of its nodes and edges. */
export class GexfHandler implements XmlHandler {
  readonly #maker: GraphMaker;
  readonly #declared = { node: new Map<string, Attribute>(), edge: new Map<string, Attribute>() };
  #block: { readonly of: "node" | "edge"; readonly dynamic: boolean } | null = null;
  #attribute: Attribute | null = null;
  #hasDefaults = false;
  #isDirected = false;
  #isOurs = false;
  #lastModified: string | null = null;
  /** Nodes that are being read: they may stand in one another. */
  readonly #nodes: Open[] = [];
  #edge: Open | null = null;
  #isFull = false;

  constructor(maker: GraphMaker) {
    this.#maker = maker;
  }

  open(name: string, attributes: XmlAttributes, at: Place): void {
    switch (name) {
      case "meta":
        this.#lastModified = attributes.lastmodifieddate ?? null;
        return;
      case "graph":
        this.#isDirected = attributes.defaultedgetype === "directed";
        return;
      case "attributes":
        this.#block = {
          of: attributes.class === "edge" ? "edge" : "node",
          dynamic: attributes.mode === "dynamic",
        };
        return;
      case "attribute":
        this.#declare(attributes);
        return;
      case "node":
        this.#endNode();
        this.#nodes.push(opened(attributes, at));
        return;
      case "edge":
        this.#edge = opened(attributes, at);
        return;
      case "attvalue":
        this.#value(attributes);
        return;
      case "spell":
      case "slice":
        (this.#edge ?? this.#nodes.at(-1))?.spans.push(spanOf(attributes));
    }
  }

  close(name: string, text: string): void {
    switch (name) {
      case "creator":
        this.#isOurs = text.trim() === "Capital Loop";
        return;
      case "meta":
        if (this.#isOurs && this.#lastModified !== null) this.#maker.about({ asOf: this.#lastModified });
        return;
      case "attributes":
        this.#block = null;
        return;
      case "default":
        if (this.#attribute !== null) this.#attribute.default = text.trim();
        this.#hasDefaults = true;
        return;
      case "attribute":
        this.#attribute = null;
        return;
      case "node":
        this.#endNode();
        this.#nodes.pop();
        return;
      case "edge":
        this.#endEdge();
    }
  }

  #declare({ id = "", title = id }: XmlAttributes): void {
    if (this.#block === null) return;
    const { of, dynamic } = this.#block;
    this.#attribute = {
      node: of === "node" ? nodeField(title) : null,
      edge: of === "edge" ? edgeField(title) : null,
      dynamic,
      default: null,
    };
    this.#declared[of].set(id, this.#attribute);
  }

  #value(attributes: XmlAttributes): void {
    const owner = this.#edge ?? this.#nodes.at(-1);
    const of = this.#edge === null ? "node" : "edge";
    // Version 1.1 names the attribute by `id`.
    const declared = this.#declared[of].get(attributes.for ?? attributes.id ?? "");
    const field = declared?.[of] ?? null;
    const { value } = attributes;
    if (owner === undefined || declared === undefined || field === null || value === undefined) return;
    if (field === "status") owner.history.push({ state: value, ...spanOf(attributes) });
    // Of values that change, the last one written stands.
    else owner.fields[field] = value;
  }

  /** A node is told of when it ends, or when the first node inside it begins. */
  #endNode(): void {
    const node = this.#nodes.at(-1);
    if (node === undefined || node.isTold) return;
    node.isTold = true;
    const { id = "", label } = node.attributes;
    const values: NodeValues = this.#withDefaults("node", node.fields);
    if (label !== undefined && label !== "") values.label = label;
    if (!this.#isFull) this.#isFull = !this.#maker.addNode(id, values, node.place);
  }

  #endEdge(): void {
    const edge = this.#edge;
    this.#edge = null;
    if (edge === null || this.#isFull) return;
    const { attributes, place, history } = edge;
    const { id = null, source = "", target = "", type, label, kind } = attributes;
    if (type === undefined ? !this.#isDirected : type !== "directed") {
      const how =
        type === undefined ? "the file does not say that its edges are directed" : `an edge is ${type}`;
      this.#maker.fault(
        place,
        how,
        'money moves one way: write defaultedgetype="directed", and two edges for both ways',
      );
      // One line says it: every other edge would say the same.
      this.#isFull = true;
      return;
    }
    const fields = this.#withDefaults("edge", edge.fields);
    if (kind !== undefined) fields.kind ??= kind;
    if (label !== undefined && label !== "") fields.label = label;
    const own = spanOf(attributes);
    const spans = edge.spans.length > 0 ? edge.spans : own.start === null && own.end === null ? [] : [own];
    this.#isFull = !this.#maker.addEdge({ id, source, target, place, fields, spans, history });
  }

  /** Fills in what the file declares for all and this one does not say. */
  #withDefaults(of: "node" | "edge", fields: Open["fields"]): Open["fields"] {
    if (!this.#hasDefaults) return fields;
    for (const declared of this.#declared[of].values()) {
      const field = declared[of];
      if (field !== null && declared.default !== null) fields[field] ??= declared.default;
    }
    return fields;
  }
}

function opened(attributes: XmlAttributes, { line, column }: Place): Open {
  return { attributes, place: { line, column }, fields: {}, spans: [], history: [], isTold: false };
}

/** A span with open or closed ends, or a moment. */
function spanOf(attributes: XmlAttributes): StatedSpan {
  return {
    start: attributes.start ?? attributes.startopen ?? attributes.timestamp ?? null,
    end: attributes.end ?? attributes.endopen ?? null,
  };
}
