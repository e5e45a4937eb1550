/** Loops that opened (up) and ended (down) each month, over an axis of years. The months below say it in words. */
import { type Month, placeOfDay } from "../months.js";
import type { LoopTurn } from "./loop-spans.js";
import { panesWords } from "./words.js";

const HEIGHT = 40;
const MIDDLE = 30;

interface TurnChartProps {
  readonly months: readonly Month[];
  readonly turns: readonly LoopTurn[];
}

export function TurnChart({ months, turns }: TurnChartProps) {
  const words = panesWords().timeline;
  const counts = months.map(({ month }) => {
    const inMonth = turns.filter(({ day }) => day.startsWith(month));
    const opened = inMonth.filter(({ opens }) => opens).length;
    return { month, opened, ended: inMonth.length - opened };
  });
  const most = Math.max(1, ...counts.map(({ opened }) => opened));
  // A root, so that a month of two loops is still seen beside one of a hundred.
  const height = (count: number) => (count === 0 ? 0 : Math.max(1.5, 26 * Math.sqrt(count / most)));
  const width = 100 / Math.max(1, months.length);
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return (
    <div class="turns" aria-hidden="true">
      <span class="note">
        {words.openedShort}
        <br />
        {words.closedShort}
      </span>
      <svg class="turn-chart" aria-hidden="true" height={HEIGHT + 16}>
        {years.map((year) => {
          const x = `${(100 * placeOfDay(months, `${year}-01-01`)).toFixed(2)}%`;
          return (
            <g key={year}>
              <line class="year-line" x1={x} x2={x} y1="0" y2={HEIGHT + 16} />
              <text x={x} y={HEIGHT + 13} dx="3">
                {year}
              </text>
            </g>
          );
        })}
        {counts.map(({ month, opened, ended }, i) => (
          <g key={month}>
            <rect
              class="opened"
              x={`${(i * width + width * 0.1).toFixed(2)}%`}
              width={`${(width * 0.8).toFixed(2)}%`}
              y={MIDDLE - height(opened)}
              height={height(opened)}
            />
            <rect
              class="ended"
              x={`${(i * width + width * 0.1).toFixed(2)}%`}
              width={`${(width * 0.8).toFixed(2)}%`}
              y={MIDDLE}
              height={Math.min(HEIGHT - MIDDLE, height(ended))}
            />
          </g>
        ))}
        <line class="base" x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      </svg>
      <span />
    </div>
  );
}
