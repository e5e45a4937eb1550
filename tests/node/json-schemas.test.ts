import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../src/node/json-schemas.js";

const FOLDER = new URL("../../graph-data/schema/", import.meta.url);

test("the committed schemas are those of the code: renew them with node dist/node/build-facts.js --schemas", () => {
  const committed = readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]);

  expect(Object.fromEntries(committed)).toEqual(
    Object.fromEntries([...jsonSchemas()].map(([name, text]) => [`${name}.json`, text])),
  );
});

test("each says its draft and title, and what a file of its kind may leave out", () => {
  const deal = JSON.parse(jsonSchemas().get("deal") ?? "");

  expect(deal).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A deal, for its whole life",
    additionalProperties: false,
  });
  expect(deal.required).toEqual(["kind", "title", "parties", "announced", "status", "summary", "evidence"]);
  expect(deal.properties.amount.required).toEqual(["value", "currency"]);
});
