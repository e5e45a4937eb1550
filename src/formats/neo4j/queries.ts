/** `loops.cypher`: plain openCypher, one query for each length, so that every engine runs it. */
import type { Day } from "../../model/dates.js";

/** The lengths for which a query stands in the file. */
export const LOOP_LENGTHS = [2, 3, 4, 5] as const;

const NAMES = "abcdefgh";

/** The file: how to import, then a query for each length. */
export function loopQueries(asOf: Day): string {
  const queries = LOOP_LENGTHS.map(
    (length) => `// Loops of ${length} legs, strongest first.\n${loopQuery(length)};\n`,
  );
  return `${head(asOf)}\n${queries.join("\n")}`;
}

/**
 * The query for loops of one length over legs. A loop starts at its entity of least rank and visits none
 * twice; `null` amounts are passed over by the sums, and counted.
 */
export function loopQuery(length: number): string {
  const names = [...NAMES.slice(0, length)];
  const [first = "a", ...rest] = names;
  const steps = names.map((name, i) => `(${name}${i === 0 ? ":Entity" : ""})-[l${i + 1}:LEG]->`);
  const differ = rest.flatMap((one, i) => rest.slice(i + 1).map((other) => `${one}.rank <> ${other}.rank`));
  const where = [...rest.map((name) => `${first}.rank < ${name}.rank`), ...differ];
  const legs = names.map((_, i) => `l${i + 1}.amountUsd`).join(", ");
  return [
    `MATCH ${steps.join("")}(${first})`,
    `WHERE ${where.join(" AND ")}`,
    `WITH ${names.map((name) => `${name}.id`).join(" + '>' + ")} AS loop, [${legs}] AS legs`,
    "UNWIND legs AS usd",
    "WITH loop, min(usd) AS bottleneckUsd, sum(usd) AS totalUsd, count(usd) AS disclosed",
    `RETURN loop, bottleneckUsd, totalUsd, ${length} - disclosed AS undisclosedLegs`,
    "ORDER BY undisclosedLegs > 0, bottleneckUsd DESC, loop",
  ].join("\n");
}

function head(asOf: Day): string {
  return `// Flows of capital as of ${asOf}. Import into an empty database, in this folder:
//
//   neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true \\
//     --nodes=entities.csv --relationships=flows.csv --relationships=legs.csv
//
// then, once: CREATE INDEX entity_id FOR (e:Entity) ON (e.id);
//
// FLOW is one movement of capital, LEG all flows from one entity to the next with their sum in US dollars.
// An amount that is not there is undisclosed, never zero.
`;
}
