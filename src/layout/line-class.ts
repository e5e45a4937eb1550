/** The four classes a line is drawn in: the classes of deals, with power taken out of operations. */
import type { DealClass, FlowKind } from "../model/deal-kinds.js";

/** In the order of the legend. The value is the class's word in addresses. */
export const LINE_CLASSES = {
  fin: "finance",
  ops: "operations",
  pwr: "power",
  cont: "contingent",
} as const;
export type LineClass = keyof typeof LINE_CLASSES;

export const LINE_CLASS_NAMES = Object.keys(LINE_CLASSES) as LineClass[];

const POWER: ReadonlySet<FlowKind | null> = new Set<FlowKind>(["power_purchase", "power_plant_build"]);
const OF_DEAL_CLASS = { FIN: "fin", OPS: "ops", CONT: "cont" } as const satisfies Record<
  DealClass,
  LineClass
>;

/** The class a flow is drawn in. */
export function lineClassOf(flow: { readonly kind: FlowKind | null; readonly class: DealClass }): LineClass {
  return POWER.has(flow.kind) ? "pwr" : OF_DEAL_CLASS[flow.class];
}
