/** Deals announced each month by class, with the count of loops as a line on top, and the day in view. */
import { LINE_CLASS_NAMES } from "../../src/layout/line-class.js";
import { heightOf, placeOfDay } from "../months.js";
import type { Explorer, MonthTurns } from "../state.js";
import { LOOP_WORDS } from "../text/loop-words.js";
import { text } from "../text/text.js";

interface HistogramProps {
  readonly explorer: Explorer;
  readonly width: number;
  readonly height: number;
  readonly small: boolean;
}

/** Room at the foot and the head, and the handle of the day in view. */
const ROOM = {
  large: { foot: 20, head: 20, bar: 0.75, handle: 22, handleUp: 34 },
  small: { foot: 2, head: 4, bar: 0.5, handle: 14, handleUp: 14 },
} as const;
const HANDLE_WIDTH = 9;
/** Up to where the words above the bars reach, and how much the count of loops takes of that; pixels. */
const WORDS = { title: 170, turns: 330 } as const;
const COUNT = 84;
/** Room for a mark under the line of loops. */
const TURN = 9;

export function Histogram({ explorer, width, height, small }: HistogramProps) {
  const t = text.value.time;
  const { monthLoops } = explorer;
  const months = explorer.shownMonths.value;
  const room = ROOM[small ? "small" : "large"];
  const asOf = explorer.asOf.value;
  const { hidden } = explorer.view.value;
  const loops = explorer.shown.value.loops.count;
  const foot = height - room.foot;
  const high = foot - room.head;
  const step = width / months.length;
  const most = Math.max(1, ...months.map((month) => heightOf(month, hidden)));
  const here = placeOfDay(months, asOf) * width;
  const isRight = here > width * 0.7;
  const free = isRight ? here - COUNT : here;

  return (
    <svg
      class="histogram"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {!small && free > WORDS.title && (
        <text class="words" x="0" y="16">
          {t.histogram}
          {explorer.own === undefined && free > WORDS.turns && (
            <tspan dx="14">{LOOP_WORDS[text.value.language].turns}</tspan>
          )}
        </text>
      )}
      <path class="axis" d={`M0,${foot + 0.5}H${width}`} />
      {months.map((month, i) => {
        let top = foot;
        const isLater = month.month > asOf.slice(0, 7);
        return LINE_CLASS_NAMES.filter((name) => !hidden.includes(name) && month.deals[name] > 0).map(
          (name) => {
            const tall = (month.deals[name] / most) * high;
            top -= tall;
            return (
              <rect
                key={month.month + name}
                class={`fill ${name} ${isLater ? "later" : ""}`}
                x={i * step + room.bar}
                y={top}
                width={Math.max(1, step - 2 * room.bar)}
                height={tall}
              />
            );
          },
        );
      })}
      {!small && <LoopLine counts={monthLoops.value} upTo={asOf} {...{ months, step, foot, high }} />}
      {!small && (
        <Turns
          turns={explorer.monthTurns.value}
          counts={monthLoops.value}
          upTo={asOf}
          {...{ months, step, foot, high }}
        />
      )}
      {!small && <Years {...{ months, step, foot, height }} />}
      <path class="day-line" d={`M${here},${small ? 0 : 4}V${foot}`} />
      <rect
        class="day-handle"
        x={here - HANDLE_WIDTH / 2}
        y={foot - room.handleUp}
        width={HANDLE_WIDTH}
        height={room.handle}
        rx="3"
      />
      {!small && (
        <text class="loops-now" x={here + (isRight ? -9 : 9)} y="15" text-anchor={isRight ? "end" : "start"}>
          {t.loops(loops)}
        </text>
      )}
    </svg>
  );
}

interface LineProps {
  readonly counts: readonly number[] | null;
  readonly upTo: string;
  readonly months: Explorer["months"];
  readonly step: number;
  readonly foot: number;
  readonly high: number;
}

/** The count of loops at each month's end, in steps, up to the day in view. */
function LoopLine({ counts, upTo, months, step, foot, high }: LineProps) {
  if (counts === null) return null;
  const most = Math.max(1, ...counts);
  const last = months.findLastIndex(({ month }) => month <= upTo.slice(0, 7));
  const steps = counts.slice(0, last + 1).map((count, i) => {
    const y = (foot - (count / most) * high).toFixed(1);
    return i === 0 ? `M0,${y}` : `H${(i * step).toFixed(1)}V${y}`;
  });
  return <path class="loop-line" d={`${steps.join("")}H${((last + 1) * step).toFixed(1)}`} />;
}

/** A tip up where loops opened in a month, a tip down where some ended, on the line of their count. */
function Turns({ turns, counts, upTo, months, step, foot, high }: LineProps & TurnsProps) {
  if (turns === null || counts === null) return null;
  const most = Math.max(1, ...counts);
  return (
    <>
      {turns.map(({ opened, ended }, i) => {
        const month = months[i]?.month ?? "";
        if (month > upTo.slice(0, 7)) return null;
        const x = (i + 0.5) * step;
        const y = foot - ((counts[i] ?? 0) / most) * high;
        return (
          <g key={month} class="turns">
            {opened > 0 && <path d={`M${x - 3},${y - 3}h6l-3,-5z`} />}
            {ended > 0 && <path d={`M${x - 3},${Math.min(y, foot - TURN) + 3}h6l-3,5z`} />}
          </g>
        );
      })}
    </>
  );
}

interface TurnsProps {
  readonly turns: readonly MonthTurns[] | null;
}

interface YearsProps {
  readonly months: Explorer["months"];
  readonly step: number;
  readonly foot: number;
  readonly height: number;
}

function Years({ months, step, foot, height }: YearsProps) {
  return (
    <>
      {months.map(({ month }, i) =>
        month.endsWith("-01") ? (
          <g key={month}>
            <path class="axis" d={`M${i * step},${foot}v5`} />
            <text class="words" x={i * step + 1} y={height - 5}>
              {month.slice(0, 4)}
            </text>
          </g>
        ) : null,
      )}
    </>
  );
}
