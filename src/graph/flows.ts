/** A deal's flows: who pays whom, how much, under which kind. */
import type { Deal, Party } from "../model/deal.js";
import { DEAL_KINDS, type FlowKind } from "../model/deal-kinds.js";
import type { Money } from "../model/money.js";

/** One directed movement of capital, from payer to payee. */
export interface DealFlow {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  /** As stated for this pair alone; null when no source states it. */
  readonly amount: Money | null;
}

/**
 * The flows a deal states, or else one for each pair of the roles that its kind names.
 *
 * The deal's amount is the flow's only where one named payer pays one named payee and nobody else
 * has a part in it; split among several, each part is undisclosed.
 */
export function flowsOf(deal: Pick<Deal, "kind" | "parties" | "amount" | "flows">): readonly DealFlow[] {
  if (deal.flows !== undefined) {
    return deal.flows.map((flow) => ({
      from: flow.from,
      to: flow.to,
      kind: (flow.kind ?? deal.kind) as FlowKind,
      amount: flow.amount ?? null,
    }));
  }
  const row = DEAL_KINDS[deal.kind];
  if (row.class === null) return [];
  const kind = deal.kind as FlowKind;
  const payers = inRoles(deal.parties, row.from);
  const payees = inRoles(deal.parties, row.to);
  const flows: DealFlow[] = [];
  for (const payer of payers) {
    for (const payee of payees) {
      if (isNamed(payer) && isNamed(payee) && payer.entity !== payee.entity) {
        flows.push({ from: payer.entity, to: payee.entity, kind, amount: null });
      }
    }
  }
  const [only] = flows;
  const shared = payers.length > 1 || payees.length > 1;
  return only === undefined || shared ? flows : [{ ...only, amount: deal.amount ?? null }];
}

function inRoles(parties: readonly Party[], roles: readonly string[]): Party[] {
  return parties.filter((party) => roles.includes(party.role));
}

/** Whether a party is an entity whose part is counted here. */
function isNamed(party: Party): party is Party & { entity: string } {
  return party.entity !== undefined && party.counted_in === undefined;
}
