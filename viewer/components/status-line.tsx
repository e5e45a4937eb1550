/** What became of a deal, drawn on a line of time; the list beside it says the same in words. */
import "../styles/status-line.css";
import { useRef } from "preact/hooks";
import { type StatusStep, type StepGlyph, statusPlan } from "../charts/status-plan.js";
import { useWidth } from "../charts/use-width.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

interface StatusLineProps {
  readonly explorer: Explorer;
  readonly steps: readonly StatusStep[];
}

/** A card's body, until it is measured. */
const WIDTH = 332;
const ROW = 15;
/** From the lowest words to the dots, and from there to the line of time. */
const DOTS = 11;
const LINE = 15;
const FOOT = 22;

export function StatusLine({ explorer, steps }: StatusLineProps) {
  const t = text.value;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, WIDTH);
  const plan = statusPlan(steps, explorer.asOf.value, width, {
    state: (state) => t.deal.states[state],
    month: t.month,
    day: t.day,
  });
  const dotsY = plan.rows * ROW + DOTS;
  const lineY = dotsY + LINE;
  const height = lineY + FOOT;
  const wordsY = (row: number) => (plan.rows - 1 - row) * ROW + 11;
  return (
    <div class="status-line" ref={box}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <path class="axis" d={`M0,${lineY}H${width}`} />
        {plan.ticks.map(({ x, left, words }) => (
          <g key={words}>
            <path class="axis" d={`M${x},${lineY}v5`} />
            <text class="words" x={left} y={height - 3}>
              {words}
            </text>
          </g>
        ))}
        {plan.spans.map(({ from, to, glyph }, i) => (
          <path
            key={`${from} ${glyph} ${i}`}
            class={`span ${glyph}${plan.steps[i]?.isLater ? " later" : ""}`}
            d={`M${from},${lineY}H${to}`}
          />
        ))}
        <path class="today" d={`M${plan.today.x},${dotsY - 6}V${lineY + 6}`} />
        <text class="words today-words" x={plan.today.left} y={height - 3}>
          {plan.today.words}
        </text>
        {plan.labels.map(({ step, row, left, words }) => {
          const planned = plan.steps[step];
          const x = planned?.x ?? left;
          return (
            <g key={step} class={planned?.isLater ? "later" : ""}>
              {row > 0 && <path class="leader" d={`M${x},${wordsY(row) + 4}V${dotsY - 7}`} />}
              <text class="state" x={left} y={wordsY(row)}>
                {words}
              </text>
            </g>
          );
        })}
        {plan.steps.map(({ x, from, to, glyph, isLater, on, is }, i) => (
          <g key={`${on} ${is} ${i}`} class={isLater ? "later" : ""}>
            <path class="leader" d={`M${from},${lineY}L${x},${dotsY + 5}`} />
            {/* Known to the month or the year alone: it can have been on any of these days. */}
            {to - from > 3 && <path class="within" d={`M${from},${lineY + 3}H${to}`} />}
            <Glyph glyph={glyph} x={x} y={dotsY} />
          </g>
        ))}
      </svg>
    </div>
  );
}

interface GlyphProps {
  readonly glyph: StepGlyph;
  readonly x?: number;
  readonly y?: number;
}

/** A dot as open, full or crossed as its state is firm. */
export function Glyph({ glyph, x = 0, y = 0 }: GlyphProps) {
  return (
    <g class={`glyph ${glyph}`} transform={`translate(${x} ${y})`}>
      <circle r="4.6" />
      {glyph === "half" && <path class="fill" d="M0,-4.6A4.6,4.6 0 0 0 0,4.6Z" />}
      {glyph === "cross" && <path d="M-3.2,-3.2L3.2,3.2M3.2,-3.2L-3.2,3.2" />}
    </g>
  );
}
