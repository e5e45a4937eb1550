import { describe, expect, test } from "vitest";
import { flowsOf } from "../../src/graph/flows.js";
import { legAmountUsd, legsOf } from "../../src/graph/legs.js";
import { viewGraph } from "../../src/graph/view.js";
import { Deal } from "../../src/model/deal.js";
import { DEAL_KINDS, type DealKind } from "../../src/model/deal-kinds.js";
import { flowAttributes, graphOf } from "../world.js";

const deal = (over: object) =>
  Deal.parse({
    kind: "equity_investment",
    title: "Chips invests in Lab",
    parties: [
      { role: "investor", entity: "chips" },
      { role: "investee", entity: "lab" },
    ],
    amount: { value: 5e9, currency: "USD" },
    announced: "2031-03-14",
    status: [{ on: "2031-03-14", is: "signed", source: "wire/report" }],
    summary: "Chips buys shares.",
    evidence: [{ source: "wire/report", supports: ["amount"] }],
    ...over,
  });

describe("a deal's flows", () => {
  test("one payer and one payee carry the deal's amount", () => {
    expect(flowsOf(deal({}))).toEqual([
      {
        from: "chips",
        to: "lab",
        kind: "equity_investment",
        amount: expect.objectContaining({ value: 5e9 }),
      },
    ]);
  });

  test("several payers each pay an undisclosed part", () => {
    const round = deal({
      parties: [
        { role: "investor", entity: "chips" },
        { role: "investor", entity: "fund" },
        { role: "investee", entity: "lab" },
      ],
    });

    expect(flowsOf(round).map(({ from, to, amount }) => [from, to, amount])).toEqual([
      ["chips", "lab", null],
      ["fund", "lab", null],
    ]);
  });

  test("a party that is many, or is counted in a deal of its own, makes no flow and leaves the rest undisclosed", () => {
    const round = deal({
      parties: [
        { role: "investor", entity: "chips" },
        { role: "investor", unnamed: "other funds" },
        { role: "investor", entity: "cloud", counted_in: "cloud-lab-2031" },
        { role: "investee", entity: "lab" },
      ],
    });

    expect(flowsOf(round)).toEqual([{ from: "chips", to: "lab", kind: "equity_investment", amount: null }]);
  });

  test("a partnership moves no capital", () => {
    const parties = [
      { role: "partner", entity: "chips" },
      { role: "partner", entity: "lab" },
    ];

    expect(flowsOf(deal({ kind: "partnership", parties }))).toEqual([]);
  });

  test("stated flows stand as they are; one without an amount is undisclosed", () => {
    const flows = [
      { from: "chips", to: "lab", amount: { value: 100e9, currency: "USD", qualifier: "up_to" } },
      { from: "lab", to: "chips", kind: "chip_purchase" },
    ];

    expect(
      flowsOf(deal({ flows })).map(({ from, kind, amount }) => [from, kind, amount?.value ?? null]),
    ).toEqual([
      ["chips", "equity_investment", 100e9],
      ["lab", "chip_purchase", null],
    ]);
  });

  // The direction table of the contract, row by row: who pays, who is paid.
  const PAYS: Readonly<Record<DealKind, readonly [string, string] | null>> = {
    equity_investment: ["investor", "investee"],
    convertible_note: ["investor", "investee"],
    fund_commitment: ["investor", "investee"],
    acquisition: ["acquirer", "target"],
    jv_contribution: ["sponsor", "investee"],
    bond: ["lender", "borrower"],
    loan: ["lender", "borrower"],
    credit_facility: ["lender", "borrower"],
    vendor_financing: ["lender", "borrower"],
    warrant: ["issuer", "holder"],
    compute_purchase: ["buyer", "seller"],
    chip_purchase: ["buyer", "seller"],
    equipment_purchase: ["buyer", "seller"],
    supply_agreement: ["buyer", "seller"],
    service: ["buyer", "seller"],
    license: ["licensee", "licensor"],
    revenue_share: ["buyer", "seller"],
    lease: ["lessee", "lessor"],
    power_purchase: ["buyer", "seller"],
    power_plant_build: ["buyer", "seller"],
    guarantee: ["guarantor", "beneficiary"],
    backstop: ["guarantor", "beneficiary"],
    partnership: null,
    capex_plan: null,
    divestment: null,
  };

  test.each(Object.entries(PAYS))("%s: capital runs %j", (kind, roles) => {
    const [from, to] = roles ?? ["partner", "partner"];
    const parties = [
      { role: to, entity: "payee" },
      { role: from, entity: "payer" },
    ];

    const ends = flowsOf(deal({ kind, parties, amount: undefined })).map((flow) => [flow.from, flow.to]);

    expect(ends).toEqual(roles === null ? [] : [["payer", "payee"]]);
    expect(DEAL_KINDS[kind as DealKind].class === null).toBe(roles === null);
  });
});

describe("a leg's amount", () => {
  const usd = (amountUsd: number | null, over = {}) => flowAttributes({ amountUsd, ...over });

  test("is the sum of what may be added", () => {
    expect(legAmountUsd([usd(2e9), usd(5e9), usd(null)])).toBe(7e9);
  });

  test("is unknown where nothing is stated", () => {
    expect(legAmountUsd([usd(null)])).toBeNull();
  });

  test("never adds a guarantee, nor a price put on a company", () => {
    expect(legAmountUsd([usd(6.3e9, { class: "CONT" })])).toBeNull();
    expect(legAmountUsd([usd(2e9), usd(6.3e9, { class: "CONT" }), usd(250e9, { basis: "valuation" })])).toBe(
      2e9,
    );
  });

  test("never adds reported talks or a letter of intent to a firmer deal", () => {
    const soft = usd(100e9, { firmness: "letter_of_intent" });

    expect(legAmountUsd([soft, usd(30e9)])).toBe(30e9);
    expect(legAmountUsd([soft, usd(null)])).toBe(100e9);
  });

  test("never adds a yearly figure to a total", () => {
    expect(legAmountUsd([usd(3e9, { basis: "annual" }), usd(10e9)])).toBe(10e9);
    expect(legAmountUsd([usd(3e9, { basis: "annual" }), usd(2e9, { basis: "annual" })])).toBe(3e9);
  });
});

describe("a view", () => {
  const graph = graphOf([
    ["xai", "nvidia", 1, "chip_purchase"],
    ["nvidia", "spacex", 2, "equity_investment"],
    ["spacex", "xai", 3, "equity_investment"],
  ]);
  graph.setNodeAttribute("xai", "parents", [{ entity: "spacex", from: "2026-02-02", to: null }]);

  test("keeps only entities that a flow reaches", () => {
    const seen = viewGraph(graph, { kinds: ["chip_purchase"] });

    expect(seen.nodes().sort()).toEqual(["nvidia", "xai"]);
  });

  test("counts a subsidiary with its parent from the day it became one", () => {
    const group = viewGraph(graph, { level: "group", asOf: "2026-03-01" });

    expect(group.mapEdges((_key, _flow, from, to) => `${from}>${to}`).sort()).toEqual([
      "nvidia>spacex",
      "spacex>nvidia",
    ]);
    expect(viewGraph(graph, { level: "group", asOf: "2026-01-01" }).order).toBe(3);
  });

  test("leaves history out unless it is asked for", () => {
    const mixed = graphOf([["lucent", "winstar", 2e9, "vendor_financing"]]);
    mixed.setEdgeAttribute("d1", "collection", "history");

    expect(viewGraph(mixed).size).toBe(0);
    expect(viewGraph(mixed, { collection: "history" }).size).toBe(1);
  });

  test("leaves deals that no page bears out aside unless they are asked for", () => {
    const doubted = graphOf([["chips", "lab", 2e9, "equity_investment"]]);
    doubted.setEdgeAttribute("d1", "unconfirmed", true);

    expect(viewGraph(doubted).size).toBe(0);
    expect(viewGraph(doubted, { unconfirmed: true }).size).toBe(1);
  });

  test("refuses a day that the calendar does not have", () => {
    expect(() => viewGraph(graph, { asOf: "2026-02-30" })).toThrow('asOf: "2026-02-30" is not a day');
  });

  test("legs are numbered by payer, then payee, in the order of ids", () => {
    const legs = legsOf(graph);

    expect(legs.ids).toEqual(["nvidia", "spacex", "xai"]);
    expect([...legs.start]).toEqual([0, 1, 2, 3]);
    expect([...legs.target]).toEqual([1, 2, 0]);
  });
});
