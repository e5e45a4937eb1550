/**
 * What the program does when things go wrong: spoilt input, a killed process, a full disk, many requests.
 *
 *     node bench/soak.mjs [--seconds 600] [--seed N] [--rate 500]
 *
 * `--seconds` is for the fuzzing; requests then last a tenth of it. It prints tables in Markdown (those of
 * docs/faults.md) and ends with 1 when anything went otherwise than it should. A run of less than a minute, as part
 * of other checks, says how quick the answers are and does not judge it.
 */
import { parseArgs } from "node:util";
import { fuzz } from "./soak/fuzz.mjs";
import { load } from "./soak/load.mjs";
import { machineFaults } from "./soak/machine.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "600" },
    seed: { type: "string", default: "1" },
    rate: { type: "string", default: "500" },
  },
});
const seconds = Number(values.seconds);
const brief = seconds < 60;
/** Nobody waits longer for a page. */
const MOST_MS = 1000;
let failed = 0;
const say = (text) => process.stdout.write(`${text}\n`);

const { asked, faults } = await fuzz(seconds, Number(values.seed));
const number = (value) => value.toLocaleString("en");
const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
say(`Seed ${values.seed}, Node ${process.versions.node}: ${number(total)} in ${seconds} s.\n`);
say("| what reads it | how often it was asked |\n| --- | --: |");
for (const [name, count] of [...asked].sort()) say(`| ${name} | ${number(count)} |`);
for (const fault of faults) say(`\nFAULT ${fault}`);
failed += faults.length;

say("\n| what was done | what happened |\n| --- | --- |");
for (const { done, happened, failed: isWrong } of await machineFaults({ kills: brief ? 2 : 10 })) {
  say(`| ${done} | ${isWrong ? "FAULT " : ""}${happened ?? "could not be tried on this machine"} |`);
  if (isWrong) failed++;
}

const served = await load(Number(values.rate), Math.max(1, Math.round(seconds / 10)));
const { medianMs, p99Ms, serverCpuMs } = served;
say(
  `\nExplorer: ${number(served.asked)} requests in ${served.tookSeconds.toFixed(1)} s, ${served.wrong} answered wrongly; median ${medianMs} ms, 99 % within ${p99Ms} ms${serverCpuMs === null ? "" : `; ${serverCpuMs.toFixed(2)} ms of processor each`}.`,
);
failed += served.wrong;
if (!brief && p99Ms > MOST_MS) {
  say(`FAULT 99 % of answers took longer than ${MOST_MS} ms`);
  failed++;
}

process.exitCode = failed === 0 ? 0 : 1;
