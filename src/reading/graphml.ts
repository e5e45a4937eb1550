/**
 * GraphML as NetworkX, igraph, yEd, Gephi, Neo4j and this program write it: keys for one kind of element or
 * for all, defaults, graphs inside nodes. Data in elements of other programs is passed over.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 */
import {
  type EdgeField,
  edgeField,
  type GraphField,
  graphField,
  type NodeField,
  nodeField,
} from "./graph-fields.js";
import type { GraphMaker } from "./graph-maker.js";
import type { Place, XmlAttributes, XmlHandler } from "./xml-text.js";

type Owner = "graph" | "node" | "edge";
type Field = GraphField | NodeField | EdgeField;

interface Key {
  readonly fields: Readonly<Record<Owner, Field | null>>;
  default: string | null;
}

/** A graph, node or edge while it is read. */
interface Open {
  readonly of: Owner;
  readonly attributes: XmlAttributes;
  readonly place: Place;
  readonly fields: Partial<Record<Field, string>>;
  /** A node is told of before what stands in it. */
  isTold: boolean;
}

/** Told of the elements of a document, tells a maker of its nodes and edges. */
export class GraphmlHandler implements XmlHandler {
  readonly #maker: GraphMaker;
  readonly #keys = new Map<string, Key>();
  readonly #open: Open[] = [];
  #key: Key | null = null;
  /** The data that is being read, and how many elements stand open inside it. */
  #data: { readonly key: string; inside: number } | null = null;
  #isDirected = false;
  #isFull = false;

  constructor(maker: GraphMaker) {
    this.#maker = maker;
  }

  open(name: string, attributes: XmlAttributes, at: Place): void {
    if (this.#data !== null) {
      this.#data.inside++;
      return;
    }
    switch (name) {
      case "key":
        this.#declare(attributes);
        return;
      case "graph":
        this.#isDirected = attributes.edgedefault === "directed";
        this.#tellNode();
        this.#open.push(opened("graph", attributes, at));
        return;
      case "node":
      case "edge":
        this.#open.push(opened(name, attributes, at));
        return;
      case "hyperedge":
        this.#refuse({ ...at }, "a hyperedge has more than two ends", "write an edge for each payment");
        return;
      case "data":
        this.#data = { key: attributes.key ?? "", inside: 0 };
    }
  }

  close(name: string, text: string): void {
    if (this.#data !== null) {
      if (this.#data.inside > 0) this.#data.inside--;
      else this.#endData(this.#data.key, text);
      return;
    }
    switch (name) {
      case "default":
        if (this.#key !== null) this.#key.default = text;
        return;
      case "key":
        this.#key = null;
        return;
      case "graph":
        this.#maker.about(this.#open.pop()?.fields ?? {});
        return;
      case "node":
        this.#tellNode();
        this.#open.pop();
        return;
      case "edge":
        this.#endEdge(this.#open.pop());
    }
  }

  #declare(attributes: XmlAttributes): void {
    const { id = "", for: of = "all" } = attributes;
    const name = attributes["attr.name"] ?? id;
    const isFor = (owner: Owner) => of === "all" || of === owner;
    this.#key = {
      fields: {
        graph: isFor("graph") ? graphField(name) : null,
        node: isFor("node") ? nodeField(name) : null,
        edge: isFor("edge") ? edgeField(name) : null,
      },
      default: null,
    };
    this.#keys.set(id, this.#key);
  }

  #endData(key: string, text: string): void {
    this.#data = null;
    const owner = this.#open.at(-1);
    const field = owner === undefined ? null : (this.#keys.get(key)?.fields[owner.of] ?? null);
    if (owner !== undefined && field !== null) owner.fields[field] = text;
  }

  /** A node is told of when it ends, or when a graph inside it begins. */
  #tellNode(): void {
    const node = this.#open.at(-1);
    if (node?.of !== "node" || node.isTold || this.#isFull) return;
    node.isTold = true;
    const { id = "" } = node.attributes;
    this.#isFull = !this.#maker.addNode(id, this.#withDefaults(node), node.place);
  }

  #endEdge(edge: Open | undefined): void {
    if (edge === undefined || this.#isFull) return;
    const { attributes, place } = edge;
    const { id = null, source = "", target = "", directed } = attributes;
    if (directed === undefined ? !this.#isDirected : directed !== "true") {
      this.#refuse(place, "an edge is undirected", 'money moves one way: write edgedefault="directed"');
      return;
    }
    const fields = this.#withDefaults(edge);
    this.#isFull = !this.#maker.addEdge({ id, source, target, place, fields, spans: [], history: [] });
  }

  /** One line says it: every other edge would say the same. */
  #refuse(place: Place, message: string, hint: string): void {
    if (!this.#isFull) this.#maker.fault(place, message, hint);
    this.#isFull = true;
  }

  /** Fills in what the file declares for all and this one does not say. */
  #withDefaults({ of, fields }: Open): Open["fields"] {
    for (const key of this.#keys.values()) {
      const field = key.fields[of];
      if (field !== null && key.default !== null) fields[field] ??= key.default;
    }
    return fields;
  }
}

function opened(of: Owner, attributes: XmlAttributes, { line, column }: Place): Open {
  return { of, attributes, place: { line, column }, fields: {}, isTold: false };
}
