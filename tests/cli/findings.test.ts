/** `findings` from outside. */
import { expect, test } from "vitest";
import * as z from "zod";
import { SMALL_WORLD } from "../small-world.js";
import { run } from "./run.js";

const FindingsShape = z.strictObject({
  asOf: z.iso.date(),
  count: z.int(),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      entities: z.array(z.string()).min(2),
      deals: z.array(z.string()).min(1),
      says: z.string(),
      sources: z.array(z.looseObject({ id: z.string(), publisher: z.string() })),
    }),
  ),
});

test("each with its deals and sources", async () => {
  const { stdout } = await run(["findings", "--data", SMALL_WORLD, "--format", "json"]);

  const { count, findings } = FindingsShape.parse(JSON.parse(stdout));
  expect(count).toBe(2);
  expect(findings[0]).toMatchObject({
    rule: "consideration-payable-to-customer",
    entities: ["example-chips", "example-cloud"],
    deals: ["chips-cloud-warrant", "cloud-chips-order"],
    says: "Example Chips gives capital or support to Example Cloud (warrant) and is paid by it (chip purchase).",
  });
  expect(findings[1]).toMatchObject({
    rule: "shared-financier",
    entities: ["example-chips", "example-lab", "example-cloud"],
  });
  expect(findings[0]?.sources.map(({ id }) => id)).toEqual(["example-wire/order-and-warrant"]);
});

test("of a graph file, whose kinds may say take-or-pay and residual value", async () => {
  const rows = [
    "source,target,kind,amount,date",
    "lab,cloud,take-or-pay,10,2025-01-10",
    "bank,cloud,debt,6,2025-02-01",
    "sponsor,halls,lease,2,2025-01-01",
    "sponsor,halls,rvg,1,2025-01-01",
    "bank,halls,bond,5,2025-01-01",
  ];
  const { stdout } = await run(["findings", "--graph", "-", "--format", "csv"], { stdin: rows.join("\n") });

  expect(stdout.trimEnd().split("\n")).toEqual([
    "rule,entities,says,deals,sources",
    'spv-rvg,sponsor>halls,"sponsor leases from halls, which has borrowed, and guarantees a residual value to it.",row-3+row-4+row-5,0',
    "take-or-pay-anchored-debt,lab>cloud,cloud has borrowed since lab took a contract with it to take or pay.,row-1+row-2,0",
  ]);
});

test("by rule and by who takes part", async () => {
  const lines = async (...args: string[]) =>
    (await run(["findings", "--data", SMALL_WORLD, "--format", "ndjson", ...args])).stdout.split("\n")
      .length - 1;

  expect(await lines("--through", "example-cloud")).toBe(2);
  expect(await lines("--through", "example-lab")).toBe(1);
  expect(await lines("--rule", "spv-rvg")).toBe(0);
});
