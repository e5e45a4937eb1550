/** From figures and days to pixels, and where there is room: what every chart is laid out with. Pure. */
import { type Day, dayNumber } from "../../src/model/dates.js";

export interface Scale {
  (value: number): number;
  /** The least and the greatest value it reaches. */
  readonly domain: readonly [number, number];
}

/** A straight scale; where the domain is one point, everything stands at the middle of the range. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain;
  const [start, end] = range;
  const place = (value: number) =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
  return Object.assign(place, { domain });
}

/** The steps that read well: 1, 2, 2.5 and 5 times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round figures that hold all values and zero, from the least to the greatest.
 *
 * @param most about how many steps there may be between them.
 * @example roundTicks([0, 64.6], 3); // [0, 25, 50, 75]
 */
export function roundTicks(values: readonly number[], most: number): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return [0, 1];
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => rounded((first + i) * step));
}

/** Without what counting in tenths leaves behind: 0.3, not 0.30000000000000004. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** The first days of months, so many months apart, from one day to another; whole years where they divide. */
export function monthsBetween(from: Day, to: Day, apart: number): readonly Day[] {
  const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const days: Day[] = [];
  for (let month = Math.ceil(monthOf(from) / apart) * apart; month <= monthOf(to); month += apart) {
    const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** How far apart marks of time may stand, in months. */
const MONTHS_APART = [1, 3, 6, 12, 24, 60, 120];

/** Days to mark on a line of time: the finest that gives each `room` pixels. */
export function timeTicks(from: Day, to: Day, pixels: number, room: number): readonly Day[] {
  const days = Math.max(1, dayNumber(to) - dayNumber(from));
  const apart = MONTHS_APART.find((months) => ((months * 30.4) / days) * pixels >= room) ?? 120;
  return monthsBetween(from, to, apart);
}

/**
 * Places in order, moved until they are so far apart and within bounds; nearer where there is no room for all.
 *
 * @param places in rising order.
 */
export function pushedApart(
  places: readonly number[],
  gap: number,
  bounds: readonly [number, number],
): readonly number[] {
  const [first, last] = bounds;
  const apart = Math.min(gap, (last - first) / Math.max(1, places.length - 1));
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? first - apart) + apart));
  // What was pushed past the end pushes back.
  let limit = last;
  for (let i = moved.length - 1; i >= 0; i--) {
    moved[i] = Math.min(moved[i] ?? limit, limit);
    limit = (moved[i] ?? limit) - apart;
  }
  return moved;
}

/**
 * Room for signs of 11.5 pixels in the widest of common faces: narrow, wide and other letters, Chinese ones, and
 * the air where the two scripts meet.
 */
const ROOM = { narrow: 4.6, wide: 11.4, letter: 7.4, chinese: 12, meet: 3 } as const;
const CHINESE = "\\u2e80-\\u9fff\\uff00-\\uffef";
const MEETING = new RegExp(`(?<=[${CHINESE}])(?=[^${CHINESE}])|(?<=[^${CHINESE}])(?=[${CHINESE}])`, "gu");
const SORTS: readonly (readonly [sort: keyof typeof ROOM, signs: RegExp])[] = [
  ["chinese", new RegExp(`[${CHINESE}]`, "u")],
  ["narrow", /[ filjtrI.,:;'|()]/],
  ["wide", /[mwMW%@−→]/],
];

/** About how wide words are, in pixels, rather too wide than too narrow. */
export function widthOf(words: string): number {
  const each = [...words].map((sign) => ROOM[SORTS.find(([, signs]) => signs.test(sign))?.[0] ?? "letter"]);
  return each.reduce<number>((sum, room) => sum + room, 0) + ROOM.meet * (words.match(MEETING)?.length ?? 0);
}

/** Words on a line, as the piece of it that they take. */
export interface Piece {
  readonly left: number;
  readonly right: number;
}

/** The piece that words centred on a place take, kept within a width. */
export function pieceAt(place: number, words: string, width: number): Piece {
  const wide = Math.min(widthOf(words), width);
  const left = Math.min(Math.max(place - wide / 2, 0), width - wide);
  return { left, right: left + wide };
}

/** The piece that words beside a place take, to its right where there is room, kept within a width. */
export function pieceFrom(place: number, words: string, width: number): Piece {
  const wide = Math.min(widthOf(words), width);
  const left = Math.max(0, Math.min(place, width - wide));
  return { left, right: left + wide };
}

/** Whether two pieces are nearer than `air` to each other. */
export function isClose(a: Piece, b: Piece, air: number): boolean {
  return a.left < b.right + air && b.left < a.right + air;
}

/** Those that have room beside the ones before them. */
export function withRoom<T extends Piece>(wanted: readonly T[], air: number): readonly T[] {
  const kept: T[] = [];
  for (const piece of wanted) if (kept.every((other) => !isClose(piece, other, air))) kept.push(piece);
  return kept;
}
