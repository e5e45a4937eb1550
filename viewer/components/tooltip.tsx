/** Beside the pointer: the whole name of an entity, or who pays whom and how much. */
import { leadFlow, legAmountUsd } from "../../src/graph/legs.js";
import { FLOW_LINE, firmestOf } from "../drawn-leg.js";
import { flowsBetween } from "../loop-at.js";
import { dealTitle, displayName, fullName } from "../names.js";
import type { StageDriver } from "../stage-driver.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

interface TooltipProps {
  readonly explorer: Explorer;
  readonly driver: StageDriver;
}

/** From the pointer to the words, in pixels. */
const OFFSET = { x: 14, y: 16 } as const;
/** The widest a tooltip is; near the right side it stands left of the pointer. */
const WIDTH = 260;
/** Two lines of it; near the foot it stands above. */
const HEIGHT = 46;

export function Tooltip({ explorer, driver }: TooltipProps) {
  const hovered = driver.hovered.value;
  if (hovered === null) return null;
  const words = hovered.type === "node" ? ofNode(explorer, hovered.id) : ofLine(explorer, hovered.id);
  if (words === null) return null;
  const { width, height } = driver.size.value;
  const left = hovered.at.x + OFFSET.x + WIDTH > width ? hovered.at.x - OFFSET.x : hovered.at.x + OFFSET.x;
  const turned = left < hovered.at.x;
  const isLow = hovered.at.y + OFFSET.y + HEIGHT > height;
  const top = isLow ? hovered.at.y - OFFSET.y - HEIGHT : hovered.at.y + OFFSET.y;
  return (
    <div
      class={turned ? "tooltip turned" : "tooltip"}
      aria-hidden="true"
      style={{ left: `${left}px`, top: `${top}px` }}
    >
      <b>{words.title}</b>
      <span>{words.note}</span>
    </div>
  );
}

function ofNode({ facts, shown }: Explorer, id: string) {
  const { graph } = shown.value;
  if (!graph.hasNode(id)) return null;
  const t = text.value;
  return {
    title: fullName(facts.dataset, id, t),
    note: t.stage.hover(dealsOf(graph.mapOutEdges(id, dealOf)), dealsOf(graph.mapInEdges(id, dealOf))),
  };
}

const dealOf = (_key: string, flow: { readonly deal: string }) => flow.deal;
const dealsOf = (deals: readonly string[]) => new Set(deals).size;

function ofLine({ facts, shown }: Explorer, id: string) {
  const t = text.value;
  if (id.startsWith(FLOW_LINE)) {
    const flow = id.slice(FLOW_LINE.length);
    if (!facts.graph.hasEdge(flow)) return null;
    const { deal, amountUsd } = facts.graph.getEdgeAttributes(flow);
    return {
      title: dealTitle(facts.dataset, deal, t),
      note: amountUsd === null ? t.notDisclosed : t.usd(amountUsd),
    };
  }
  const [from = "", to = ""] = id.split(">");
  const flows = flowsBetween(shown.value.legs, from, to);
  const lead = leadFlow(flows);
  if (lead === undefined) return null;
  const usd = legAmountUsd(flows);
  const name = (entity: string) => displayName(facts.dataset, entity, t);
  return {
    title: `${name(from)} → ${name(to)}`,
    note: t.join([
      lead.kind === null ? "" : t.loop.kind[lead.kind],
      usd === null ? t.notDisclosed : t.usd(usd),
      t.deal.states[firmestOf(flows)].toLowerCase(),
    ]),
  };
}
