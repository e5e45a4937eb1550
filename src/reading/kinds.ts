/** The kinds of deals as graph files write them: the names of `DEAL_KINDS`, and shorter ones. */
import { DEAL_KINDS, type DealKind, FLOW_KIND_NAMES, type FlowKind } from "../model/deal-kinds.js";
import { closest } from "../model/explain.js";

/** Short names in use for kinds, lower-case and without signs. */
const SHORT_NAMES: Readonly<Record<string, FlowKind>> = {
  equity: "equity_investment",
  convertible: "convertible_note",
  spvequity: "jv_contribution",
  debt: "loan",
  vendorloan: "vendor_financing",
  purchase: "equipment_purchase",
  licence: "license",
  compute: "compute_purchase",
  takeorpay: "compute_purchase",
  power: "power_purchase",
  rvg: "guarantee",
};

/** What a short name says beyond its kind. */
const TERMS: Readonly<Record<string, string>> = { takeorpay: "take-or-pay", rvg: "residual value" };

/** The term that a kind's short name carries, as the flow's title words it; undefined for most. */
export function termOf(text: string): string | undefined {
  return TERMS[bare(text)];
}

const BY_NAME: ReadonlyMap<string, FlowKind> = new Map([
  ...FLOW_KIND_NAMES.map((kind): [string, FlowKind] => [bare(kind), kind]),
  ...Object.entries(SHORT_NAMES),
]);

/** The kind a text means, however it is cased and joined; else why it means none, and the mend. */
export function readKind(
  text: string,
): { readonly kind: FlowKind } | { readonly message: string; readonly hint: string } {
  const kind = BY_NAME.get(bare(text));
  if (kind !== undefined) return { kind };
  const known: string[] = Object.keys(DEAL_KINDS);
  const dealKind = known.find((name): name is DealKind => bare(name) === bare(text));
  if (dealKind !== undefined)
    return { message: `a ${dealKind} moves no capital`, hint: "leave the row out, or name what is paid for" };
  const near = closest(text, [...FLOW_KIND_NAMES, ...Object.keys(SHORT_NAMES)]);
  const hint =
    near === null
      ? `write one of ${FLOW_KIND_NAMES.join(", ")}, or leave it empty`
      : `did you mean "${near}"?`;
  return { message: `"${text}" is no kind of deal`, hint };
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, "");
}
