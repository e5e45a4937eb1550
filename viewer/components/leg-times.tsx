/** When each leg came: its deals on a line of years, with the time since the loop closed drawn thick. */
import { useRef } from "preact/hooks";
import type { LegGraph } from "../../src/graph/legs.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import type { Loop } from "../../src/loops/loop.js";
import { dayNumber, firstDay } from "../../src/model/dates.js";
import { linear, pieceAt, pushedApart, withRoom } from "../charts/scale.js";
import { useWidth } from "../charts/use-width.js";
import { flowsBetween } from "../loop-at.js";
import { dealTitle } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

interface LegTimesProps {
  readonly explorer: Explorer;
  readonly loop: Pick<Loop, "legs" | "closedOn">;
  readonly legs: LegGraph;
}

/** A card's body, until it is measured. */
const WIDTH = 332;
const LINE_Y = 34;
const HEIGHT = 56;
const AIR = 8;
const DOT_WIDTH = 14;

export function LegTimes({ explorer, loop, legs }: LegTimesProps) {
  const t = text.value;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, WIDTH);
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
  const scale = linear([start, end], [AIR, width - AIR]);
  const place = (day: string) => scale(dayNumber(day));
  const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i));
  const dots = pushedApart(
    events.map(({ day }) => place(day)),
    DOT_WIDTH,
    [AIR, width - AIR],
  );
  // Larger amounts find room first.
  const stated = events
    .flatMap(({ flow, day }) => (flow.amountUsd === null ? [] : [{ flow, day, usd: flow.amountUsd }]))
    .sort((x, y) => y.usd - x.usd)
    .map(({ flow, day, usd }) => ({
      id: flow.id,
      words: t.usd(usd),
      ...pieceAt(place(day), t.usd(usd), width),
    }));
  return (
    <>
      <h3>
        {t.loop.when} <span class="note">{t.loop.years(from, to)}</span>
      </h3>
      <div ref={box}>
        <svg
          class="leg-times"
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          aria-hidden="true"
        >
          {years.map((year) => (
            <g key={year}>
              <path class="axis" d={`M${place(`${year}-01-01`)},${LINE_Y}v6`} />
              {years.length < 9 && (
                <text class="words" x={place(`${year}-01-01`) + 3} y="53">
                  {year}
                </text>
              )}
            </g>
          ))}
          <path class="axis" d={`M0,${LINE_Y}H${width}`} />
          {loop.closedOn !== null && firstDay(loop.closedOn) < asOf && (
            <path class="closed" d={`M${place(firstDay(loop.closedOn))},${LINE_Y}H${place(asOf)}`} />
          )}
          {events.map(({ number, flow }, i) => (
            <g key={flow.id} class={`event ${lineClassOf(flow)}`}>
              <circle cx={dots[i]} cy={LINE_Y} r="7.5" />
              <text x={dots[i]} y={LINE_Y + 3.6}>
                {number}
              </text>
            </g>
          ))}
          {withRoom(stated, AIR).map(({ id, words, left, right }) => (
            <text key={id} class="words amount" x={(left + right) / 2} y="19">
              {words}
            </text>
          ))}
        </svg>
      </div>
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
