/**
 * Figures, statements, lenses and a renamed id beside the small world, as edits for `spoiltWorld`. By hand:
 *
 *     Example Chips 2030: revenue 10bn, capital spending 2.5bn (another source: 2.4bn), operating cash flow 5bn,
 *     depreciation 0.4bn, a loss of 1bn; so 25 % of revenue, 50 % of cash flow, and no ratio to a loss.
 *     For 2031 capital spending of 4bn is guidance only, and revenue 12bn: no ratio, an input is missing.
 *     2030's figures are in a filing published 2031-08-01; the forecast of demand was published 2031-03-14.
 */
import type { Edit } from "./small-world.js";

const FILING = "{ source: example-lab/second-quarter-filing, supports: [value, period], at: page 2 }";
const WIRE = "{ source: example-wire/stake-report, supports: [value] }";

export const SIDE_FACTS: readonly Edit[] = [
  [
    "observations/example-chips.yaml",
    null,
    `entity: example-chips
observations:
  revenue-2030:
    metric: revenue
    period: "2030"
    value: 10e9
    unit: USD
    evidence:
      - ${FILING}
  revenue-2031:
    metric: revenue
    period: FY2031
    ends: 2031-12-31
    value: 12e9
    unit: USD
    qualifier: about
    evidence:
      - ${FILING}
  revenue-abroad-2030:
    metric: revenue
    what: abroad
    period: "2030"
    value: 4e9
    unit: USD
    evidence:
      - ${FILING}
  capex-2030:
    metric: capex
    period: "2030"
    value: 2.5e9
    unit: USD
    evidence:
      - ${FILING}
    conflict: chips-capex-2030
  capex-2030-2:
    metric: capex
    period: "2030"
    value: 2.4e9
    unit: USD
    qualifier: about
    evidence:
      - ${WIRE}
    conflict: chips-capex-2030
  capex-2031:
    metric: capex
    period: FY2031
    ends: 2031-12-31
    value: 4e9
    unit: USD
    qualifier: guidance
    evidence:
      - ${FILING}
  cash-2030:
    metric: operating_cash_flow
    period: "2030"
    value: 5e9
    unit: USD
    evidence:
      - ${FILING}
  depreciation-2030:
    metric: depreciation
    period: "2030"
    value: 0.4e9
    unit: USD
    evidence:
      - ${FILING}
  net-income-2030:
    metric: net_income
    period: "2030"
    value: -1e9
    unit: USD
    evidence:
      - ${FILING}
`,
  ],
  [
    "observations/example-grid.yaml",
    null,
    `market: Example grid
observations:
  demand-2035:
    metric: power_demand
    period: "2035"
    range: [80, 100]
    unit: GW
    qualifier: forecast
    evidence:
      - ${WIRE}
`,
  ],
  [
    "statements/example-lab.yaml",
    null,
    `entity: example-lab
statements:
  power-2031:
    kind: warning
    what: Power will be short before chips are.
    about: [example-chips]
    topics: [power]
    on: 2031-03-14
    evidence:
      - { source: example-wire/stake-report, at: last paragraph }
`,
  ],
  [
    "statements/an-analyst.yaml",
    null,
    `name: An analyst
statements:
  orders-2032:
    kind: forecast
    what: Orders will double.
    about: [example-chips]
    on: 2032-02
    evidence:
      - { source: example-wire/stake-report }
`,
  ],
  [
    "layers.yaml",
    null,
    `ratios:
  ratio-capex-revenue:
    name: Capital spending rate
    of: capex
    to: revenue
    usual_below: 0.15
    high_above: 0.2
    evidence:
      - { source: example-lab/second-quarter-filing }
  ratio-capex-cash:
    name: Effect on cash flow
    of: capex
    to: operating_cash_flow
    usual_below: 1
    evidence:
      - { source: example-lab/second-quarter-filing }
  ratio-depreciation:
    name: Effect of depreciation
    of: depreciation
    to: net_income
    usual_below: 1
    evidence:
      - { source: example-lab/second-quarter-filing }
power:
  path-gas:
    name: Gas turbines
    strength: fast
    members:
      - { entity: example-chips }
    evidence:
      - { source: example-wire/stake-report, at: part 2 }
`,
  ],
  [
    "redirects.yaml",
    null,
    `entities: { chips-inc: example-chips }
deals: { chips-lab-shares: chips-lab-stake }
`,
  ],
];
