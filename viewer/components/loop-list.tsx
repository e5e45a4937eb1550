/**
 * The loops, strongest first; the chosen one is pressed. Rows are made as the reader comes near them; for the
 * keyboard all of them are one stop, and arrow keys move between them.
 */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Loop } from "../../src/loops/loop.js";
import type { Shown } from "../shown.js";
import type { Explorer } from "../state.js";
import { LOOP_WORDS } from "../text/loop-words.js";
import { text } from "../text/text.js";
import { Usd } from "./amount.js";
import { loopName } from "./loop-name.js";
import { Thumbnail } from "./thumbnail.js";

const FIRST_ROWS = 40;
const MORE_ROWS = 60;
/** How near to the end of the rows the reader may come before more are made, in pixels. */
const NEAR = 900;

export function LoopList({ explorer }: { readonly explorer: Explorer }) {
  const { legs } = explorer.shown.value;
  const loops = explorer.listed.value;
  const selection = explorer.selection.value;
  const chosen = selection?.type === "loop" ? selection.id : null;
  const rank = chosen === null ? null : loops.rankOf(chosen);
  const [rows, setRows] = useState(FIRST_ROWS);
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const count = Math.max(rows, rank === null ? 0 : rank + MORE_ROWS / 2);

  useEffect(() => {
    list.current?.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen, rank]);

  const onKeyDown = (event: KeyboardEvent) => {
    const rowsThere = [...(list.current?.querySelectorAll("button") ?? [])];
    const here = rowsThere.indexOf(document.activeElement as HTMLButtonElement);
    const next = nextRow(event.key, here, rowsThere.length);
    if (next === null || here === -1) return;
    event.preventDefault();
    rowsThere[next]?.focus();
  };
  const onScroll = (event: Event) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget as HTMLElement;
    if (count < loops.count && scrollTop + clientHeight > scrollHeight - NEAR) setRows(count + MORE_ROWS);
  };

  const stop = Math.min(at, loops.count - 1);
  useWholeRows(list, loops);

  if (loops.isNone) return <NearestMisses explorer={explorer} />;
  return (
    <ol class="loops" ref={list} aria-label={labelOf(explorer)} onScroll={onScroll} onKeyDown={onKeyDown}>
      {loops.first(count).map((loop, i) => (
        <li key={loop.id} aria-setsize={loops.count} aria-posinset={i + 1}>
          <LoopRow
            explorer={explorer}
            loop={loop}
            legs={legs}
            pressed={loop.id === chosen}
            isStop={i === stop}
            onFocus={() => setAt(i)}
            onChoose={() => explorer.select(loop.id === chosen ? null : { type: "loop", id: loop.id })}
          />
        </li>
      ))}
    </ol>
  );
}

/**
 * As long as nobody has scrolled, the list ends below a whole row: half a name at its foot is no name. What is
 * left out is only not painted, so that nothing moves when the reader does scroll.
 */
function useWholeRows(list: RefObject<HTMLElement>, loops: unknown): void {
  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    const cut = () => {
      const { bottom } = box.getBoundingClientRect();
      const isAtRest = box.scrollTop === 0;
      const rows = isAtRest ? [...box.children].map((row) => row.getBoundingClientRect().bottom) : [];
      const last = rows.filter((end) => end <= bottom + 0.5).at(-1);
      const isCut = last !== undefined && rows.some((end) => end > bottom + 0.5);
      box.style.clipPath = isCut ? `inset(0 0 ${Math.ceil(bottom - last)}px 0)` : "";
    };
    cut();
    const watcher = new ResizeObserver(cut);
    watcher.observe(box);
    box.addEventListener("scroll", cut, { passive: true });
    return () => {
      watcher.disconnect();
      box.removeEventListener("scroll", cut);
    };
  }, [list, loops]);
}

/** `Loops, strongest first`. */
function labelOf({ view }: Explorer): string {
  const t = text.value;
  const { loops, orders } = LOOP_WORDS[t.language];
  return t.join([loops, orders[view.value.order]]);
}

/** The row a key leads to from another, or null when it is no such key. */
function nextRow(key: string, from: number, count: number): number | null {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + 8,
    PageUp: from - 8,
    Home: 0,
    End: count - 1,
  };
  const row = to[key];
  return row === undefined ? null : Math.min(count - 1, Math.max(0, row));
}

const MISSES = 4;

/** The strongest loops that the day or the filters hide, each with what may hide it. */
function NearestMisses({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const { loops } = explorer.everything.value;
  const isFiltered = explorer.view.value.firm !== "reported";
  if (loops.isNone) return <p class="loops-none">{t.list.empty}</p>;
  return (
    <ol class="loops" aria-label={t.list.misses}>
      {loops.first(MISSES).map((loop) => (
        <li key={loop.id}>
          <LoopRow
            explorer={explorer}
            loop={loop}
            legs={explorer.everything.value.legs}
            note={isFiltered ? t.list.weakest(t.deal.states[loop.firmness]) : undefined}
            pressed={explorer.selection.value?.id === loop.id}
            onChoose={() => explorer.select({ type: "loop", id: loop.id })}
          />
        </li>
      ))}
    </ol>
  );
}

interface LoopRowProps {
  readonly explorer: Explorer;
  readonly loop: Loop;
  readonly legs: Shown["legs"];
  /** In place of its length and day. */
  readonly note?: string | undefined;
  readonly pressed: boolean;
  /** Whether Tab stops here. */
  readonly isStop?: boolean;
  readonly onFocus?: () => void;
  readonly onChoose: () => void;
}

function LoopRow({ explorer, loop, legs, note, pressed, isStop = true, onFocus, onChoose }: LoopRowProps) {
  const t = text.value.list;
  return (
    <button
      type="button"
      class="loop-row"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={pressed}
      onFocus={onFocus}
      onClick={onChoose}
    >
      <Thumbnail id={loop.id} layout={explorer.facts.layout} legs={legs} />
      <span class="what">
        <span class="name">{loopName(explorer, loop.id)}</span>
        <span class="note">{note ?? t.legs(loop.length, loop.closedOn)}</span>
      </span>
      <span class="amount">
        {loop.bottleneckUsd !== null && <Usd value={loop.bottleneckUsd} />}
        {loop.undisclosedLegs > 0 && <span class="note">{t.undisclosed(loop.undisclosedLegs)}</span>}
      </span>
    </button>
  );
}
