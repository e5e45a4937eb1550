/** One loop by its id, without a search. */
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { LegFlow } from "../graph/legs.js";
import { compareIds } from "../model/ids.js";
import { describeLoop, type Loop, loopId } from "./loop.js";
import { unknownId } from "./query.js";

/**
 * The loop through these entities, `a>b>c`, given from any of them on. With `#` and a flow for each leg, as
 * searches that keep parallel flows apart write it, the loop of those flows alone.
 *
 * @throws CapitalLoopError `unknown-id` when an entity or a leg is not in the graph, or one comes twice.
 * @remarks Time O(flows on it).
 * @example loopWithId(viewGraph(graph), "openai>amd").id; // "amd>openai"
 */
export function loopWithId(graph: CapitalGraph, id: string): Loop {
  const [path = "", chosen] = id.split("#");
  const given = path.split(">");
  const wrong = (message: string) => new CapitalLoopError("unknown-id", `no loop "${id}" here: ${message}`);
  if (given.includes("")) throw wrong("an id is missing; write a loop as amd>openai");
  const twice = given.find((entity, i) => given.indexOf(entity) !== i);
  if (twice !== undefined) throw wrong(`it passes "${twice}" twice; a loop passes each entity once`);
  for (const entity of given) if (!graph.hasNode(entity)) throw unknownId("entity", entity, graph.nodes());

  const entities = loopId(given, compareIds).split(">");
  const wanted = chosen?.split(">");
  const legs = entities.map((from, i) => {
    const to = entities[(i + 1) % entities.length] ?? from;
    const all = graph
      .outEdges(from, to)
      .map((key): LegFlow => ({ id: key, ...graph.getEdgeAttributes(key) }));
    const flows = all
      .filter((flow) => wanted === undefined || wanted.includes(flow.id))
      .sort((a, b) => compareIds(a.id, b.id));
    if (all.length === 0)
      throw wrong(`nothing flows from ${from} to ${to}; look at: capital-loop show ${from}`);
    if (flows.length === 0) throw wrong(`none of these flows runs from ${from} to ${to}`);
    return flows;
  });
  const canonical = entities.join(">");
  const suffix = wanted === undefined ? "" : `#${legs.map(([flow]) => flow?.id ?? "").join(">")}`;
  return describeLoop(
    entities,
    legs,
    (entity) => graph.getNodeAttribute(entity, "kind"),
    `${canonical}${suffix}`,
  );
}
