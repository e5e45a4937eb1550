/** What the table, the timeline and the matrix say, held against the library on the built-in facts. */
import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph, type CapitalGraph, countLoops, loadDataset, viewGraph } from "../../src/node.js";
import { type Column, nextSort, parseSort, sorted } from "../../viewer/panes/columns.js";
import { loopTurns } from "../../viewer/panes/loop-spans.js";
import { cellKey, matrixOf, shadeOf } from "../../viewer/panes/matrix-of.js";
import { nextCell } from "../../viewer/panes/matrix-walk.js";
import { shownOf } from "../../viewer/shown.js";

let graph: CapitalGraph;
const LAST = "2026-11-21";

beforeAll(async () => {
  graph = buildGraph(await loadDataset());
});

describe("loops that open and end", () => {
  test.each([
    ["2024-12-31", "reported"],
    ["2025-10-31", "signed"],
    [LAST, "reported"],
  ] as const)("those open on %s, firm at least %s, are the loops of that day", (asOf, firm) => {
    const open = new Map<string, number>();
    for (const { day, id, opens } of loopTurns(graph, { asOf: LAST, firm, hidden: [] })) {
      if (day <= asOf) open.set(id, (open.get(id) ?? 0) + (opens ? 1 : -1));
    }

    expect([...open.values()].filter((count) => count === 1)).toHaveLength(
      countLoops(viewGraph(graph, { asOf, firm })).count,
    );
    expect(new Set(open.values())).toEqual(new Set([...open.values()].filter((n) => n === 0 || n === 1)));
  });
});

describe("the matrix", () => {
  const shown = () => shownOf(graph, { asOf: LAST, firm: "reported", hidden: [] });

  test("by layer, each deal with a flow stands in a cell", () => {
    const view = shown();
    const deals = new Set([...matrixOf(view, "layer").cells.values()].flatMap((cell) => cell.deals));

    expect(deals.size).toBe(view.deals);
  });

  test("by entity, rows are the entities that loops pass, and a cell is a leg", () => {
    const view = shown();
    const { ids, cells } = matrixOf(view, "entity");

    expect(new Set(ids)).toEqual(view.circling);
    const leg = view.legs.ids.indexOf("amazon");
    expect(leg).toBeGreaterThan(-1);
    expect(cells.get(cellKey({ from: "amazon", to: "openai" }))?.amountUsd).toBe(50e9);
  });

  test("arrow keys pass over empty cells", () => {
    const cell = { amountUsd: 1, deals: [] };
    const matrix = {
      ids: ["a", "b", "c"],
      cells: new Map([
        ["a~a", cell],
        ["a~c", cell],
        ["c~b", cell],
      ]),
    };

    expect(nextCell(matrix, "a~a", "ArrowRight")).toBe("a~c");
    expect(nextCell(matrix, "a~c", "ArrowDown")).toBe("c~b");
    expect(nextCell(matrix, "c~b", "ArrowUp")).toBe("a~a");
    expect(nextCell(matrix, "c~b", "ArrowDown")).toBeNull();
    expect(nextCell(matrix, "c~b", "Enter")).toBeNull();
  });

  test.each([
    [null, 0],
    [25e6, 1],
    [300e6, 2],
    [2e9, 3],
    [50e9, 4],
    [1e12, 5],
  ])("%s is shaded %i", (usd, shade) => {
    expect(shadeOf(usd)).toBe(shade);
  });
});

describe("a table's order", () => {
  interface Row {
    readonly name: string;
    readonly usd: number | null;
  }
  const columns: readonly Column<Row>[] = [
    { key: "name", heading: "Name", value: ({ name }) => name },
    { key: "usd", heading: "USD", numeric: true, value: ({ usd }) => usd },
  ];
  const rows = [
    { name: "b", usd: null },
    { name: "a", usd: 2 },
    { name: "c", usd: 7 },
  ];
  const order = (sort: string) =>
    sorted(rows, columns, parseSort(sort), (a, b) => a.localeCompare(b))
      .map(({ name }) => name)
      .join("");

  test("what is not known comes last, both ways", () => {
    expect(order("usd")).toBe("acb");
    expect(order("-usd")).toBe("cab");
    expect(order("-name")).toBe("cba");
  });

  test("a column that is not there changes nothing", () => {
    expect(order("-colour")).toBe("bac");
  });

  test("numbers are first sorted with the largest on top, and a second press turns them", () => {
    const [name, usd] = columns;
    if (name === undefined || usd === undefined) throw new Error("two columns");

    expect(nextSort(null, usd)).toEqual({ key: "usd", descending: true });
    expect(nextSort({ key: "usd", descending: true }, usd)).toEqual({ key: "usd", descending: false });
    expect(nextSort({ key: "usd", descending: true }, name)).toEqual({ key: "name", descending: false });
  });
});
