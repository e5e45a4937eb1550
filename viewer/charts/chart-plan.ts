/** Where the marks of a small chart stand: figures over time, true to their days, so that a gap stays a gap. Pure. */
import { type Day, dayNumber } from "../../src/model/dates.js";
import { linear, type Piece, pieceAt, roundTicks, widthOf, withRoom } from "./scale.js";

/** A figure to be drawn. */
export interface ChartFigure {
  readonly id: string;
  /** The last day of its period. */
  readonly end: Day;
  /** The same unless a range is stated. */
  readonly low: number;
  readonly high: number;
  /** What its period is called. */
  readonly period: string;
}

export interface ChartAsk {
  readonly figures: readonly ChartFigure[];
  /** Bars for what adds up over a period, dots for what is read on a day. */
  readonly kind: "bars" | "dots";
  /** Figures to compare with: each is a line across. */
  readonly bounds: readonly number[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** How a figure is written beside the lines across. */
  write(value: number): string;
  /** The greatest figure of charts that are read side by side; its own where left out. */
  readonly most?: number | undefined;
}

export interface ChartMark {
  readonly id: string;
  /** Its middle, and its breadth. */
  readonly x: number;
  readonly breadth: number;
  /** From top to bottom. */
  readonly top: number;
  readonly bottom: number;
  /** Where zero or the lower end of its range lies. */
  readonly isRange: boolean;
  /** What answers the pointer: as broad as there is room. */
  readonly reach: Piece;
}

export interface ChartPlan {
  readonly marks: readonly ChartMark[];
  readonly zero: number;
  readonly lines: readonly { readonly y: number; readonly words: string }[];
  readonly bounds: readonly { readonly y: number; readonly value: number }[];
  readonly periods: readonly (Piece & { readonly words: string; readonly x: number })[];
  readonly left: number;
}

const TOP = 8;
const FOOT = 18;
const GUTTER = 6;
const BREADTH = { share: 0.7, most: 26, least: 4 } as const;
/** With one figure alone, its column is no broader than this. */
const COLUMN = 72;

/** Lays out a chart. */
export function chartPlan({ figures, bounds, width, height, write, most }: ChartAsk): ChartPlan {
  const values = [
    ...figures.flatMap(({ low, high }) => [low, high]),
    ...bounds,
    ...(most === undefined ? [] : [most]),
  ];
  const ticks = roundTicks(values, 3);
  const words = ticks.map(write);
  const left = Math.ceil(Math.max(...words.map(widthOf))) + GUTTER;
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [height - FOOT, TOP]);
  const ends = [...new Set(figures.map(({ end }) => end))].sort();
  const days = ends.map(dayNumber);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const nearest = Math.min(...days.slice(1).map((day, i) => day - (days[i] ?? day)));
  const room = width - left;
  // So broad that the two columns that are nearest to each other just touch.
  const column = days.length < 2 ? Math.min(room, COLUMN) : (nearest * room) / (last - first + nearest);
  const x =
    days.length < 2
      ? linear([first - 1, first + 1], [left, left + column])
      : linear([first, last], [left + column / 2, width - column / 2]);
  const beside = new Map(ends.map((end) => [end, figures.filter((figure) => figure.end === end)]));
  const marks = figures.map((figure): ChartMark => {
    const same = beside.get(figure.end) ?? [];
    const part = column / same.length;
    const start = x(dayNumber(figure.end)) - column / 2 + same.indexOf(figure) * part;
    const breadth = Math.max(BREADTH.least, Math.min(BREADTH.most, part * BREADTH.share));
    const isRange = figure.low !== figure.high;
    const from = isRange ? figure.low : 0;
    // Figures of one day stand close together in the middle of its column.
    const middle = start + part / 2;
    const drawn =
      same.length < 2
        ? middle
        : x(dayNumber(figure.end)) + (same.indexOf(figure) - (same.length - 1) / 2) * (breadth + 2);
    return {
      id: figure.id,
      x: drawn,
      breadth,
      top: Math.min(y(from), y(figure.high)),
      bottom: Math.max(y(from), y(figure.high)),
      isRange,
      reach:
        same.length < 2
          ? { left: start, right: start + part }
          : { left: drawn - breadth / 2 - 1, right: drawn + breadth / 2 + 1 },
    };
  });
  const periods = ends.flatMap((end) => {
    const said = beside.get(end)?.[0]?.period ?? end;
    const at = x(dayNumber(end));
    // Beside the gutter, where the line at zero is named.
    const piece = pieceAt(at - left, said, room);
    return { words: said, x: at, left: left + piece.left, right: left + piece.right };
  });
  const [latest, earliest] = [periods.at(-1), periods[0]];
  const wanted = [...new Set([latest, earliest, ...periods])].flatMap((period) => period ?? []);
  return {
    marks,
    zero: y(0),
    lines: ticks.map((tick, i) => ({ y: y(tick), words: words[i] ?? "" })),
    bounds: bounds.map((value) => ({ y: y(value), value })),
    periods: withRoom(wanted, 8),
    left,
  };
}
