/**
 * Spoilt copies: fifty kinds of damage to the facts, each told with its line, its column and its mend.
 * Lines and columns were counted by hand in tests/small-world and tests/side-facts.ts.
 */
import { describe, expect, test } from "vitest";
import { problemLine } from "../../src/errors.js";
import { checkFacts } from "../../src/node/load-dataset.js";
import { SIDE_FACTS } from "../side-facts.js";
import { type Edit, spoiltWorld } from "../small-world.js";

/** Every problem of a spoilt copy, with the folder called `graph-data`. */
async function linesOf(edits: readonly Edit[]): Promise<string[]> {
  const world = spoiltWorld([...SIDE_FACTS, ...edits]);
  try {
    const { problems } = await checkFacts(world.dir);
    return problems.map((problem) => problemLine(problem).replace(`${world.dir}/`, ""));
  } finally {
    world.remove();
  }
}

const STAKE = "deals/2031/chips-lab-stake.yaml";
const COMPUTE = "deals/2031/lab-cloud-compute.yaml";
const LEASE = "deals/2031/lab-leasing-lease.yaml";
const BOND = "deals/2032/cloud-bond.yaml";
const CHIPS = "observations/example-chips.yaml";
const GRID = "observations/example-grid.yaml";
const LAB_SAYS = "statements/example-lab.yaml";

/** What is damaged, how, and what is said of it. */
const DAMAGE: readonly (readonly [name: string, edits: readonly Edit[], ...lines: string[]])[] = [
  [
    "a deal without evidence",
    [
      [
        STAKE,
        "evidence:\n  - { source: example-wire/stake-report, supports: [parties, announced] }\n  - { source: example-lab/second-quarter-filing, at: note 7, supports: [amount, status] }\n",
        "",
      ],
    ],
    "deals/2031/chips-lab-stake.yaml:1:1 evidence: is missing; add it: a list",
  ],
  [
    "a deal without a status",
    [[BOND, "status:\n  - { on: 2032-02-10, is: closed, source: example-wire/bond-report }", "status: []"]],
    'deals/2032/cloud-bond.yaml:8:9 status: "[]" does not hold; a deal has at least one dated status',
  ],
  [
    "a status without a source",
    [[STAKE, "is: signed, source: example-lab/second-quarter-filing", "is: signed"]],
    "deals/2031/chips-lab-stake.yaml:10:5 status[1].source: is missing; add it: a text",
  ],
  [
    "an amount without a currency",
    [[STAKE, "value: 2e9, currency: USD", "value: 2e9"]],
    "deals/2031/chips-lab-stake.yaml:6:9 amount.currency: is missing; add it: a text",
  ],
  [
    "an amount that no evidence states",
    [[STAKE, "supports: [amount, status]", "supports: [status]"]],
    "deals/2031/chips-lab-stake.yaml:6:9 amount: no evidence supports this amount; add it to the evidence that states it: supports: [amount]",
  ],
  [
    "an amount written as a text",
    [[STAKE, "value: 2e9", "value: 2_000_000_000"]],
    'deals/2031/chips-lab-stake.yaml:6:18 amount.value: the string "2_000_000_000" stands where a number belongs; write a number',
  ],
  [
    "an amount below zero",
    [[STAKE, "value: 2e9", "value: -2e9"]],
    'deals/2031/chips-lab-stake.yaml:6:18 amount.value: "-2000000000" does not hold; an amount is zero or more: which way it goes follows from the roles',
  ],
  [
    "a currency that is no code",
    [[STAKE, "currency: USD", "currency: dollars"]],
    'deals/2031/chips-lab-stake.yaml:6:33 amount.currency: "dollars" does not hold; a currency is an ISO 4217 code such as USD',
  ],
  [
    "a flow to a crowd",
    [[BOND, "summary:", "flows:\n  - { from: example-cloud, to: the-market }\nsummary:"]],
    'deals/2032/cloud-bond.yaml:11:32 flows[0].to: "the-market" is no party of this deal; name it among the parties; a crowd makes no flow: leave it out',
  ],
  [
    "a flow against its kind",
    [[COMPUTE, "summary:", "flows:\n  - { from: example-cloud, to: example-lab }\nsummary:"]],
    "deals/2031/lab-cloud-compute.yaml:11:13 flows[0].from: this flow runs from the seller to the buyer, against its kind; a flow points the way capital moves: swap from and to, or give the flow its own kind",
  ],
  [
    "a flow from an entity to itself",
    [[COMPUTE, "summary:", "flows:\n  - { from: example-lab, to: example-lab }\nsummary:"]],
    "deals/2031/lab-cloud-compute.yaml:11:30 flows[0].to: a flow runs between two entities; name the one that is paid",
  ],
  [
    "a misspelt entity",
    [[STAKE, "entity: example-lab }", "entity: exmaple-lab }"]],
    'deals/2031/chips-lab-stake.yaml:5:31 parties[1].entity: no entity has the id "exmaple-lab"; did you mean "example-lab"? If it is new, add graph-data/entities/exmaple-lab.yaml',
  ],
  [
    "a party that is two things",
    [[STAKE, "entity: example-lab }", "entity: example-lab, unnamed: a lab }"]],
    "deals/2031/chips-lab-stake.yaml:5:5 parties[1]: a party is an entity or unnamed, not both and not neither; give entity: or unnamed:",
  ],
  [
    "a role that is none",
    [[STAKE, "role: investor", "role: invester"]],
    'deals/2031/chips-lab-stake.yaml:4:13 parties[0].role: "invester" is not known here; did you mean "investor"?',
  ],
  [
    "a kind that is none",
    [[BOND, "kind: bond", "kind: bnd"]],
    'deals/2032/cloud-bond.yaml:1:7 kind: "bnd" is not known here; did you mean "bond"?',
  ],
  [
    "a day the calendar lacks",
    [[COMPUTE, "announced: 2031-04-02", "announced: 2031-02-30"]],
    'deals/2031/lab-cloud-compute.yaml:7:12 announced: "2031-02-30" does not hold; not a date of the calendar: write 2026-11-21, 2026-11 or "2026"',
  ],
  [
    "a year without its quotes",
    [[COMPUTE, "announced: 2031-04-02", "announced: 2031"]],
    'deals/2031/lab-cloud-compute.yaml:7:12 announced: the number 2031 stands where a text belongs; a date is written 2026-11-21, 2026-11 or "2026" in quotes',
  ],
  [
    "steps out of order",
    [[LEASE, "on: 2032-01-15", "on: 2030-01-15"]],
    "deals/2031/lab-leasing-lease.yaml:10:11 status[1].on: 2030-01-15 comes before the step above it, 2031-08-15; write the steps in the order of their days",
  ],
  [
    "a deal in the wrong year",
    [[COMPUTE, "announced: 2031-04-02", "announced: 2030-04-02"]],
    "deals/2031/lab-cloud-compute.yaml:7:12 announced: announced in 2030, but filed under 2031; move the file to deals/2030/",
  ],
  [
    "a field that is unknown",
    [[STAKE, "summary:", "sumary: x\nsummary:"]],
    'deals/2031/chips-lab-stake.yaml:11:1 sumary: unknown field "sumary"; did you mean "summary"?',
  ],
  [
    "a key that stands twice",
    [[STAKE, "summary:", "kind: bond\nsummary:"]],
    'deals/2031/chips-lab-stake.yaml:11:1 the key "kind" stands twice in one place; remove one of the two',
  ],
  [
    "a part counted in no deal",
    [
      [
        STAKE,
        "role: investor, entity: example-chips",
        "role: investor, entity: example-chips, counted_in: nowhere-deal",
      ],
    ],
    'deals/2031/chips-lab-stake.yaml:4:58 parties[0].counted_in: no deal has the id "nowhere-deal"; add its file below graph-data/deals/',
  ],
  [
    "a source nobody knows",
    [[STAKE, "source: example-wire/stake-report, supports", "source: example-wire/stakes-report, supports"]],
    'deals/2031/chips-lab-stake.yaml:13:15 evidence[0].source: no source has the id "example-wire/stakes-report"; did you mean "example-wire/stake-report"? If it is new, add it to graph-data/sources/example-wire.yaml',
  ],
  [
    "a source nobody cites",
    [["sources/example-wire.yaml", "documents:\n", "documents:\n  never-cited:\n    tier: press\n"]],
    "sources/example-wire.yaml:3:3 documents.never-cited: no fact cites this document; cite it, or remove it",
  ],
  [
    "a source without a tier",
    [
      [
        "sources/example-wire.yaml",
        "    published: 2032-02-10\n    tier: press\n",
        "    published: 2032-02-10\n",
      ],
    ],
    "sources/example-wire.yaml:4:5 documents.bond-report.tier: is missing; write one of primary, press, secondary",
  ],
  [
    "an address that is none",
    [["sources/example-wire.yaml", "https://wire.example/bond", "wire.example/bond"]],
    'sources/example-wire.yaml:4:10 documents.bond-report.url: "wire.example/bond" does not hold; an address starts with https://',
  ],
  [
    "a conflict that follows nobody",
    [
      [
        STAKE,
        "  - The report has 1.9e9; the filing is followed.",
        "  - over: amount\n    values:\n      - { says: $1.9bn, source: example-wire/stake-report }\n      - { says: $2bn, source: example-lab/second-quarter-filing }\n    follows: example-lab/compute-order\n    why: it is the later one",
      ],
    ],
    "deals/2031/chips-lab-stake.yaml:20:14 conflicts[0].follows: the source that is followed states no value; follow one of the sources under values:",
  ],
  [
    "a conflict with a slip",
    [
      [
        STAKE,
        "  - The report has 1.9e9; the filing is followed.",
        "  - over: amonut\n    values:\n      - { says: $1.9bn, source: example-wire/stake-report }\n      - { says: $2bn, source: example-lab/second-quarter-filing }\n    follows: example-lab/second-quarter-filing\n    why: it is the later one",
      ],
    ],
    'deals/2031/chips-lab-stake.yaml:16:11 conflicts[0].over: "amonut" is not known here; did you mean "amount"?',
  ],
  [
    "an entity that owns itself",
    [["entities/example-leasing.yaml", "entity: example-cloud", "entity: example-leasing"]],
    "entities/example-leasing.yaml:7:15 parents[0].entity: an entity is not its own parent; name the owner, or remove the line",
  ],
  [
    "a country that is no code",
    [["entities/example-cloud.yaml", "country: US", "country: USA"]],
    'entities/example-cloud.yaml:5:10 country: "USA" does not hold; a country is an ISO 3166 code such as US',
  ],
  [
    "a number without a unit",
    [[CHIPS, "    value: 10e9\n    unit: USD\n", "    value: 10e9\n"]],
    "observations/example-chips.yaml:4:5 observations.revenue-2030.unit: a number without a unit; add unit: a currency such as USD",
  ],
  [
    "a unit of another metric",
    [[CHIPS, "    value: 10e9\n    unit: USD\n", "    value: 10e9\n    unit: GW\n"]],
    'observations/example-chips.yaml:7:11 observations.revenue-2030.unit: "GW" is no unit of revenue; write a currency such as USD',
  ],
  [
    "a metric that is none",
    [[CHIPS, "metric: depreciation", "metric: depreciaton"]],
    'observations/example-chips.yaml:61:13 observations.depreciation-2030.metric: "depreciaton" is not known here; did you mean "depreciation"?',
  ],
  [
    "a figure that states nothing",
    [[CHIPS, "    value: 10e9\n    unit: USD\n", ""]],
    "observations/example-chips.yaml:4:5 observations.revenue-2030.value: nothing is stated; write value, range or text",
  ],
  [
    "a range upside down",
    [[GRID, "[80, 100]", "[100, 80]"]],
    "observations/example-grid.yaml:6:12 observations.demand-2035.range: 100 is above 80; write the lower end first",
  ],
  [
    "figures in another's file",
    [[CHIPS, "entity: example-chips", "entity: example-lab"]],
    "observations/example-chips.yaml:1:9 entity: observations of example-lab in a file called example-chips; call it example-lab.yaml",
  ],
  [
    "a market that bears an entity's id",
    [["observations/example-lab.yaml", null, "market: Example lab\nobservations: {}\n"]],
    'observations/example-lab.yaml:1:1 "example-lab" is the id of an entity; write entity: example-lab, or give the file another name',
  ],
  [
    "a conflict with nobody",
    [[CHIPS, "    conflict: chips-capex-2030\n", "    conflict: chips-capex\n"]],
    'observations/example-chips.yaml:34:15 observations.capex-2030.conflict: no other figure is in conflict "chips-capex"; give the other figure the same word, or remove it here',
    'observations/example-chips.yaml:43:15 observations.capex-2030-2.conflict: no other figure is in conflict "chips-capex-2030"; give the other figure the same word, or remove it here',
  ],
  [
    "a figure whose id is none",
    [[CHIPS, "  cash-2030:", "  Cash 2030:"]],
    'observations/example-chips.yaml:53:3 observations.Cash 2030: "Cash 2030" is no id; an id is lower-case words joined by hyphens',
  ],
  [
    "a statement about nothing",
    [[LAB_SAYS, "    about: [example-chips]\n    topics: [power]\n", ""]],
    "statements/example-lab.yaml:4:5 statements.power-2031.about: a statement is about something; name the entities under about:, or anything else under topics:",
  ],
  [
    "a statement about nobody known",
    [[LAB_SAYS, "about: [example-chips]", "about: [example-chip]"]],
    'statements/example-lab.yaml:6:13 statements.power-2031.about[0]: no entity has the id "example-chip"; did you mean "example-chips"? If it is new, add graph-data/entities/example-chip.yaml',
  ],
  [
    "a speaker who is two",
    [[LAB_SAYS, "entity: example-lab", "entity: example-lab\nname: The lab"]],
    "statements/example-lab.yaml:1:1 a speaker is an entity or has a name of its own, not both and not neither; give entity: or name:",
  ],
  [
    "a lens with a member nobody knows",
    [["layers.yaml", "{ entity: example-chips }", "{ entity: example-chps }"]],
    'layers.yaml:29:19 power.path-gas.members[0].entity: no entity has the id "example-chps"; did you mean "example-chips"? If it is new, add graph-data/entities/example-chps.yaml',
  ],
  [
    "a renamed id that is in use",
    [["redirects.yaml", "chips-inc:", "example-lab:"]],
    'redirects.yaml:1:13 entities.example-lab: "example-lab" is in use; only an id that is free can lead elsewhere',
  ],
  [
    "a renamed id that leads nowhere",
    [["redirects.yaml", "chips-inc: example-chips", "chips-inc: example-chps"]],
    'redirects.yaml:1:24 entities.chips-inc: no entity has the id "example-chps"; did you mean "example-chips"? If it is new, add its file below graph-data/entities/',
  ],
  [
    "an id renamed twice",
    [
      [
        "redirects.yaml",
        "{ chips-inc: example-chips }",
        "{ chips-inc: chips-corp, chips-corp: example-chips }",
      ],
    ],
    'redirects.yaml:1:24 entities.chips-inc: "chips-corp" was renamed too; write chips-inc: example-chips',
  ],
  [
    "an empty file",
    [["deals/2031/bad.yaml", null, ""]],
    "deals/2031/bad.yaml:1:1 the file is empty; write the record, or remove it",
  ],
  [
    "a tab",
    [["deals/2031/bad.yaml", null, "kind:\n\tx: 1\n"]],
    "deals/2031/bad.yaml:2:1 not YAML: Tabs are not allowed as indentation; indent with spaces",
  ],
  [
    "a file that ends wrongly",
    [["entities/example-new.yml", null, "a: 1\n"]],
    "entities/example-new.yml:1:1 records end in .yaml; call it example-new.yaml",
  ],
  [
    "a rate in no currency",
    [["rates.yaml", "currency: EUR", "currency: Euro"]],
    'rates.yaml:2:17 rates[0].currency: "Euro" does not hold; a currency is an ISO 4217 code such as USD',
  ],
  [
    "a last day that is none",
    [["about.yaml", "asOf: 2032-06-30", "asOf: soon"]],
    'about.yaml:2:7 asOf: "soon" does not hold; write the last day the facts cover, such as 2026-11-21',
  ],
];

describe("damage", () => {
  test("undamaged, nothing is said", async () => {
    expect(await linesOf([])).toEqual([]);
  });

  test("is of at least thirty kinds", () => {
    expect(new Set(DAMAGE.map(([name]) => name)).size).toBeGreaterThanOrEqual(30);
  });

  test.each(DAMAGE.map(([name, edits, ...lines]) => ({ name, edits, lines })))(
    "$name",
    async ({ edits, lines }) => {
      expect(await linesOf(edits)).toEqual(lines);
    },
  );
});
