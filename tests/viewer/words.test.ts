/** Amounts, days and sentences as the page writes them. */
import { describe, expect, test } from "vitest";
import type { LegFlow } from "../../src/graph/legs.js";
import { legAmountUsd } from "../../src/graph/legs.js";
import { FLOW_KIND_NAMES } from "../../src/model/deal-kinds.js";
import { FIRMNESS } from "../../src/model/status.js";
import { day, money, month, usd } from "../../viewer/format.js";
import { loopSentence, type SaidLeg } from "../../viewer/sentence.js";
import { clause } from "../../viewer/text/deal-words.js";
import { en } from "../../viewer/text/en.js";
import { flowAttributes } from "../world.js";

test.each([
  [30.1e9, "$30.1bn"],
  [300e9, "$300bn"],
  [2.35e9, "$2.35bn"],
  [13.75e9, "$13.8bn"],
  [500e6, "$500m"],
  [999.9e6, "$1bn"],
  [1.4e12, "$1.4tn"],
  [750_000, "$750k"],
  [0, "$0"],
])("%d dollars are written %s", (amount, written) => {
  expect(usd(amount)).toBe(written);
});

test("another currency keeps its own sign or code", () => {
  expect(money(1.7e9, "EUR")).toBe("€1.7bn");
  expect(money(8e9, "CNY")).toBe("CNY 8bn");
});

test("a date is as exact as its source", () => {
  expect([day("2026-11-21"), day("2026-11"), day("2026")]).toEqual(["21 Nov 2026", "Nov 2026", "2026"]);
  expect([month("2026-11-21"), month("2026")]).toEqual(["Nov 2026", "2026"]);
});

describe("a clause is as firm as its deal", () => {
  test.each([
    ["reported", "is reported to buy $40bn of chips from"],
    ["letter_of_intent", "has signed a letter of intent to buy $40bn of chips from"],
    ["announced", "is to buy $40bn of chips from"],
    ["signed", "has agreed to buy $40bn of chips from"],
    ["delivering", "is buying $40bn of chips from"],
    ["completed", "has bought $40bn of chips from"],
  ] as const)("%s: %s", (firmness, words) => {
    expect(clause("chip_purchase", "OPS", firmness, "$40bn")).toBe(words);
  });

  test("shares that are paid for have been paid for; a guarantee never has", () => {
    expect(clause("equity_investment", "FIN", "closed", "$30bn")).toBe("has put $30bn into shares of");
    expect(clause("guarantee", "CONT", "completed", null)).toBe("has agreed to guarantee payments for");
  });

  test("every kind reads with an amount and without one, at every firmness", () => {
    for (const kind of FLOW_KIND_NAMES) {
      for (const firmness of FIRMNESS) {
        for (const amount of ["$1bn", null]) {
          const words = clause(kind, "FIN", firmness, amount);
          expect(words).not.toMatch(/[{}]|undefined|null| {2}/);
          expect(words.includes("$1bn")).toBe(amount !== null);
        }
      }
    }
  });
});

describe("a loop's sentence", () => {
  const flow = (over: Partial<LegFlow>): LegFlow => ({ id: "f", ...flowAttributes(over) });
  const leg = (from: string, to: string, ...flows: LegFlow[]): SaidLeg => ({
    from,
    to,
    flows,
    amountUsd: legAmountUsd(flows),
  });
  const read = (...legs: SaidLeg[]) =>
    loopSentence(legs, en)
      .map(({ text }) => text)
      .join("");

  test("names who does what to whom, once round", () => {
    const shares = { kind: "equity_investment", class: "FIN" } as const;
    const said = read(
      leg(
        "NVIDIA",
        "OpenAI",
        flow({ ...shares, id: "a", amountUsd: 30e9, firmness: "completed", qualifier: "exact" }),
        flow({ ...shares, id: "b", amountUsd: 0.1e9, firmness: "closed", qualifier: "about" }),
      ),
      leg("OpenAI", "Oracle", flow({ kind: "compute_purchase", amountUsd: 300e9, firmness: "signed" })),
      leg("Oracle", "NVIDIA", flow({ kind: "chip_purchase", amountUsd: 40e9, firmness: "reported" })),
    );

    expect(said).toBe(
      "NVIDIA has put about $30.1bn into shares of OpenAI, which has agreed to buy $300bn of computing from " +
        "Oracle, which is reported to buy $40bn of chips from NVIDIA.",
    );
  });

  test("of a ceiling it says what was agreed, not what was paid", () => {
    const said = read(
      leg(
        "Amazon",
        "OpenAI",
        flow({
          kind: "equity_investment",
          class: "FIN",
          amountUsd: 50e9,
          firmness: "closed",
          qualifier: "up_to",
        }),
      ),
    );
    expect(said).toContain("has agreed to put up to $50bn into shares of");
  });

  test("says nothing of an amount that nobody states", () => {
    const said = read(
      leg("AMD", "OpenAI", flow({ kind: "warrant", class: "FIN" })),
      leg("OpenAI", "AMD", flow({ kind: "chip_purchase" })),
    );
    expect(said).toBe("AMD has agreed to grant warrants to OpenAI, which has agreed to buy chips from AMD.");
  });

  test("of capital and orders in one leg it names the larger part alone", () => {
    const said = read(
      leg(
        "Amazon",
        "Anthropic",
        flow({ id: "a", kind: "equity_investment", class: "FIN", amountUsd: 8e9, firmness: "closed" }),
        flow({ id: "b", kind: "service", amountUsd: 1e9, firmness: "closed" }),
      ),
    );
    expect(said).toContain("has put $8bn into shares of");
  });
});
