/** What an entity and a deal are called in the reader's language. */
import type { Party } from "../src/model/deal.js";
import { DEAL_KINDS, type DealKindRow, type Role } from "../src/model/deal-kinds.js";
import type { CoreDeal, CoreFacts } from "../src/model/records.js";
import type { Text } from "./text/en.js";

type Names = Pick<CoreFacts, "entities">;

/** The name for running text and cards. */
export function fullName({ entities }: Names, id: string, { language }: Text): string {
  const entity = entities.get(id);
  if (entity === undefined) return id;
  return language === "en" ? entity.name : entity.names[language];
}

/** The name for crowded places: the short one where there is one. */
export function displayName(dataset: Names, id: string, text: Text): string {
  const full = fullName(dataset, id, text);
  const entity = dataset.entities.get(id);
  // Short names are Latin: they stand for the Latin name, wherever that is the one in use.
  return full === entity?.name ? (entity.short ?? full) : full;
}

/** Facts some of which have a way of their own to call a deal. */
export interface NamedFacts extends CoreFacts {
  readonly titleOf?: (deal: string, text: Text) => string;
}

/** A deal's title: as it stands on file in English, from its parties elsewhere. */
export function dealTitle(dataset: NamedFacts, id: string, text: Text): string {
  if (dataset.titleOf !== undefined) return dataset.titleOf(id, text);
  const deal = dataset.deals.get(id);
  if (deal === undefined) return id;
  const { from, to }: DealKindRow = DEAL_KINDS[deal.kind];
  const inRoles = (roles: readonly Role[]) =>
    deal.parties.filter(({ role }) => roles.includes(role)).map((party) => partyName(dataset, party, text));
  const payers = inRoles(from);
  return text.deal.title({
    title: deal.title,
    kind: deal.kind,
    payers: from.length > 0 ? payers : deal.parties.map((party) => partyName(dataset, party, text)),
    payees: inRoles(to),
    amount: amountOf(deal, text),
  });
}

/** A party's name; what is no single entity is called by what it is. */
export function partyName(dataset: Names, { entity, unnamed = "" }: Party, text: Text): string {
  if (entity !== undefined) return displayName(dataset, entity, text);
  return text.deal.unnamed[unnamed] ?? text.deal.unnamedOther ?? unnamed;
}

function amountOf({ amount }: CoreDeal, text: Text): string | null {
  if (amount === undefined || amount.basis === "valuation") return null;
  return text.deal.prefix[amount.qualifier] + text.money(amount.value, amount.currency);
}
