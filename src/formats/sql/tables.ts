/** The tables of the SQL file, and the query that finds loops. */

export type SqlRow = readonly (string | number | boolean | null)[];

export interface SqlTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly create: string;
}

/** A table from its columns and their types. */
function table(name: string, columns: Readonly<Record<string, string>>, after = ""): SqlTable {
  const rows = Object.entries(columns).map(([column, type]) => `  ${column} ${type}`);
  return {
    name,
    columns: Object.keys(columns),
    create: `\nCREATE TABLE ${name} (\n${rows.join(",\n")}\n);\n${after}`,
  };
}

/** Dates are text where they may be a month or a year. Amounts that nobody stated are NULL, never zero. */
export const SQL_TABLES = {
  entities: table("entities", {
    id: "text PRIMARY KEY",
    // The place of the id in their order: a loop is written from its smallest.
    rank: "integer NOT NULL UNIQUE",
    name: "text NOT NULL",
    name_zh_hans: "text",
    name_zh_hant: "text",
    kind: "text",
    layer: "text",
    country: "text",
    ticker: "text",
  }),
  flows: table("flows", {
    id: "text PRIMARY KEY",
    payer: "text NOT NULL REFERENCES entities",
    payee: "text NOT NULL REFERENCES entities",
    deal: "text NOT NULL",
    title: "text NOT NULL",
    kind: "text",
    class: "text NOT NULL",
    letter: "text",
    amount_usd: "double precision",
    amount: "double precision",
    currency: "text",
    qualifier: "text",
    basis: "text NOT NULL",
    announced: "text",
    paid_from: "text",
    paid_to: "text",
    // Seconds since 1970.
    '"time"': "double precision",
    state: "text NOT NULL",
    firmness: "text NOT NULL",
    live: "boolean NOT NULL",
  }),
  legs: table(
    "legs",
    {
      payer: "integer NOT NULL REFERENCES entities (rank)",
      payee: "integer NOT NULL REFERENCES entities (rank)",
      amount_usd: "double precision",
      flows: "integer NOT NULL",
    },
    "ALTER TABLE legs ADD PRIMARY KEY (payer, payee);\n",
  ),
} as const satisfies Record<string, SqlTable>;

/**
 * Every loop once, from its smallest entity: a path never goes below the rank it started from and visits no
 * entity twice. Strongest first: loops whose every leg is disclosed, then by the smallest leg.
 */
export const LOOPS_FUNCTION = `
CREATE FUNCTION loops(max_length integer DEFAULT 5, min_length integer DEFAULT 2)
RETURNS TABLE (id text, length integer, bottleneck_usd double precision, total_usd double precision, undisclosed_legs integer)
LANGUAGE sql STABLE
SET search_path FROM CURRENT
AS $$
  WITH RECURSIVE path (ranks, start, stop, smallest, total, undisclosed) AS (
    SELECT ARRAY[payer, payee], payer, payee, amount_usd, coalesce(amount_usd, 0), (amount_usd IS NULL)::integer
    FROM legs
    WHERE payer < payee
    UNION ALL
    SELECT ranks || payee, start, payee, least(smallest, amount_usd), total + coalesce(amount_usd, 0),
      undisclosed + (amount_usd IS NULL)::integer
    FROM path JOIN legs ON payer = stop
    WHERE payee > start AND payee <> ALL (ranks) AND cardinality(ranks) < max_length
  ),
  closed AS (
    SELECT ranks, least(smallest, amount_usd) AS smallest, total + coalesce(amount_usd, 0) AS total,
      undisclosed + (amount_usd IS NULL)::integer AS undisclosed
    FROM path JOIN legs ON payer = stop AND payee = start
    WHERE cardinality(ranks) BETWEEN min_length AND max_length
  )
  SELECT
    (SELECT string_agg(entities.id, '>' ORDER BY place)
     FROM unnest(ranks) WITH ORDINALITY AS step (rank, place) JOIN entities USING (rank)),
    cardinality(ranks), smallest, total, undisclosed
  FROM closed
  ORDER BY undisclosed > 0, smallest DESC NULLS LAST, cardinality(ranks), ranks
$$;
`;
