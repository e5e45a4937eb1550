/** One figure of a chart: a bar or a dot that is a link to its source. */
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import type { ChartMark } from "./chart-plan.js";
import type { ChartRow } from "./chart-rows.js";

interface MarkProps {
  /** Of the whole chart, in pixels. */
  readonly height: number;
  readonly mark: ChartMark;
  readonly row: ChartRow;
  readonly kind: "bars" | "dots";
  readonly zero: number;
  readonly isRead: boolean;
  readonly onRead: () => void;
  /** How the last press began. */
  readonly pressed: { byTouch: boolean; wasRead: boolean };
}

export function Mark({ height, mark, row, kind, zero, isRead, onRead, pressed }: MarkProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  const url = row.sources.find((source) => source.url !== undefined)?.url;
  const look = [
    "figure-mark",
    isRead ? "read" : "",
    row.isExpected ? "expected" : "",
    row.sides.length === 0 ? "" : "differs",
  ];
  const name = t.labelled(row.period.words, row.figure.words);
  const shared = {
    class: look.filter((word) => word !== "").join(" "),
    tabindex: isRead ? 0 : -1,
    onFocus: onRead,
    // A finger has nothing to rest with: its first press reads, the next one opens.
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType !== "touch") onRead();
    },
    onPointerDown: ({ pointerType }: PointerEvent) => {
      pressed.byTouch = pointerType === "touch";
      pressed.wasRead = isRead;
    },
  };
  const drawn = <Shape height={height} mark={mark} row={row} kind={kind} zero={zero} />;
  if (url === undefined) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the keys read it; there is nothing to press
      <g {...shared} role="img" aria-label={t.join([name, words.noLink])}>
        {drawn}
      </g>
    );
  }
  return (
    <a
      {...shared}
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={t.join([name, words.opens])}
      onClick={(event) => {
        if (pressed.byTouch && !pressed.wasRead) event.preventDefault();
      }}
    >
      {drawn}
    </a>
  );
}

function Shape({
  height,
  mark,
  row,
  kind,
  zero,
}: Pick<MarkProps, "height" | "mark" | "row" | "kind" | "zero">) {
  const { x, breadth, top, bottom, isRange, reach } = mark;
  const [left, tall] = [x - breadth / 2, Math.max(1, bottom - top)];
  const isBelow = row.high <= 0 && row.low < 0;
  const tip = isBelow ? bottom : top;
  return (
    <>
      <rect class="reach" x={reach.left} y={0} width={reach.right - reach.left} height={height} />
      {kind === "dots" && !isRange ? (
        <>
          <path class="stem" d={`M${x},${zero}V${tip}`} />
          <circle class="shape" cx={x} cy={tip} r="4" />
        </>
      ) : (
        <rect class={isRange ? "shape range" : "shape"} x={left} y={top} width={breadth} height={tall} />
      )}
      {row.bound !== null && (
        <path class="more" d={boundMark(x, tip, (row.bound === "at_least") !== isBelow)} />
      )}
    </>
  );
}

/** A small arrow beyond the tip: it may be more, or less. */
function boundMark(x: number, tip: number, isUp: boolean): string {
  return isUp
    ? `M${x - 3.5},${tip - 3}L${x},${tip - 7}L${x + 3.5},${tip - 3}`
    : `M${x - 3.5},${tip + 3}L${x},${tip + 7}L${x + 3.5},${tip + 3}`;
}
