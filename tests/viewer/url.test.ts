import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE_CLASS_NAMES } from "../../src/layout/line-class.js";
import { DEFAULT_MAX_LENGTH } from "../../src/loops/query.js";
import { compareIds } from "../../src/model/ids.js";
import { AMOUNT_STEPS, FACET_CHOICES } from "../../viewer/facets.js";
import {
  FIRM_STEPS,
  FIRST_VIEW,
  formatView,
  MATRIX_BY,
  ORDERS,
  PANES,
  PATH_LEGS,
  PLACES,
  parseView,
  ROWS,
  TOOLS,
  type ViewState,
} from "../../viewer/url.js";

test("the first view has the bare address", () => {
  expect(formatView(FIRST_VIEW)).toBe("");
  expect(parseView("")).toEqual(FIRST_VIEW);
  expect(parseView("#")).toEqual(FIRST_VIEW);
});

test("a loop has a link of its own, with day, firmness and filter", () => {
  const view: ViewState = {
    ...FIRST_VIEW,
    asOf: "2026-06-30",
    firm: "signed",
    hidden: ["pwr"],
    selection: { type: "loop", id: "nvidia>openai>oracle" },
  };

  expect(formatView(view)).toBe("#/loop/nvidia~openai~oracle?as-of=2026-06-30&firm=signed&hide=power");
});

test.each([
  "#/loop/nvidia~openai~oracle",
  "#/loop/nvidia>openai>oracle",
  "#/loop/nvidia%3Eopenai%3Eoracle",
  "#/loop/openai~oracle~nvidia",
])("%s is the loop from NVIDIA through OpenAI and Oracle", (hash) => {
  expect(parseView(hash).selection).toEqual({ type: "loop", id: "nvidia>openai>oracle" });
});

test("paths are as long as the library's unless more or fewer legs are asked for", () => {
  expect(FIRST_VIEW.pathLegs).toBe(DEFAULT_MAX_LENGTH);
});

test("a path has a link of its own, from its payer on; the ends it was looked for between stay", () => {
  const view: ViewState = {
    ...FIRST_VIEW,
    selection: { type: "path", id: "microsoft>openai>nvidia" },
    tool: "paths",
    path: { from: "microsoft", to: null },
    pathLegs: 3,
  };

  expect(formatView(view)).toBe("#/path/microsoft~openai~nvidia?tool=paths&path=microsoft~&legs=3");
  expect(parseView("#/path/microsoft>openai>nvidia").selection).toEqual(view.selection);
});

test.each([
  ["a day the calendar does not have", "#?as-of=2026-02-30"],
  ["a firmness nobody knows", "#?firm=granite"],
  ["a class nobody knows", "#?hide=barter"],
  ["a loop of one", "#/loop/nvidia"],
  ["a place that is none", "#/place/attic"],
  ["another page", "#/spaceship/nvidia"],
  ["a broken percent sign", "#/%E0%A4%A"],
  ["a language nobody wrote", "#?lang=tlh"],
  ["a view nobody knows", "#?view=sphere"],
  ["a kind that moves no capital", "#?kind=partnership"],
  ["an amount in words", "#?least=much&most=1000"],
  ["a cut of more than all", "#?cut=nvidia-openai-equity-2026:1.4"],
  ["half a cell", "#?cell=nvidia"],
  ["a path of one", "#/path/nvidia"],
  ["a path that comes by twice", "#/path/nvidia~openai~nvidia"],
  ["ends of more than two", "#?path=nvidia~openai~oracle"],
  ["paths of a hundred legs", "#?legs=100"],
  ["keys of a later version", "#?lens=convex"],
])("%s is passed over", (_, hash) => {
  expect(parseView(hash)).toEqual(FIRST_VIEW);
});

const ids = fc.stringMatching(/^[a-z0-9软银]+(-[a-z0-9软银]+)*$/);
const selections = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constantFrom("entity" as const, "deal" as const), id: ids }),
  fc.record({ type: fc.constant("place" as const), id: fc.constantFrom(...PLACES) }),
  fc.record({
    type: fc.constant("path" as const),
    id: fc.uniqueArray(ids, { minLength: 2, maxLength: 6 }).map((path) => path.join(">")),
  }),
);

const cuts = fc
  .uniqueArray(ids, { maxLength: 3 })
  .map((deals) => deals.sort(compareIds).map((deal, i) => ({ deal, honoured: i / 4 })));

test("every view survives its own address", () => {
  const views: fc.Arbitrary<ViewState> = fc.record({
    asOf: fc.constantFrom(null, "2024-12-31", "2026-02-28"),
    firm: fc.constantFrom(...FIRM_STEPS),
    hidden: fc.subarray(LINE_CLASS_NAMES),
    selection: selections,
    order: fc.constantFrom(...ORDERS),
    beside: fc.constantFrom(null, "amd>openai", "nvidia>openai>oracle"),
    pane: fc.constantFrom(...PANES),
    rows: fc.constantFrom(...ROWS),
    sort: fc.constantFrom(null, "amount", "-amount"),
    by: fc.constantFrom(...MATRIX_BY),
    cell: fc.option(fc.record({ from: ids, to: ids })),
    cuts,
    tool: fc.constantFrom(null, ...TOOLS),
    path: fc.record({ from: fc.option(ids), to: fc.option(ids) }),
    pathLegs: fc.integer({ min: PATH_LEGS.least, max: PATH_LEGS.most }),
    story: fc.option(fc.record({ id: fc.constant("around-amd"), step: fc.integer({ min: 1, max: 9 }) })),
    embed: fc.boolean(),
    kinds: fc.subarray([...FACET_CHOICES.kinds]),
    states: fc.subarray([...FACET_CHOICES.states]),
    layers: fc.subarray([...FACET_CHOICES.layers]),
    countries: fc.subarray(["SA", "TW", "US"]),
    technologies: fc.subarray([...FACET_CHOICES.technologies]),
    least: fc.constantFrom(null, ...AMOUNT_STEPS),
    most: fc.constantFrom(null, ...AMOUNT_STEPS),
    undisclosed: fc.boolean(),
    ghosts: fc.boolean(),
    lang: fc.constantFrom(null, "en", "zh-Hans", "zh-Hant"),
    about: fc.boolean(),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(parseView(formatView(view))).toEqual(view);
    }),
  );
});
