import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE_CLASS_NAMES } from "../../src/layout/line-class.js";
import { FIRM_STEPS, FIRST_VIEW, formatView, PLACES, parseView, type ViewState } from "../../viewer/url.js";

test("the first view has the bare address", () => {
  expect(formatView(FIRST_VIEW)).toBe("");
  expect(parseView("")).toEqual(FIRST_VIEW);
  expect(parseView("#")).toEqual(FIRST_VIEW);
});

test("a loop has a link of its own, with day, firmness and filter", () => {
  const view: ViewState = {
    asOf: "2026-06-30",
    firm: "signed",
    hidden: ["pwr"],
    selection: { type: "loop", id: "nvidia>openai>oracle" },
    about: false,
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

test.each([
  ["a day the calendar does not have", "#?as-of=2026-02-30"],
  ["a firmness nobody knows", "#?firm=granite"],
  ["a class nobody knows", "#?hide=barter"],
  ["a loop of one", "#/loop/nvidia"],
  ["a place that is none", "#/place/attic"],
  ["another page", "#/spaceship/nvidia"],
  ["a broken percent sign", "#/%E0%A4%A"],
  ["keys of a later version", "#?view=matrix"],
])("%s is passed over", (_, hash) => {
  expect(parseView(hash)).toEqual(FIRST_VIEW);
});

const ids = fc.stringMatching(/^[a-z0-9软银]+(-[a-z0-9软银]+)*$/);
const selections = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constantFrom("entity" as const, "deal" as const), id: ids }),
  fc.record({ type: fc.constant("place" as const), id: fc.constantFrom(...PLACES) }),
);

test("every view survives its own address", () => {
  const views: fc.Arbitrary<ViewState> = fc.record({
    asOf: fc.constantFrom(null, "2024-12-31", "2026-02-28"),
    firm: fc.constantFrom(...FIRM_STEPS),
    hidden: fc.subarray(LINE_CLASS_NAMES),
    selection: selections,
    about: fc.boolean(),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(parseView(formatView(view))).toEqual(view);
    }),
  );
});
