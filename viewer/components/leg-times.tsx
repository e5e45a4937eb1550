/** When each leg came: its deals on a line of years, with the time since the loop closed drawn thick. */
import type { LegGraph } from "../../src/graph/legs.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import type { Loop } from "../../src/loops/loop.js";
import { dayNumber, firstDay } from "../../src/model/dates.js";
import { flowsBetween } from "../loop-at.js";
import { dealTitle } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

interface LegTimesProps {
  readonly explorer: Explorer;
  readonly loop: Pick<Loop, "legs" | "closedOn">;
  readonly legs: LegGraph;
}

const WIDTH = 332;
const LINE_Y = 34;
const AIR = 8;
/** Room for a letter of an amount, and for one as wide as Chinese ones are. */
const LETTER = { latin: 7, chinese: 12 } as const;
const DOT_WIDTH = 14;

export function LegTimes({ explorer, loop, legs }: LegTimesProps) {
  const t = text.value;
  const asOf = explorer.asOf.value;
  const events = loop.legs
    .flatMap(({ from, to }, i) =>
      flowsBetween(legs, from, to).flatMap((flow) =>
        flow.announced === null ? [] : [{ number: i + 1, flow, day: firstDay(flow.announced) }],
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number));
  const [first] = events;
  if (first === undefined) return null;
  const from = first.day.slice(0, 4);
  const to = String(Math.max(Number(from), Number(asOf.slice(0, 4))));
  const start = dayNumber(`${from}-01-01`);
  const end = Math.max(dayNumber(asOf), start + 366);
  const place = (day: string) => AIR + ((dayNumber(day) - start) / (end - start)) * (WIDTH - 2 * AIR);
  const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i));
  const stated = events.filter(({ flow }) => flow.amountUsd !== null);
  return (
    <>
      <h3>
        {t.loop.when} <span class="note">{t.loop.years(from, to)}</span>
      </h3>
      <svg class="leg-times" viewBox={`0 0 ${WIDTH} 52`} aria-hidden="true">
        {years.map((year) => (
          <g key={year}>
            <path class="axis" d={`M${place(`${year}-01-01`)},${LINE_Y}v6`} />
            {years.length < 9 && (
              <text class="words" x={place(`${year}-01-01`) + 3} y="48">
                {year}
              </text>
            )}
          </g>
        ))}
        <path class="axis" d={`M0,${LINE_Y}H${WIDTH}`} />
        {loop.closedOn !== null && firstDay(loop.closedOn) < asOf && (
          <path class="closed" d={`M${place(firstDay(loop.closedOn))},${LINE_Y}H${place(asOf)}`} />
        )}
        {apart(events.map((event) => ({ ...event, x: place(event.day) }))).map(({ number, flow, x }) => (
          <g key={flow.id} class={`event ${lineClassOf(flow)}`}>
            <circle cx={x} cy={LINE_Y} r="7.5" />
            <text x={x} y={LINE_Y + 3.6}>
              {number}
            </text>
          </g>
        ))}
        {spaced(
          stated.map(({ flow, day }) => {
            const usd = flow.amountUsd ?? 0;
            const words = t.usd(usd);
            const wide = widthOf(words);
            const x = Math.min(Math.max(place(day), wide / 2), WIDTH - wide / 2);
            return { id: flow.id, usd, words, wide, x };
          }),
        ).map(({ id, words, x }) => (
          <text key={id} class="words amount" x={x} y="19">
            {words}
          </text>
        ))}
      </svg>
      <ol class="hidden-words">
        {events.map(({ number, flow, day }) => (
          <li key={flow.id}>
            {t.labelled(
              t.longDay(day),
              t.join([String(number), dealTitle(explorer.facts.dataset, flow.deal, t)]),
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Dots in the order of days, each moved on until the one before it can be read. */
function apart<T extends { readonly x: number }>(dots: readonly T[]): readonly T[] {
  let last = Number.NEGATIVE_INFINITY;
  return dots.map((dot) => {
    last = Math.max(dot.x, last + DOT_WIDTH);
    return { ...dot, x: Math.min(last, WIDTH - AIR) };
  });
}

/** The amounts that have room: larger ones first, none on another. */
function spaced<T extends { readonly usd: number; readonly wide: number; readonly x: number }>(
  amounts: readonly T[],
): readonly T[] {
  const kept: T[] = [];
  for (const amount of [...amounts].sort((a, b) => b.usd - a.usd)) {
    if (kept.every(({ x, wide }) => Math.abs(x - amount.x) >= (wide + amount.wide) / 2 + AIR))
      kept.push(amount);
  }
  return kept;
}

/** About how wide an amount is, in pixels. */
function widthOf(words: string): number {
  const chinese = words.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return chinese * LETTER.chinese + (words.length - chinese) * LETTER.latin;
}
