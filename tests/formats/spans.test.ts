import { describe, expect, test } from "vitest";
import { heldStates, joined, liveSpans, type Span } from "../../src/formats/spans.js";
import type { DatedStep, DealState } from "../../src/model/status.js";
import { flowAttributes } from "../world.js";

const ALWAYS = { asOf: "9999-12-31", knownBy: null };

const step = (on: string, is: DealState, seen = `${on}-01-01`.slice(0, 10), known = seen): DatedStep => ({
  on,
  is,
  seen,
  known,
});

const days = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);

describe("when a flow was live", () => {
  test("a month and a year are widened to all of their days, and say that they are", () => {
    const flow = flowAttributes({
      announced: "2028-02",
      steps: [step("2028-02", "signed", "2028-02-01"), step("2029", "lapsed")],
    });

    expect(liveSpans(flow, ALWAYS)).toEqual([
      { start: "2028-02-01", end: "2029-12-31", startPrecision: "month", endPrecision: "year" },
    ]);
  });

  test("a deal that died and came back has two spans", () => {
    const flow = flowAttributes({
      steps: [step("2028-01-05", "signed"), step("2028-06-01", "cancelled"), step("2029-01-01", "reported")],
    });

    expect(days(liveSpans(flow, ALWAYS))).toEqual([
      ["2028-01-05", "2028-06-01"],
      ["2029-01-01", null],
    ]);
  });

  test("an end after the day it is seen from is not yet known of, nor one published later", () => {
    const flow = flowAttributes({
      steps: [step("2028-01-05", "signed"), step("2028-06-01", "lapsed", "2028-06-01", "2029-03-01")],
    });

    expect(days(liveSpans(flow, { asOf: "2028-05-31", knownBy: null }))).toEqual([["2028-01-05", null]]);
    expect(days(liveSpans(flow, { asOf: "2028-12-31", knownBy: "2028-12-31" }))).toEqual([
      ["2028-01-05", null],
    ]);
    expect(days(liveSpans(flow, ALWAYS))).toEqual([["2028-01-05", "2028-06-01"]]);
  });

  test("without a history a flow starts on its date, or in its second, and lasts", () => {
    expect(days(liveSpans(flowAttributes({ announced: "2030" }), ALWAYS))).toEqual([["2030-01-01", null]]);
    // 1 082 040 961 is 15 April 2004, 14:56:01 UTC: the first message of CollegeMsg.
    expect(days(liveSpans(flowAttributes({ time: 1_082_040_961 }), ALWAYS))).toEqual([["2004-04-15", null]]);
    expect(liveSpans(flowAttributes(), ALWAYS)).toEqual([]);
    expect(liveSpans(flowAttributes({ time: 1e15 }), ALWAYS)).toEqual([]);
  });
});

test("a state holds until the next; of several on one day the last counts", () => {
  const flow = flowAttributes({
    steps: [step("2029", "reported"), step("2029-01-01", "announced"), step("2029-04-01", "signed")],
  });

  expect(heldStates(flow, ALWAYS)).toEqual([
    { state: "announced", start: "2029-01-01", end: "2029-04-01" },
    { state: "signed", start: "2029-04-01", end: null },
  ]);
});

test("spans that touch become one, whatever their order", () => {
  const span = (start: string, end: string | null): Span => ({
    start,
    end,
    startPrecision: "day",
    endPrecision: end === null ? null : "day",
  });
  const spans = [
    span("2030-01-01", null),
    span("2028-01-01", "2028-03-01"),
    span("2028-02-01", "2029-01-01"),
  ];

  expect(days(joined(spans))).toEqual([
    ["2028-01-01", "2029-01-01"],
    ["2030-01-01", null],
  ]);
  expect(days(joined([...spans, span("2028-12-31", null)]))).toEqual([["2028-01-01", null]]);
});
