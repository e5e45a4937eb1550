/**
 * Known weaknesses of the packages that come with this one, asked of the registry. Ends with 0 for none that is high
 * or critical, 1 for some, 2 where nobody answers: then nothing is known, and one line says so.
 */
import { spawnSync } from "node:child_process";

const NOT_ASKED = 2;
const WAIT = ["--fetch-retries=0", "--fetch-timeout=20000"];

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--audit-level=high", "--json", ...WAIT], {
  encoding: "utf8",
  timeout: 60_000,
});
const answer = parsed(stdout);
const found = answer.metadata?.vulnerabilities;
if (found === undefined) {
  const why = answer.statusCode ?? answer.error?.code ?? "no answer";
  console.log(
    `not audited: the registry gives no advisories here (${why}); before a release: npm audit --omit=dev`,
  );
  process.exitCode = NOT_ASKED;
} else {
  for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities))
    console.log(`${severity}: ${name} ${range}`);
  console.log(`${found.total} known weaknesses, ${found.high + found.critical} of them high or critical`);
  process.exitCode = found.high + found.critical === 0 ? 0 : 1;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
