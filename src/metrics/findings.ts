/**
 * Shapes in the deals that mean something without being loops. Each rule is a row; a finding describes what is
 * on file and never says that anything is wrong.
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { LegFlow } from "../graph/legs.js";
import type { Dataset } from "../model/dataset.js";
import { firstDay, lastDay } from "../model/dates.js";
import { DEAL_KINDS, type DealKind, type FlowKind } from "../model/deal-kinds.js";
import { compareIds } from "../model/ids.js";
import { type Partner, partnersOf } from "./partners.js";
import { controlTie, type Holding, holdingTie } from "./related-parties.js";
import { standingDeals } from "./standing-deals.js";

/** What a rule found. */
export interface Finding {
  readonly rule: FindingRule;
  /** Who takes part, in the order the rule names them. */
  readonly entities: readonly string[];
  readonly deals: readonly string[];
  /** What is on file, in a sentence. */
  readonly says: string;
}

/** What findings are drawn from beside the graph. */
export interface FindingOptions {
  /** The facts behind the graph; without them a rule knows only what the graph's flows say. */
  readonly dataset?: Dataset | null | undefined;
  readonly holdings?: readonly Holding[] | undefined;
}

/** What the rules look at. */
interface World {
  readonly graph: CapitalGraph;
  readonly nameOf: (id: string) => string;
  /** Whom each entity pays, in the order of ids. */
  readonly partners: ReadonlyMap<string, readonly Partner[]>;
  readonly pays: (from: string, to: string) => readonly LegFlow[];
  /** All that is written of a deal. */
  readonly wordsOf: (deal: string) => string;
  readonly debts: readonly Debt[];
  readonly holdings: readonly Holding[];
}

/** A debt by who owes it; its lender may be a crowd that is no entity. */
interface Debt {
  readonly deal: string;
  readonly borrower: string;
  /** The day it was announced; null where nothing says. */
  readonly on: string | null;
}

type Found = Omit<Finding, "rule">;

interface Rule {
  readonly summary: string;
  /** The standard or the text that the shape comes from. */
  readonly reference: string;
  readonly find: (world: World) => Iterable<Found>;
}

const LENDING: ReadonlySet<DealKind | FlowKind | null> = new Set<DealKind>([
  "bond",
  "loan",
  "credit_facility",
  "vendor_financing",
]);

/** Terms that a deal's own words tell: no field of the schema holds them. */
const TAKE_OR_PAY = /take[- ]or[- ]pay/i;
const RESIDUAL_VALUE = /residual[- ]value/i;

/** Every rule, by name. */
export const FINDING_RULES = {
  "consideration-payable-to-customer": {
    summary: "a seller gives capital or support to its own customer",
    reference:
      "ASC 606-10-32-25: unless the seller gets something distinct for it, it lowers revenue; equity counts, measured at grant date",
    *find({ partners, pays, nameOf }) {
      for (const [vendor, payees] of partners) {
        for (const { id: customer, flows } of payees) {
          const gives = flows.filter((flow) => flow.class !== "OPS");
          const buys = pays(customer, vendor).filter((flow) => flow.class === "OPS");
          if (gives.length === 0 || buys.length === 0) continue;
          yield {
            entities: [vendor, customer],
            deals: dealsOf([...gives, ...buys]),
            says: `${nameOf(vendor)} gives capital or support to ${nameOf(customer)} (${kindsOf(gives)}) and is paid by it (${kindsOf(buys)}).`,
          };
        }
      }
    },
  },
  "spv-rvg": {
    summary: "a vehicle borrows against a lease and a residual value guarantee of its sponsor",
    reference: "ASC 842-10-30-5 and ASC 810: what the guarantor may owe, and who consolidates the vehicle",
    *find({ partners, nameOf, wordsOf, debts, graph }) {
      for (const [sponsor, payees] of partners) {
        for (const { id: vehicle, flows } of payees) {
          const kind = graph.getNodeAttribute(vehicle, "kind");
          if (kind !== null && kind !== "vehicle") continue;
          const leases = flows.filter((flow) => flow.kind === "lease");
          const guarantees = flows.filter(
            (flow) => flow.class === "CONT" && RESIDUAL_VALUE.test(wordsOf(flow.deal)),
          );
          const owed = debts.filter(({ borrower }) => borrower === vehicle);
          if (leases.length === 0 || guarantees.length === 0 || owed.length === 0) continue;
          yield {
            entities: [sponsor, vehicle],
            deals: unique([...dealsOf([...leases, ...guarantees]), ...owed.map(({ deal }) => deal)]),
            says: `${nameOf(sponsor)} leases from ${nameOf(vehicle)}, which has borrowed, and guarantees a residual value to it.`,
          };
        }
      }
    },
  },
  "shared-financier": {
    summary: "one party finances both a buyer and its seller",
    reference: "both ends of the trade lean on the same capital",
    *find({ partners, pays, nameOf }) {
      for (const [financier, payees] of partners) {
        const financed = payees
          .map(({ id, flows }) => ({ id, flows: flows.filter((flow) => flow.class === "FIN") }))
          .filter(({ flows }) => flows.length > 0);
        for (const buyer of financed) {
          for (const seller of financed) {
            if (buyer.id === seller.id) continue;
            const buys = pays(buyer.id, seller.id).filter((flow) => flow.class === "OPS");
            if (buys.length === 0) continue;
            yield {
              entities: [financier, buyer.id, seller.id],
              deals: dealsOf([...buyer.flows, ...seller.flows, ...buys]),
              says: `${nameOf(financier)} finances both ${nameOf(buyer.id)} and ${nameOf(seller.id)}; the first pays the second (${kindsOf(buys)}).`,
            };
          }
        }
      }
    },
  },
  "take-or-pay-anchored-debt": {
    summary: "a seller borrows on or after the day a customer signed a take-or-pay contract with it",
    reference: "a contract paid for whether or not it is used is what lenders lend against",
    *find({ partners, nameOf, wordsOf, debts }) {
      for (const [customer, payees] of partners) {
        for (const { id: seller, flows } of payees) {
          const anchors = flows.filter(
            (flow) => flow.class === "OPS" && TAKE_OR_PAY.test(wordsOf(flow.deal)),
          );
          const since = anchors.flatMap(({ announced }) => (announced === null ? [] : [firstDay(announced)]));
          const first = since.sort()[0];
          if (first === undefined) continue;
          const owed = debts.filter(
            ({ borrower, on }) => borrower === seller && on !== null && lastDay(on) >= first,
          );
          if (owed.length === 0) continue;
          yield {
            entities: [customer, seller],
            deals: unique([...dealsOf(anchors), ...owed.map(({ deal }) => deal)]),
            says: `${nameOf(seller)} has borrowed since ${nameOf(customer)} took a contract with it to take or pay.`,
          };
        }
      }
    },
  },
  "related-party": {
    summary: "the parties of a deal share a controller, or one holds more than 10% of the votes of the other",
    reference: "ASC 850; from 20% on the equity method is presumed (ASC 323)",
    *find({ partners, nameOf, graph, holdings }) {
      for (const [payer, payees] of partners) {
        for (const { id: payee, flows } of payees) {
          const tie = controlTie(graph, payer, payee, nameOf) ?? holdingTie(holdings, payer, payee, nameOf);
          if (tie === null) continue;
          yield {
            entities: [payer, payee],
            deals: dealsOf(flows),
            says: `Capital moves from ${nameOf(payer)} to ${nameOf(payee)} (${kindsOf(flows)}); ${tie}.`,
          };
        }
      }
    },
  },
} as const satisfies Record<string, Rule>;
/** The name of a rule that findings come from. */
export type FindingRule = keyof typeof FINDING_RULES;

/** The names of the rules, in their order. */
export const FINDING_RULE_NAMES = Object.keys(FINDING_RULES) as FindingRule[];

/**
 * Everything the rules find in a view, by rule and then by id. Terms such as take-or-pay are read from what is
 * written of a deal (title, summary, evidence), so a term nobody wrote down is not found.
 *
 * @param graph what `viewGraph` gives.
 * @remarks Time O(flows · partners).
 * @example findings(view, { dataset }).map(({ rule }) => rule);
 */
export function findings(graph: CapitalGraph, options: FindingOptions = {}): readonly Finding[] {
  const world = worldOf(graph, options);
  return FINDING_RULE_NAMES.flatMap((rule) =>
    [...FINDING_RULES[rule].find(world)]
      .map((found): Finding => ({ rule, ...found }))
      .sort((a, b) => compareIds(a.entities.join(">"), b.entities.join(">"))),
  );
}

function worldOf(graph: CapitalGraph, { dataset = null, holdings = [] }: FindingOptions): World {
  const partners = partnersOf(graph);
  const flows = [...partners.values()].flatMap((payees) => payees.flatMap((payee) => payee.flows));
  const titles = new Map(flows.map(({ deal, title }) => [deal, title]));
  return {
    graph,
    partners,
    holdings,
    nameOf: (id) => graph.getNodeAttribute(id, "label"),
    pays: (from, to) => partners.get(from)?.find(({ id }) => id === to)?.flows ?? [],
    wordsOf: (id) => {
      const deal = dataset?.deals.get(id);
      if (deal === undefined) return titles.get(id) ?? "";
      return [deal.title, deal.summary, ...deal.evidence.map(({ says = "" }) => says)].join(" ");
    },
    debts: dataset === null ? debtsOfFlows(partners) : debtsOfFacts(dataset, graph),
  };
}

function debtsOfFlows(partners: World["partners"]): Debt[] {
  return [...partners.values()].flatMap((payees) =>
    payees.flatMap(({ id, flows }) =>
      flows
        .filter(({ kind }) => LENDING.has(kind))
        .map(({ deal, announced }) => ({ deal, borrower: id, on: announced })),
    ),
  );
}

/** Debts by who owes them: most lenders are crowds, so most debts make no flow. */
function debtsOfFacts(dataset: Dataset, graph: CapitalGraph): Debt[] {
  return standingDeals(dataset, graph).flatMap(({ deal }) => {
    if (!LENDING.has(deal.kind)) return [];
    const owing: readonly string[] = DEAL_KINDS[deal.kind].to;
    return deal.parties
      .filter(({ role }) => owing.includes(role))
      .flatMap(({ entity }) =>
        entity === undefined ? [] : [{ deal: deal.id, borrower: entity, on: deal.announced }],
      );
  });
}

/** `equity investment and warrant`. */
function kindsOf(flows: readonly LegFlow[]): string {
  const nouns = unique(
    flows.map(({ kind }) => (kind === null ? "payment" : DEAL_KINDS[kind].en.noun)),
  ).toSorted();
  return nouns.length < 2 ? nouns.join("") : `${nouns.slice(0, -1).join(", ")} and ${nouns.at(-1)}`;
}

function dealsOf(flows: readonly LegFlow[]): string[] {
  return unique(flows.map(({ deal }) => deal)).toSorted(compareIds);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
