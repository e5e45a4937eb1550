/** What cards need is fetched once, when the first card asks; after a failure it can be asked for again. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CoreDocument, readCore } from "../../src/model/core.js";
import { builtDocuments } from "../../src/node/built-documents.js";
import { detailsOf } from "../../viewer/details.js";
import { SIDE_FACTS } from "../side-facts.js";
import { spoiltWorld } from "../small-world.js";

const world = spoiltWorld(SIDE_FACTS);
afterAll(() => world.remove());

let core: CoreDocument;
let document: unknown;
beforeAll(async () => {
  const { texts } = await builtDocuments(world.dir);
  core = readCore(JSON.parse(texts.get("core.json") ?? ""));
  document = JSON.parse(texts.get("details.json") ?? "");
});

/** Lets what was promised come true; the code that joins is loaded by then. */
const settled = async () => {
  await import("../../viewer/join-details.js");
  await new Promise((resolve) => setTimeout(resolve, 0));
};

test("nothing is fetched until it is asked for, and then once", async () => {
  let fetched = 0;
  const details = detailsOf(core, () => {
    fetched++;
    return Promise.resolve(document);
  });
  expect([fetched, details.whole.value]).toEqual([0, null]);

  details.ask();
  details.ask();
  await settled();
  details.ask();

  expect(fetched).toBe(1);
  expect(details.whole.value?.deals.get("chips-lab-stake")?.summary).toMatch(/^Example Chips buys shares/);
  expect(details.whole.value?.statements.size).toBe(2);
});

test("a failure is told and mended by asking again", async () => {
  const answers = [Promise.reject(new Error("details.json: 404")), Promise.resolve(document)];
  const details = detailsOf(core, () => answers.shift() ?? Promise.reject(new Error("asked too often")));

  details.ask();
  await settled();
  expect([details.fault.value, details.whole.value]).toEqual(["details.json: 404", null]);

  details.ask();
  await settled();
  expect([details.fault.value, details.whole.value?.deals.size]).toEqual([null, 7]);
});

test("a document that is something else is told too", async () => {
  const details = detailsOf(core, () => Promise.resolve([]));

  details.ask();
  await settled();

  expect(details.fault.value).toContain("details.json is not a part of built facts");
});
