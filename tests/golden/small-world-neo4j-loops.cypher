// Flows of capital as of 2031-01-01. Import into an empty database, in this folder:
//
//   neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true \
//     --nodes=entities.csv --relationships=flows.csv --relationships=legs.csv
//
// then, once: CREATE INDEX entity_id FOR (e:Entity) ON (e.id);
//
// FLOW is one movement of capital, LEG all flows from one entity to the next with their sum in US dollars.
// An amount that is not there is undisclosed, never zero.

// Loops of 2 legs, strongest first.
MATCH (a:Entity)-[l1:LEG]->(b)-[l2:LEG]->(a)
WHERE a.rank < b.rank
WITH a.id + '>' + b.id AS loop, [l1.amountUsd, l2.amountUsd] AS legs
UNWIND legs AS usd
WITH loop, min(usd) AS bottleneckUsd, sum(usd) AS totalUsd, count(usd) AS disclosed
RETURN loop, bottleneckUsd, totalUsd, 2 - disclosed AS undisclosedLegs
ORDER BY undisclosedLegs > 0, bottleneckUsd DESC, loop;

// Loops of 3 legs, strongest first.
MATCH (a:Entity)-[l1:LEG]->(b)-[l2:LEG]->(c)-[l3:LEG]->(a)
WHERE a.rank < b.rank AND a.rank < c.rank AND b.rank <> c.rank
WITH a.id + '>' + b.id + '>' + c.id AS loop, [l1.amountUsd, l2.amountUsd, l3.amountUsd] AS legs
UNWIND legs AS usd
WITH loop, min(usd) AS bottleneckUsd, sum(usd) AS totalUsd, count(usd) AS disclosed
RETURN loop, bottleneckUsd, totalUsd, 3 - disclosed AS undisclosedLegs
ORDER BY undisclosedLegs > 0, bottleneckUsd DESC, loop;

// Loops of 4 legs, strongest first.
MATCH (a:Entity)-[l1:LEG]->(b)-[l2:LEG]->(c)-[l3:LEG]->(d)-[l4:LEG]->(a)
WHERE a.rank < b.rank AND a.rank < c.rank AND a.rank < d.rank AND b.rank <> c.rank AND b.rank <> d.rank AND c.rank <> d.rank
WITH a.id + '>' + b.id + '>' + c.id + '>' + d.id AS loop, [l1.amountUsd, l2.amountUsd, l3.amountUsd, l4.amountUsd] AS legs
UNWIND legs AS usd
WITH loop, min(usd) AS bottleneckUsd, sum(usd) AS totalUsd, count(usd) AS disclosed
RETURN loop, bottleneckUsd, totalUsd, 4 - disclosed AS undisclosedLegs
ORDER BY undisclosedLegs > 0, bottleneckUsd DESC, loop;

// Loops of 5 legs, strongest first.
MATCH (a:Entity)-[l1:LEG]->(b)-[l2:LEG]->(c)-[l3:LEG]->(d)-[l4:LEG]->(e)-[l5:LEG]->(a)
WHERE a.rank < b.rank AND a.rank < c.rank AND a.rank < d.rank AND a.rank < e.rank AND b.rank <> c.rank AND b.rank <> d.rank AND b.rank <> e.rank AND c.rank <> d.rank AND c.rank <> e.rank AND d.rank <> e.rank
WITH a.id + '>' + b.id + '>' + c.id + '>' + d.id + '>' + e.id AS loop, [l1.amountUsd, l2.amountUsd, l3.amountUsd, l4.amountUsd, l5.amountUsd] AS legs
UNWIND legs AS usd
WITH loop, min(usd) AS bottleneckUsd, sum(usd) AS totalUsd, count(usd) AS disclosed
RETURN loop, bottleneckUsd, totalUsd, 5 - disclosed AS undisclosedLegs
ORDER BY undisclosedLegs > 0, bottleneckUsd DESC, loop;
