/**
 * Which attributes of other people's graphs are read, by the names they go by: ours, and those in use
 * elsewhere. Names are compared without their case, blanks, hyphens and underscores.
 */

export const NODE_FIELDS = [
  "label",
  "nameZhHans",
  "nameZhHant",
  "kind",
  "layer",
  "country",
  "ticker",
  "parents",
] as const;
export type NodeField = (typeof NODE_FIELDS)[number];

export const EDGE_FIELDS = [
  "label",
  "deal",
  "title",
  "kind",
  "class",
  "amountUsd",
  "amount",
  "currency",
  "qualifier",
  "basis",
  "announced",
  "paidFrom",
  "paidTo",
  "time",
  "state",
  "firmness",
  "steps",
  "status",
  "collection",
  "start",
  "end",
] as const;
export type EdgeField = (typeof EDGE_FIELDS)[number];

export const GRAPH_FIELDS = ["asOf", "knownBy"] as const;
export type GraphField = (typeof GRAPH_FIELDS)[number];

/** Other names, as they are compared. The name itself comes first where both are there. */
const ALSO: Readonly<Record<string, NodeField | EdgeField>> = {
  name: "label",
  dealkind: "kind",
  usd: "amountUsd",
  date: "announced",
};

/** What a node's attribute is read as; null for one that is passed over. */
export function nodeField(name: string): NodeField | null {
  return lookUp(NODE_FIELDS, name);
}

/** What an edge's attribute is read as; null for one that is passed over. */
export function edgeField(name: string): EdgeField | null {
  return lookUp(EDGE_FIELDS, name);
}

/** What a graph's own attribute is read as; null for one that is passed over. */
export function graphField(name: string): GraphField | null {
  return lookUp(GRAPH_FIELDS, name);
}

function lookUp<F extends string>(fields: readonly F[], name: string): F | null {
  const bare = bareName(name);
  const also = Object.hasOwn(ALSO, bare) ? ALSO[bare] : undefined;
  return (
    fields.find((field) => field.toLowerCase() === bare) ?? fields.find((field) => field === also) ?? null
  );
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
