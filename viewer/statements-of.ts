/** The statements that concern a deal: those that name somebody on each of its sides. */
import { statementsOn } from "../src/model/clocks.js";
import type { Dataset, DealRecord } from "../src/model/dataset.js";
import type { Day } from "../src/model/dates.js";
import { DEAL_KINDS, type DealKindRow, type Role } from "../src/model/deal-kinds.js";
import type { StatementRecord } from "../src/model/statement.js";

/** A statement that names more is about an industry, not about two of its firms. */
const NAMED = 4;

/** Speaker and subjects count alike. A deal without sides is concerned by what names two of its parties. */
export function statementsOfDeal(dataset: Dataset, deal: DealRecord, asOf: Day): readonly StatementRecord[] {
  const { from, to }: DealKindRow = DEAL_KINDS[deal.kind];
  const inRoles = (roles: readonly Role[]) =>
    deal.parties.flatMap(({ role, entity }) =>
      entity === undefined || !roles.includes(role) ? [] : [entity],
    );
  const parties = new Set(deal.parties.flatMap(({ entity }) => entity ?? []));
  const [payers, payees] = [inRoles(from), inRoles(to)];
  const hasSides = payers.length > 0 && payees.length > 0;
  return statementsOn(dataset, { asOf, knownBy: null }).filter(({ speaker, about }) => {
    const named = new Set([speaker, ...about]);
    if (about.length > NAMED) return false;
    if (!hasSides) return [...named].filter((id) => parties.has(id)).length > 1;
    return payers.some((id) => named.has(id)) && payees.some((id) => named.has(id));
  });
}
