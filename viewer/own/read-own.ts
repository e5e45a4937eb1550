/** Reads a reader's file and works out what the page would take too long for. Runs in a worker. */
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { type LegGraph, legFrom, legsOf } from "../../src/graph/legs.js";
import { zonesOf } from "../../src/layout/zones.js";
import { strongComponents } from "../../src/loops/components.js";
import { readGraphText } from "../../src/reading/read-graph-text.js";
import { NO_FILTER } from "../filter-of.js";
import { dealsIn, filteredGraph } from "../filtered.js";
import { countByClass } from "../shown.js";
import { textOfFile } from "./file-text.js";
import type { GraphHead, GraphPart } from "./messages.js";
import type { Tells } from "./own.js";
import { widthScaleOf } from "./width-scale.js";

/** Up to so many go round, and up to so many legs, a graph has a wheel. */
const WHEEL = { core: 300, legs: 5_000 } as const;
/** Nodes or edges that the page takes at once: few, for what the reader does waits meanwhile. */
const PART = 250;
/** Between two news of how far the reading has come, in milliseconds. */
const NEWS_MS = 60;

export interface ReadOwn {
  readonly graph: CapitalGraph;
  readonly head: GraphHead;
  /** The legs of the view without filters. */
  readonly legs: LegGraph;
}

/** @param onNews told of bytes and lines read, at least once at the end. */
export async function readOwn(
  file: File,
  onNews: (bytes: number, lines: number, isRead: boolean) => void,
): Promise<ReadOwn> {
  let bytes = 0;
  let lines = 0;
  let next = 0;
  const counted = async function* () {
    for await (const piece of textOfFile(file, (read) => {
      bytes = read;
    })) {
      for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", at + 1)) lines++;
      if (performance.now() > next) {
        onNews(bytes, lines, false);
        next = performance.now() + NEWS_MS;
      }
      yield piece;
    }
  };
  const warnings: string[] = [];
  const graph = await readGraphText(file.name, counted(), { onWarning: (text) => warnings.push(text) });
  onNews(file.size, lines, true);
  const view = filteredGraph(graph, { ...NO_FILTER, asOf: graph.getAttribute("asOf") });
  const legs = legsOf(view);
  const zones = zonesOf(legs);
  const hasWheel = zones.coreSize <= WHEEL.core && legs.target.length <= WHEEL.legs;
  const isAsRead = view.size === graph.size && !graph.someEdge((_key, { steps }) => steps.length > 0);
  return {
    graph,
    legs,
    head: {
      attributes: graph.getAttributes(),
      entities: graph.order,
      flows: graph.size,
      tells: tellsOf(graph),
      warnings,
      layout: hasWheel ? (await import("../../src/layout/layout.js")).layoutGraph(view) : null,
      scale: widthScaleOf(legs.amountUsd),
      zones: zones.of,
      coreSize: zones.coreSize,
      circling: circlingIn(legs),
      deals: dealsIn(view).size,
      byClass: countByClass(view),
      legs: { compact: compactOf(legs), ids: legs.ids, keys: keysOf(legs) },
      isAsRead,
    },
  };
}

/** The graph in parts that can be taken one after the other. */
export function* partsOf(graph: CapitalGraph): Generator<GraphPart> {
  let nodes: GraphPart["nodes"][number][] = [];
  for (const { node, attributes } of graph.nodeEntries()) {
    nodes.push([node, attributes]);
    if (nodes.length === PART) {
      yield { nodes, edges: [] };
      nodes = [];
    }
  }
  let edges: GraphPart["edges"][number][] = [];
  for (const { edge, attributes, source, target } of graph.edgeEntries()) {
    edges.push([edge, source, target, attributes]);
    if (edges.length === PART) {
      yield { nodes, edges };
      nodes = [];
      edges = [];
    }
  }
  yield { nodes, edges };
}

function tellsOf(graph: CapitalGraph): Tells {
  return {
    kinds: graph.someEdge((_key, { kind }) => kind !== null),
    amounts: graph.someEdge((_key, { amountUsd }) => amountUsd !== null),
    days: graph.someEdge((_key, { announced }) => announced !== null),
    states: graph.someEdge((_key, { steps, state }) => steps.length > 0 || state !== "signed"),
    entityKinds: graph.someNode((_id, { kind }) => kind !== null),
    layers: graph.someNode((_id, { layer }) => layer !== null),
    countries: graph.someNode((_id, { country }) => country !== null),
    technologies: false,
    sources: false,
  };
}

/** Who is on a loop of any length, by number. */
function circlingIn(legs: LegGraph): Uint8Array {
  const component = strongComponents(legs);
  const circling = new Uint8Array(legs.nodes);
  legs.target.forEach((w, leg) => {
    const v = legFrom(legs, leg);
    if (v !== w && component[v] === component[w]) circling[v] = 1;
  });
  return circling;
}

/** The arrays alone: what is looked up in the graph cannot travel. */
function compactOf({ nodes, start, source, target, amountUsd, edgeStart, edge, time }: LegGraph) {
  return { nodes, start, source, target, amountUsd, edgeStart, edge, time };
}

function keysOf(legs: LegGraph): readonly string[] {
  return Array.from(legs.edge.keys(), (number) => legs.flow(number).id);
}
