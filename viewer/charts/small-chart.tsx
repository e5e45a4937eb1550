/**
 * A small chart of figures over time: bars or dots, each a link to its source, and what the pointer or the keys
 * rest on in words below. For the keyboard a chart is one stop; arrow keys walk its marks. The same is a table.
 */
import "../styles/charts.css";
import { useRef, useState } from "preact/hooks";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import { chartPlan } from "./chart-plan.js";
import type { ChartRow } from "./chart-rows.js";
import { ChartTable } from "./chart-table.js";
import { Conflicts } from "./conflicts.js";
import { Mark } from "./figure-mark.js";
import { Said } from "./said.js";
import { SourceLinks } from "./source-links.js";
import { useWidth } from "./use-width.js";

/** A figure to compare with, and what it is. */
export interface Bound {
  readonly value: number;
  readonly words: string;
}

interface SmallChartProps {
  /** What is drawn, for who hears it. */
  readonly label: string;
  /** The oldest first. */
  readonly rows: readonly ChartRow[];
  readonly kind: "bars" | "dots";
  readonly bounds?: readonly Bound[];
  /** How a figure is written beside the lines across. */
  readonly write: (value: number) => string;
  /** The greatest figure of charts that are read side by side. */
  readonly most?: number;
}

/** A card's body, until it is measured. */
const WIDTH = 332;
const HEIGHT = 118;
const NO_BOUNDS: readonly Bound[] = [];

export function SmallChart({ label, rows, kind, bounds = NO_BOUNDS, write, most }: SmallChartProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef({ byTouch: false, wasRead: false });
  const width = useWidth(box, WIDTH);
  const [asked, setAsked] = useState<number | null>(null);
  const latest = rows.findLastIndex(({ isExpected }) => !isExpected);
  const at = Math.min(asked ?? (latest === -1 ? rows.length - 1 : latest), rows.length - 1);
  const row = rows[at];
  if (row === undefined) return null;
  const plan = chartPlan({
    figures: rows.map(({ id, end, low, high, period }) => ({ id, end, low, high, period: period.words })),
    kind,
    bounds: bounds.map(({ value }) => value),
    width,
    height: HEIGHT,
    write,
    most,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = at + step;
    if (step === 0 || next < 0 || next >= rows.length) return;
    event.preventDefault();
    box.current?.querySelectorAll<SVGElement>(".figure-mark")[next]?.focus();
  };
  return (
    <div class="chart" ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is no set of fields */}
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <svg aria-hidden="true">
          {plan.lines.map(({ y, words: said }) => (
            <g key={said}>
              <path class="grid" d={`M${plan.left},${y}H${width}`} />
              <text class="words" x={plan.left - 6} y={y + 4} text-anchor="end">
                {said}
              </text>
            </g>
          ))}
          {plan.periods.map(({ words: said, left }) => (
            <text key={said} class="words" x={left} y={HEIGHT - 3}>
              {said}
            </text>
          ))}
        </svg>
        {plan.marks.map((mark, i) => (
          <Mark
            key={mark.id}
            height={HEIGHT}
            mark={mark}
            row={rows[i] ?? row}
            kind={kind}
            zero={plan.zero}
            isRead={i === at}
            onRead={() => setAsked(i)}
            pressed={pressed.current}
          />
        ))}
        <svg aria-hidden="true">
          <path class="zero" d={`M${plan.left},${plan.zero}H${width}`} />
          {plan.bounds.map(({ y, value }) => (
            <path key={value} class="limit" d={`M${plan.left},${y}H${width}`} />
          ))}
        </svg>
      </svg>
      <p class="chart-read">
        <b>
          <Said said={row.period} />
          {t.colon}
          <Said said={row.figure} />
        </b>{" "}
        <SourceLinks sources={row.sources} />
        {row.note !== null && (
          <span class="note" lang="en">
            {" "}
            · {row.note}
          </span>
        )}
      </p>
      <Keys rows={rows} bounds={bounds} />
      <Conflicts conflicts={rows.map(({ sides }) => sides)} />
      <details class="chart-table">
        <summary>{words.table}</summary>
        <ChartTable label={label} rows={rows} />
      </details>
    </div>
  );
}

/** What the drawing's signs mean, as far as they are used. */
function Keys({ rows, bounds }: Pick<SmallChartProps, "rows"> & { readonly bounds: readonly Bound[] }) {
  const words = FIGURES_WORDS[text.value.language];
  const keys = [
    rows.some(({ isExpected }) => isExpected) ? ["expected", words.expected] : null,
    ...bounds.map(({ words: said }) => ["limit", said]),
  ].filter((key) => key !== null);
  if (keys.length === 0) return null;
  return (
    <ul class="chart-keys">
      {keys.map(([sign, said]) => (
        <li key={said}>
          <i class={sign} aria-hidden="true" />
          {said}
        </li>
      ))}
    </ul>
  );
}
