-- Flows of capital as of 2031-01-01, for PostgreSQL 14 or newer: psql -v ON_ERROR_STOP=1 -f FILE DATABASE
-- Then: SELECT * FROM capital_loop.loops(5);
-- To load it again, first: DROP SCHEMA capital_loop CASCADE;
BEGIN;
CREATE SCHEMA capital_loop;
SET LOCAL search_path TO capital_loop;

CREATE TABLE entities (
  id text PRIMARY KEY,
  rank integer NOT NULL UNIQUE,
  name text NOT NULL,
  name_zh_hans text,
  name_zh_hant text,
  kind text,
  layer text,
  country text,
  ticker text
);
INSERT INTO entities (id, rank, name, name_zh_hans, name_zh_hant, kind, layer, country, ticker) VALUES
  ('example-bank', 0, 'Example Bank', '示例银行', '範例銀行', 'bank', 'capital', NULL, NULL),
  ('example-chips', 1, 'Example "Chips" & Sons', '示例芯片', '範例晶片', 'company', 'chips', 'US', 'CHIP'),
  ('example-cloud', 2, 'Example Cloud', NULL, NULL, 'company', 'cloud', 'US', NULL),
  ('example-lab', 3, 'Example Lab 🧪', '示例实验室', '範例實驗室', 'lab', 'model_lab', NULL, NULL);

CREATE TABLE flows (
  id text PRIMARY KEY,
  payer text NOT NULL REFERENCES entities,
  payee text NOT NULL REFERENCES entities,
  deal text NOT NULL,
  title text NOT NULL,
  kind text,
  class text NOT NULL,
  letter text,
  amount_usd double precision,
  amount double precision,
  currency text,
  qualifier text,
  basis text NOT NULL,
  announced text,
  paid_from text,
  paid_to text,
  "time" double precision,
  state text NOT NULL,
  firmness text NOT NULL,
  live boolean NOT NULL
);
INSERT INTO flows (id, payer, payee, deal, title, kind, class, letter, amount_usd, amount, currency, qualifier, basis, announced, paid_from, paid_to, "time", state, firmness, live) VALUES
  ('bank-cloud/1', 'example-bank', 'example-cloud', 'bank-cloud', 'A loan in euros, at no known rate', 'loan', 'FIN', 'L', NULL, 500000000, 'EUR', 'about', 'total', NULL, NULL, NULL, NULL, 'signed', 'signed', TRUE),
  ('chips-cloud/1', 'example-chips', 'example-cloud', 'chips-cloud', 'A guarantee', 'guarantee', 'CONT', 'G', 300000000, 300000000, 'USD', 'exact', 'total', '2030-11-02', NULL, NULL, NULL, 'announced', 'announced', TRUE),
  ('chips-lab/1', 'example-chips', 'example-lab', 'chips-lab-first', 'An older plan', 'equity_investment', 'FIN', 'E', 2000000000, 2000000000, 'USD', 'exact', 'total', '2028', NULL, NULL, NULL, 'lapsed', 'reported', FALSE),
  ('chips-lab/2', 'example-chips', 'example-lab', 'chips-lab', 'Example Chips buys shares of Example Lab', 'equity_investment', 'FIN', 'E', 1250000000, 1250000000, 'USD', 'exact', 'total', '2030-03-14', NULL, NULL, NULL, 'closed', 'closed', TRUE),
  ('cloud-chips/1', 'example-cloud', 'example-chips', 'cloud-chips', 'Example Cloud buys chips', 'chip_purchase', 'OPS', 'O', NULL, NULL, NULL, NULL, 'total', '2029-01-10', NULL, NULL, NULL, 'signed', 'signed', TRUE),
  ('lab-cloud/1', 'example-lab', 'example-cloud', 'lab-cloud', 'Example Lab orders compute <for years>', 'compute_purchase', 'OPS', 'C', 10000000000, 10000000000, 'USD', 'up_to', 'total', '2030-06', NULL, NULL, NULL, 'signed', 'signed', TRUE);

CREATE TABLE legs (
  payer integer NOT NULL REFERENCES entities (rank),
  payee integer NOT NULL REFERENCES entities (rank),
  amount_usd double precision,
  flows integer NOT NULL
);
ALTER TABLE legs ADD PRIMARY KEY (payer, payee);
INSERT INTO legs (payer, payee, amount_usd, flows) VALUES
  (0, 2, NULL, 1),
  (1, 2, NULL, 1),
  (1, 3, 1250000000, 2),
  (2, 1, NULL, 1),
  (3, 2, 10000000000, 1);

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
COMMIT;
