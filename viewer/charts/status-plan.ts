/** Where the steps of a deal's status stand on a line of time, what each looks like, and which words have room. */
import { type Day, dayNumber, firstDay, lastDay, type PartialDay } from "../../src/model/dates.js";
import { DEAL_STATES, type DealState } from "../../src/model/status.js";
import {
  isClose,
  linear,
  type Piece,
  pieceAt,
  pieceFrom,
  pushedApart,
  timeTicks,
  withRoom,
} from "./scale.js";

/** Open for what is only reported, half for what is announced or intended, full for what is signed, crossed when over. */
export type StepGlyph = "ring" | "half" | "full" | "cross";

export interface StatusStep {
  readonly on: PartialDay;
  readonly is: DealState;
}

export interface PlannedStep extends StatusStep {
  /** Where its dot stands; moved aside where another one is too near. */
  readonly x: number;
  /** The first and the last place it can have been at. */
  readonly from: number;
  readonly to: number;
  readonly glyph: StepGlyph;
  /** Later than the day in view. */
  readonly isLater: boolean;
}

/** Words above a dot. */
export interface StepLabel extends Piece {
  readonly step: number;
  readonly words: string;
  /** From 0, the nearest to the line. */
  readonly row: number;
}

export interface Tick extends Piece {
  readonly x: number;
  readonly words: string;
}

export interface StatusPlan {
  readonly steps: readonly PlannedStep[];
  /** Between each step and the next, or the day in view: how firm the deal was meanwhile. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly glyph: StepGlyph }[];
  readonly labels: readonly StepLabel[];
  readonly rows: number;
  readonly ticks: readonly Tick[];
  readonly today: Tick;
}

export interface StatusWords {
  state(state: DealState): string;
  month(day: Day): string;
  day(day: Day): string;
}

const EDGE = 8;
const DOT = 15;
const ROWS = 3;
const AIR = 8;
/** What a leader keeps from words it passes. */
const LEADER_AIR = 3;

/** The glyph of each step; what is amended stands as firm as it stood. */
export function glyphsOf(steps: readonly StatusStep[]): readonly StepGlyph[] {
  let last: StepGlyph = "ring";
  return steps.map(({ is }) => {
    if (is === "amended") return last;
    if (!DEAL_STATES[is].live) last = "cross";
    else if (is === "reported") last = "ring";
    else last = is === "letter_of_intent" || is === "announced" ? "half" : "full";
    return last;
  });
}

/**
 * Lays out the steps, oldest first, over so many pixels.
 *
 * @param asOf the day in view; steps after it are marked as later.
 */
export function statusPlan(
  steps: readonly StatusStep[],
  asOf: Day,
  width: number,
  words: StatusWords,
): StatusPlan {
  const days = [...steps.flatMap(({ on }) => [firstDay(on), lastDay(on)]), asOf].sort();
  const [start = asOf, end = asOf] = [days[0], days.at(-1)];
  const scale = linear([dayNumber(start), dayNumber(end)], [EDGE, width - EDGE]);
  const place = (day: Day) => scale(dayNumber(day));
  const glyphs = glyphsOf(steps);
  const dots = pushedApart(
    steps.map(({ on }) => place(firstDay(on))),
    DOT,
    [EDGE, width - EDGE],
  );
  const planned = steps.map(
    (step, i): PlannedStep => ({
      ...step,
      x: dots[i] ?? EDGE,
      from: place(firstDay(step.on)),
      to: place(lastDay(step.on)),
      glyph: glyphs[i] ?? "ring",
      isLater: firstDay(step.on) > asOf,
    }),
  );
  const now = place(asOf);
  const spans = planned.map(({ from, glyph }, i) => {
    const next = planned[i + 1];
    return { from, to: next === undefined ? Math.max(from, now) : next.from, glyph };
  });
  const labels = labelled(planned, width, words);
  const today = { x: now, words: words.day(asOf), ...pieceAt(now, words.day(asOf), width) };
  const [longest = ""] = [start, end].map(words.month).sort((a, b) => b.length - a.length);
  const marks = timeTicks(start, end, width, pieceAt(0, longest, width).right + AIR).map((day): Tick => {
    const said = day.endsWith("-01-01") ? day.slice(0, 4) : words.month(day);
    return { x: place(day), words: said, ...pieceFrom(place(day), said, width) };
  });
  return {
    steps: planned,
    spans,
    labels,
    rows: Math.max(1, ...labels.map(({ row }) => row + 1)),
    // The day in view is said first; a mark gives way to it.
    ticks: withRoom([today, ...marks], AIR).filter((tick) => tick !== today),
    today,
  };
}

/** The words that find a row: of the step in force, then the last, the first, and the rest in order. */
function labelled(steps: readonly PlannedStep[], width: number, words: StatusWords): readonly StepLabel[] {
  const inForce = steps.findLastIndex(({ isLater }) => !isLater);
  const order = [...new Set([inForce, steps.length - 1, 0, ...steps.keys()])];
  const kept: StepLabel[] = [];
  for (const step of order) {
    const planned = steps[step];
    if (planned === undefined) continue;
    const said = words.state(planned.is);
    const piece = pieceAt(planned.x, said, width);
    const row = Array.from({ length: ROWS }, (_, i) => i).find((wanted) =>
      kept.every((other) =>
        hasRoom({ ...piece, x: planned.x, row: wanted }, { ...other, x: steps[other.step]?.x ?? 0 }),
      ),
    );
    if (row !== undefined) kept.push({ step, words: said, row, ...piece });
  }
  return kept.sort((a, b) => a.step - b.step);
}

type Placed = Piece & { readonly x: number; readonly row: number };

/** In one row words keep apart; a leader from a higher row passes beside lower words. */
function hasRoom(a: Placed, b: Placed): boolean {
  if (a.row === b.row) return !isClose(a, b, AIR);
  const [high, low] = a.row > b.row ? [a, b] : [b, a];
  return !isClose({ left: high.x, right: high.x }, low, LEADER_AIR);
}
