/**
 * A step of the build: checks `graph-data` and writes it as `dist/dataset.json`; for the explorer as
 * `core.json`, `details.json` and `layout.json` beside it, and fails when they are too large to send. With
 * `--schemas` it renews `graph-data/schema/` too.
 *
 *     node dist/node/build-facts.js [--schemas]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { CapitalLoopError } from "../errors.js";
import { builtDocuments, overBudget } from "./built-documents.js";
import { jsonSchemas } from "./json-schemas.js";
import { writeWhole } from "./write-file.js";

const dist = fileURLToPath(new URL("../", import.meta.url));
const folder = fileURLToPath(new URL("../../graph-data", import.meta.url));

if (process.argv.includes("--schemas")) {
  mkdirSync(`${folder}/schema`, { recursive: true });
  for (const [name, text] of jsonSchemas()) writeFileSync(`${folder}/schema/${name}.json`, text);
}

try {
  const { dataset, texts } = await builtDocuments(folder);
  // Whole or not at all: a build that is ended midway leaves the facts of the one before.
  for (const [name, text] of texts) await writeWhole(`${dist}${name}`, [text]);
  const { entities, deals, sources } = dataset;
  process.stdout.write(`facts: ${entities.size} entities, ${deals.size} deals, ${sources.size} sources\n`);
  for (const fault of overBudget(texts)) {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof CapitalLoopError)) throw error;
  process.stderr.write(`${error.message}\n${error.problems.length} problems in graph-data\n`);
  process.exitCode = 1;
}
