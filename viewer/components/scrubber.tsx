/** The months to move over: the histogram, with the browser's own slider lying on it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { countMonths } from "../count-months.js";
import { filterKey, filterOf } from "../filter-of.js";
import { placeOfDay } from "../months.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Histogram } from "./histogram.js";

interface ScrubberProps {
  readonly explorer: Explorer;
  /** Without words and axis, for the small one on a phone. */
  readonly small?: boolean;
}

export function Scrubber({ explorer, small = false }: ScrubberProps) {
  const t = text.value.time;
  const { months, facts, view, monthLoops } = explorer;
  const box = useRef<HTMLDivElement>(null);
  const isDragged = useRef(false);
  const size = useSize(box);
  const asOf = explorer.asOf.value;
  // A text of its own for each set of filters, whatever the day.
  const filters = filterKey(view.value);

  useEffect(() => {
    monthLoops.value = null;
    explorer.monthTurns.value = null;
    // A search for each month is more than a file of unknown size can be asked for.
    if (explorer.own !== undefined) return;
    return countMonths(facts.graph, months, filterOf(view.peek()), facts.dataset.deals, (counts) => {
      monthLoops.value = counts;
      if (!small) markTurns(explorer, filters);
    });
  }, [facts, months, monthLoops, view, filters, explorer, small]);

  const index = Math.min(
    months.length - 1,
    Math.max(0, Math.ceil(placeOfDay(months, asOf) * months.length - 1e-6) - 1),
  );
  const onInput = (event: Event) => {
    const month = months[Number((event.currentTarget as HTMLInputElement).value)];
    if (month === undefined) return;
    explorer.go({ asOf: month.asOf }, isDragged.current ? "replace" : "push");
    isDragged.current = true;
  };
  const onChange = () => {
    isDragged.current = false;
  };

  return (
    <div class={small ? "scrubber small" : "scrubber"} ref={box}>
      {size !== null && (
        <Histogram explorer={explorer} width={size.width} height={size.height} small={small} />
      )}
      <input
        type="range"
        min={0}
        max={months.length - 1}
        value={index}
        aria-label={t.scrub}
        aria-valuetext={t.scrubValue(asOf, explorer.shown.value.loops.count)}
        onInput={onInput}
        onChange={onChange}
      />
    </div>
  );
}

/** Marks the months in which loops opened and ended, unless other filters have come in force meanwhile. */
function markTurns(explorer: Explorer, filters: string): void {
  const { facts, lastDay, months, view } = explorer;
  import("../panes/loop-spans.js").then(({ loopTurns }) => {
    if (filterKey(view.peek()) !== filters) return;
    const turns = loopTurns(facts.graph, { ...filterOf(view.peek()), asOf: lastDay }, facts.dataset.deals);
    explorer.monthTurns.value = months.map(({ month }) => {
      const here = turns.filter(({ day }) => day.startsWith(month));
      const opened = here.filter(({ opens }) => opens).length;
      return { opened, ended: here.length - opened };
    });
  });
}

/** The size of an element, from when it is known. */
function useSize(element: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const watcher = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, [element]);
  return size;
}
