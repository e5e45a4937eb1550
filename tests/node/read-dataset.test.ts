/** A folder of facts: what is read, and how each fault is told. */
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { CapitalLoopError, problemLine } from "../../src/errors.js";
import { checkFacts, loadDataset } from "../../src/node/load-dataset.js";
import { readDataset } from "../../src/node/read-dataset.js";
import { type Edit, SMALL_WORLD, spoiltWorld } from "../small-world.js";

/** Every problem of a spoilt copy, with the folder called `graph-data`. */
async function linesOf(...edits: Edit[]): Promise<string[]> {
  const world = spoiltWorld(edits);
  try {
    const { problems } = await checkFacts(world.dir);
    return problems.map((problem) => problemLine(problem).replaceAll(world.dir, "graph-data"));
  } finally {
    world.remove();
  }
}

describe("a folder that holds", () => {
  test("is read whole", async () => {
    const { entities, deals, sources, rates, about } = await loadDataset(SMALL_WORLD);

    expect([...entities.keys()]).toEqual([
      "example-chips",
      "example-cloud",
      "example-lab",
      "example-leasing",
    ]);
    expect(deals.size).toBe(7);
    expect(sources.size).toBe(9);
    expect(rates).toHaveLength(1);
    expect(about.asOf).toBe("2032-06-30");
  });

  test("names its files by the folder as it was given, wherever that lies", async () => {
    const given = relative(process.cwd(), SMALL_WORLD);

    const { raw, problems } = await readDataset(given);

    expect(problems).toEqual([]);
    expect(raw.deals.get("cloud-bond")?.file).toBe("tests/small-world/deals/2032/cloud-bond.yaml");
  });

  test("may be reached through links, and holds hidden files and papers that are no facts", async () => {
    const world = spoiltWorld([
      ["README.md", null, "# Facts"],
      [".DS_Store", null, ""],
      ["schema/deal.json", null, "{}"],
    ]);
    rmSync(`${world.dir}/entities`, { recursive: true });
    symlinkSync(`${SMALL_WORLD}/entities`, `${world.dir}/entities`);
    rmSync(`${world.dir}/about.yaml`);
    symlinkSync(`${SMALL_WORLD}/about.yaml`, `${world.dir}/about.yaml`);
    const { problems } = await checkFacts(world.dir);
    world.remove();

    expect(problems).toEqual([]);
  });

  test("a link that points nowhere is told", async () => {
    const world = spoiltWorld([]);
    symlinkSync("nowhere.yaml", `${world.dir}/entities/lost.yaml`);
    const { problems } = await checkFacts(world.dir);
    world.remove();

    expect(problems.map(({ message }) => message)).toEqual(["the file cannot be read (ENOENT)"]);
  });
});

// The lines and columns were counted by hand in the files of tests/small-world.
test("ten faults in ten places are told in one run, each with its place and its mend", async () => {
  const lines = await linesOf(
    ["deals/2031/chips-lab-stake.yaml", "entity: example-lab }", "entity: exmaple-lab }"],
    ["deals/2031/lab-cloud-compute.yaml", "announced: 2031-04-02", "announced: 2031-02-30"],
    [
      "deals/2031/lab-cloud-compute.yaml",
      "summary:",
      "flows:\n  - { from: example-cloud, to: example-lab }\nsummary:",
    ],
    ["deals/2031/cloud-chips-order.yaml", "summary:", "announced: 2031-05-21\nsummary:"],
    ["entities/example-cloud.yaml", "country: US", "countri: US"],
    [
      "deals/2031/chips-cloud-warrant.yaml",
      "\n  - { source: example-wire/order-and-warrant, supports: [relation, shares] }",
      " []",
    ],
    ["deals/2031/lab-leasing-lease.yaml", "on: 2032-01-15", "on: 2030-01-15"],
    ["deals/2031/leasing-chips-purchase.yaml", ", currency: EUR", ""],
    ["deals/2032/cloud-bond.yaml", "kind: bond", "kind: bnd"],
    ["sources/example-wire.yaml", "documents:\n", "documents:\n  never-cited:\n    tier: press\n"],
  );

  expect(lines).toEqual([
    'graph-data/deals/2031/chips-cloud-warrant.yaml:11:11 evidence: "[]" does not hold; a deal rests on at least one source',
    'graph-data/deals/2031/chips-lab-stake.yaml:5:31 parties[1].entity: no entity has the id "exmaple-lab"; did you mean "example-lab"? If it is new, add graph-data/entities/exmaple-lab.yaml',
    'graph-data/deals/2031/cloud-chips-order.yaml:10:1 the key "announced" stands twice in one place; remove one of the two',
    'graph-data/deals/2031/lab-cloud-compute.yaml:7:12 announced: "2031-02-30" does not hold; not a date of the calendar: write 2026-11-21, 2026-11 or "2026"',
    "graph-data/deals/2031/lab-cloud-compute.yaml:11:13 flows[0].from: this flow runs from the seller to the buyer, against its kind; a flow points the way capital moves: swap from and to, or give the flow its own kind",
    "graph-data/deals/2031/lab-leasing-lease.yaml:10:11 status[1].on: 2030-01-15 comes before the step above it, 2031-08-15; write the steps in the order of their days",
    "graph-data/deals/2031/leasing-chips-purchase.yaml:6:9 amount.currency: is missing; add it: a text",
    'graph-data/deals/2032/cloud-bond.yaml:1:7 kind: "bnd" is not known here; did you mean "bond"?',
    'graph-data/entities/example-cloud.yaml:5:1 countri: unknown field "countri"; did you mean "country"?',
    "graph-data/sources/example-wire.yaml:3:3 documents.never-cited: no fact cites this document; cite it, or remove it",
  ]);
});

describe("a file that is not written right", () => {
  test.each([
    ["an empty one", "", "1:1 the file is empty; write the record, or remove it"],
    ["comments alone", "# soon\n", "1:1 the file is empty; write the record, or remove it"],
    ["a tab", "kind:\n\tx: 1\n", "2:1 not YAML: Tabs are not allowed as indentation; indent with spaces"],
    [
      "a colon in a text",
      "summary: a: b\n",
      '1:10 not YAML: Nested mappings are not allowed in compact mappings; a text with a colon in it is written in "quotes"',
    ],
    [
      "two records",
      "a: 1\n---\nb: 2\n",
      "2:1 not YAML: Source contains multiple documents; one file holds one record: remove the ---",
    ],
    [
      "an alias to nowhere",
      "title: x\nkind: *x\n",
      "2:7 Unresolved alias (the anchor must be set before the alias): x; write the value out instead of pointing to it with *",
    ],
    [
      "a small file that unfolds into a huge one",
      [
        "a: &a [1,1,1,1,1,1,1,1,1]",
        "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]",
        "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]",
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]",
        "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d]",
      ].join("\n"),
      "5:29 Excessive alias count indicates a resource exhaustion attack; write the value out instead of pointing to it with *",
    ],
  ])("%s", async (_name, text, expected) => {
    const lines = await linesOf(["deals/2031/bad.yaml", null, text]);

    expect(lines).toEqual([`graph-data/deals/2031/bad.yaml:${expected}`]);
  });

  test("a list that holds itself, or a key that every object has, is only a wrong record", async () => {
    const lines = await linesOf(
      ["deals/2031/ring.yaml", null, "&a [*a]\n"],
      ["entities/proto.yaml", null, "__proto__: { name: x }\n"],
    );

    expect(lines[0]).toContain("ring.yaml:1:4 a list stands where fields of its own belongs");
    expect(lines.at(-1)).toContain('__proto__: unknown field "__proto__"');
  });

  test("that is not UTF-8, or far too long", async () => {
    const world = spoiltWorld([["entities/long.yaml", null, `note: ${"x".repeat(1_000_001)}\n`]]);
    writeFileSync(`${world.dir}/entities/latin.yaml`, Buffer.from([0x6e, 0x3a, 0x20, 0xe9]));
    const { problems } = await checkFacts(world.dir);
    world.remove();

    expect(problems.map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
      "the file is not UTF-8 text; save it as UTF-8",
      "the file has 1000008 bytes; a record stays under 1000000: split it",
    ]);
  });

  test("does not make its neighbours look wrong too", async () => {
    // The lease is the only deal that cites two documents, and names two entities.
    const lines = await linesOf(
      ["deals/2031/lab-leasing-lease.yaml", "kind: lease", "kind: [lease"],
      ["entities/example-lab.yaml", "kind: lab", "kind: lap"],
    );

    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "graph-data/deals/2031/lab-leasing-lease.yaml:2:1",
      "graph-data/entities/example-lab.yaml:3:7",
    ]);
  });
});

describe("a file in the wrong place", () => {
  test("is told where it belongs", async () => {
    const lines = await linesOf(
      ["deals/loose.yaml", null, "a: 1"],
      ["deals/2031/Bad Name.yaml", null, "a: 1"],
      ["entities/notes.txt", null, "a"],
      ["entities/example.yml", null, "a: 1"],
      ["photos/a.png", null, ""],
    );

    expect(lines).toEqual([
      'graph-data/deals/2031/Bad Name.yaml:1:1 "Bad Name" is no id; a file is named by its id: lower-case words joined by hyphens',
      "graph-data/deals/loose.yaml:1:1 deals lie in a folder of their year; move it to graph-data/deals/<year>/",
      "graph-data/entities/example.yml:1:1 records end in .yaml; call it example.yaml",
      "graph-data/entities/notes.txt:1:1 this is no record; records end in .yaml: move it elsewhere",
      "graph-data/photos:1:1 this is no part of the facts; what belongs here is about.yaml, rates.yaml, layers.yaml, redirects.yaml, entities/, deals/, sources/, observations/, statements/ and schema/",
    ]);
  });

  test("a deal has one file and one year", async () => {
    const lines = await linesOf(
      ["deals/2032/chips-lab-stake.yaml", null, "kind: bond\n"],
      ["deals/2031/lab-cloud-compute.yaml", "announced: 2031-04-02", "announced: 2030-04-02"],
    );

    expect(lines).toEqual([
      "graph-data/deals/2031/lab-cloud-compute.yaml:7:12 announced: announced in 2030, but filed under 2031; move the file to deals/2030/",
      'graph-data/deals/2032/chips-lab-stake.yaml:1:1 the id "chips-lab-stake" is taken by graph-data/deals/2031/chips-lab-stake.yaml; one deal has one file, for life',
    ]);
  });

  test("a folder that is not there is said in one line", async () => {
    const error = await readDataset("no/such").catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(CapitalLoopError);
    expect(error).toMatchObject({ code: "unreadable" });
    expect(String(error)).toMatch(/^CapitalLoopError: no\/such: there is no such folder; [^\n]+$/);
  });

  test("an empty folder lacks its two files and nothing else", async () => {
    const world = spoiltWorld([["empty/.keep", null, ""]]);
    const { problems } = await checkFacts(`${world.dir}/empty`);
    world.remove();

    expect(problems.map(({ message }) => message)).toEqual(["the file is missing", "the file is missing"]);
  });
});

test("loadDataset throws one error that carries every problem", async () => {
  const world = spoiltWorld([
    ["about.yaml", "asOf: 2032-06-30", "asOf: soon"],
    ["deals/2032/cloud-bond.yaml", "kind: bond", "kind: bnd"],
  ]);
  const error = await loadDataset(world.dir).catch((thrown: unknown) => thrown);
  world.remove();

  expect(error).toMatchObject({ code: "invalid-dataset" });
  expect((error as CapitalLoopError).problems).toHaveLength(2);
  expect((error as CapitalLoopError).message.split("\n")).toHaveLength(2);
});

describe("locate", () => {
  const file = `${SMALL_WORLD}/deals/2031/chips-lab-stake.yaml`;

  // Counted by hand.
  test.each([
    ["a value", ["amount", "value"], "value", 6, 18],
    ["its key", ["amount", "value"], "key", 6, 11],
    ["an item of a list", ["parties", 1], "value", 5, 5],
    ["a field of an item", ["status", 0, "is"], "value", 9, 27],
    ["a missing key: what it is missing from", ["amount", "basis"], "value", 6, 9],
    ["a missing item: the list", ["parties", 7, "role"], "value", 4, 3],
    ["the whole file", [], "value", 1, 1],
  ] as const)("%s", async (_name, path, at, line, column) => {
    const { locate } = await readDataset(SMALL_WORLD);

    expect(locate(file, path, at)).toEqual({ line, column });
  });

  test("an unknown file is answered with its start", async () => {
    const { locate } = await readDataset(SMALL_WORLD);

    expect(locate("nowhere.yaml", ["a"], "key")).toEqual({ line: 1, column: 1 });
  });
});
