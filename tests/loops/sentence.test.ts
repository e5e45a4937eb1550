/** A loop read aloud, in three languages. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CapitalGraph, emptyGraph } from "../../src/graph/capital-graph.js";
import { type LegFlow, legAmountUsd } from "../../src/graph/legs.js";
import { loopWithId } from "../../src/loops/named.js";
import {
  LANGUAGES,
  type Language,
  loopSentence,
  type SaidLeg,
  sentenceOf,
} from "../../src/loops/sentence.js";
import { FLOW_KIND_NAMES } from "../../src/model/deal-kinds.js";
import { FIRMNESS } from "../../src/model/status.js";
import { flowAttributes } from "../world.js";

const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];
const { clause } = LANGUAGES.en.words;

describe("a clause is as firm as its deal", () => {
  test.each([
    ["reported", "is reported to buy $40bn of chips from {to}"],
    ["letter_of_intent", "has signed a letter of intent to buy $40bn of chips from {to}"],
    ["announced", "is to buy $40bn of chips from {to}"],
    ["signed", "has agreed to buy $40bn of chips from {to}"],
    ["delivering", "is buying $40bn of chips from {to}"],
    ["completed", "has bought $40bn of chips from {to}"],
  ] as const)("%s: %s", (firmness, words) => {
    expect(clause("chip_purchase", "OPS", firmness, "$40bn")).toBe(words);
  });

  test("shares that are paid for have been paid for; a guarantee never has", () => {
    expect(clause("equity_investment", "FIN", "closed", "$30bn")).toBe("has put $30bn into shares of {to}");
    expect(clause("guarantee", "CONT", "completed", null)).toBe("has agreed to guarantee payments for {to}");
  });

  test.each(LANGUAGE_NAMES)(
    "every kind reads with an amount and without one, at every firmness: %s",
    (language) => {
      for (const kind of [...FLOW_KIND_NAMES, null]) {
        for (const firmness of FIRMNESS) {
          for (const amount of ["$1bn", null]) {
            for (const dealClass of ["FIN", "OPS", "CONT"] as const) {
              const words = LANGUAGES[language].words.clause(kind, dealClass, firmness, amount);
              expect(words.replace("{to}", "")).not.toMatch(/[{}]|undefined|null| {2}/);
              expect(words.split("{to}")).toHaveLength(2);
              expect(words.includes("$1bn")).toBe(amount !== null);
            }
          }
        }
      }
    },
  );
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
    loopSentence(legs, LANGUAGES.en.words)
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

/** A dozen loops of the built-in facts of 21 November 2026, kept as they were that day. */
function realLoops(): { readonly graph: CapitalGraph; readonly ids: readonly string[] } {
  const text = readFileSync(new URL("real-loops.json", import.meta.url), "utf8");
  const { ids, graph: kept } = JSON.parse(text);
  const graph = emptyGraph(kept.attributes.asOf);
  graph.import(kept);
  return { graph, ids };
}

test("a dozen real loops, in three languages", async () => {
  const { graph, ids } = realLoops();

  const said = ids.flatMap((id) => [
    `## ${id}`,
    "",
    ...LANGUAGE_NAMES.flatMap((language) => [sentenceOf(loopWithId(graph, id), graph, language), ""]),
  ]);

  await expect(`${said.join("\n")}`).toMatchFileSnapshot("../golden/sentences.md");
});

test.each([
  [999.96e6, "$1bn", "10亿美元", "10億美元"],
  [30.1e9, "$30.1bn", "301亿美元", "301億美元"],
  [1.25e12, "$1.25tn", "1.25万亿美元", "1.25兆美元"],
  [350e6, "$350m", "3.5亿美元", "3.5億美元"],
  [4.2e6, "$4.2m", "420万美元", "420萬美元"],
])("%d dollars are %s, %s, %s", (usd, ...written) => {
  expect(LANGUAGE_NAMES.map((language) => LANGUAGES[language].words.usd(usd))).toEqual(written);
});
