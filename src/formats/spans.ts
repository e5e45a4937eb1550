/** When a flow was live, as spans of whole days: what formats with a sense of time write. */
import type { FlowAttributes } from "../graph/capital-graph.js";
import { type Day, firstDay, lastDay, type PartialDay } from "../model/dates.js";
import { type DatedStep, DEAL_STATES, type DealState } from "../model/status.js";

export type Precision = "day" | "month" | "year";

/** From the first day to the last; `end` is null while it lasts. */
export interface Span {
  readonly start: Day;
  readonly end: Day | null;
  /** How exactly the days are known; a month or a year stands for all of its days. */
  readonly startPrecision: Precision;
  readonly endPrecision: Precision | null;
}

/** A state and how long it held; `end` is null for the one that holds. */
export interface HeldState {
  readonly state: DealState;
  readonly start: Day;
  readonly end: Day | null;
}

/** The days a graph speaks of; what came later, or was known later, is left out. */
export interface Sight {
  readonly asOf: Day;
  readonly knownBy: Day | null;
}

/**
 * The spans in which a flow was live: from its first step to the day it lapsed, was cancelled or superseded.
 * A flow without a history starts when it was announced or timed; one that says nothing has no span.
 */
export function liveSpans(flow: FlowAttributes, sight: Sight): readonly Span[] {
  const steps = stepsInSight(flow, sight);
  if (steps.length === 0) {
    const start = flow.announced ?? dayOf(flow.time);
    return start === null ? [] : [openSpan(start)];
  }
  const spans: Span[] = [];
  let open: Span | null = null;
  for (const step of steps) {
    const day = exactDay(step, flow);
    if (DEAL_STATES[step.is].live) open ??= openSpan(day);
    else if (open !== null) {
      spans.push({ ...open, end: lastDay(day), endPrecision: precisionOf(day) });
      open = null;
    }
  }
  return open === null ? spans : [...spans, open];
}

/** Every state a flow's deal was in and when; of several on one day, the last. */
export function heldStates(flow: FlowAttributes, sight: Sight): readonly HeldState[] {
  const steps = stepsInSight(flow, sight);
  return steps.flatMap(({ is: state, seen: start }, i) => {
    const next = steps[i + 1];
    return next?.seen === start ? [] : [{ state, start, end: next?.seen ?? null }];
  });
}

/** Spans that share a day become one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = all.at(-1);
    if (last === undefined || (last.end !== null && last.end < span.start)) all.push(span);
    else if (last.end !== null && (span.end === null || span.end > last.end)) {
      all[all.length - 1] = { ...last, end: span.end, endPrecision: span.endPrecision };
    }
  }
  return all;
}

function stepsInSight({ steps }: FlowAttributes, { asOf, knownBy }: Sight): readonly DatedStep[] {
  return steps.filter((step) => step.seen <= asOf && (knownBy === null || step.known <= knownBy));
}

/** The day of a step as exact as it is known: its own, or the announcement's where that made it count. */
function exactDay(step: DatedStep, { announced }: FlowAttributes): PartialDay {
  return firstDay(step.on) === step.seen || announced === null ? step.on : announced;
}

function openSpan(start: PartialDay): Span {
  return { start: firstDay(start), end: null, startPrecision: precisionOf(start), endPrecision: null };
}

function precisionOf(day: PartialDay): Precision {
  return day.length === 4 ? "year" : day.length === 7 ? "month" : "day";
}

/** The day of a second since 1970; null outside the years that four digits can write. */
function dayOf(seconds: number | null): Day | null {
  if (seconds === null || !(seconds >= FIRST_SECOND && seconds < LAST_SECOND)) return null;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

const FIRST_SECOND = Date.UTC(1000, 0) / 1000;
const LAST_SECOND = Date.UTC(10_000, 0) / 1000;
