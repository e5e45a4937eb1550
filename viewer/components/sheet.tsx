/** The sheet of a phone: time and loops, filters, or the card of what is chosen; three heights. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Card } from "./card-later.js";
import { FilterChips } from "./filter-chips.js";
import { FilterGroups } from "./filters-later.js";
import { Firmness } from "./firmness.js";
import { Legend } from "./legend.js";
import { LoopList } from "./loop-list.js";
import { PlaceLinks } from "./place-links.js";
import { PlayButton } from "./play-button.js";
import { LoopListHead } from "./rail.js";
import { Scrubber } from "./scrubber.js";
import { DayField, hasTime } from "./time-bar.js";

const TABS = ["loops", "filter", "places"] as const;
type Tab = (typeof TABS)[number];

/** From a peek to the whole screen. */
const DETENTS = ["peek", "half", "full"] as const;
type Detent = (typeof DETENTS)[number];

/** A drag shorter than this is none, in pixels. */
const DRAG = 36;

export function Sheet({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.sheet;
  const selection = explorer.selection.value;
  const { own } = explorer;
  const [tab, setTab] = useState<Tab>("loops");
  const [detent, setDetent] = useState<Detent>("half");
  const start = useRef<number | null>(null);
  const move = (by: number) => {
    const at = DETENTS.indexOf(detent) + by;
    setDetent(DETENTS[Math.min(DETENTS.length - 1, Math.max(0, at))] ?? "half");
  };

  // A card that opens under a folded sheet would not be seen.
  useEffect(() => {
    if (selection !== null) setDetent((now) => (now === "peek" ? "half" : now));
  }, [selection]);

  const onPointerDown = (event: PointerEvent) => {
    start.current = event.clientY;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const onPointerUp = (event: PointerEvent) => {
    const way = event.clientY - (start.current ?? event.clientY);
    start.current = null;
    if (Math.abs(way) >= DRAG) move(way < 0 ? 1 : -1);
    else move(detent === "full" ? -1 : 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    move(detent === "full" ? -1 : 1);
  };

  return (
    <section class={`sheet ${detent} ${selection === null ? "" : "with-card"}`} aria-label={t.tabs}>
      <button
        type="button"
        class="handle"
        aria-label={detent === "full" ? t.smaller : t.larger}
        aria-expanded={detent !== "peek"}
        onPointerDown={onPointerDown}
        onPointerUp={onPointerUp}
        onKeyDown={onKeyDown}
      />
      {selection === null ? (
        <>
          {hasTime(explorer) && (
            <div class="sheet-time">
              <PlayButton explorer={explorer} />
              <Scrubber explorer={explorer} small />
              <DayField explorer={explorer} />
            </div>
          )}
          <div class="sheet-body">
            {tab === "loops" ? (
              <>
                <LoopListHead explorer={explorer} isEmpty={explorer.shown.value.loops.isNone} />
                <LoopList explorer={explorer} />
              </>
            ) : tab === "places" ? (
              <PlaceLinks explorer={explorer} />
            ) : (
              <div class="sheet-filter">
                {own?.tells.states !== false && <Firmness explorer={explorer} />}
                {!explorer.shown.value.loops.isNone && <FilterChips explorer={explorer} />}
                <Legend explorer={explorer} />
                {own?.isLarge !== true && <FilterGroups explorer={explorer} />}
              </div>
            )}
          </div>
          <div class="sheet-tabs">
            {TABS.map((name) => (
              <button key={name} type="button" aria-pressed={name === tab} onClick={() => setTab(name)}>
                {t[name]}
              </button>
            ))}
          </div>
        </>
      ) : (
        <Swipe explorer={explorer}>
          <Card explorer={explorer} />
        </Swipe>
      )}
    </section>
  );
}

interface SwipeProps {
  readonly explorer: Explorer;
  readonly children: ComponentChildren;
}

/** A sideways swipe over a loop's card goes to the next or the previous loop. */
function Swipe({ explorer, children }: SwipeProps) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const onTouchStart = ({ touches }: TouchEvent) => {
    const [touch] = touches;
    start.current = touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
  };
  const onTouchEnd = ({ changedTouches }: TouchEvent) => {
    const [touch] = changedTouches;
    const chosen = explorer.selection.value;
    if (touch === undefined || start.current === null || chosen?.type !== "loop") return;
    const [dx, dy] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
    if (Math.abs(dx) < 2 * DRAG || Math.abs(dx) < 2 * Math.abs(dy)) return;
    const loops = explorer.listed.value;
    const rank = loops.rankOf(chosen.id);
    const next = rank === null ? null : loops.at(rank + (dx < 0 ? 1 : -1));
    if (next !== null) explorer.select({ type: "loop", id: next.id });
  };
  return (
    <div class="swipe" onTouchStart={onTouchStart} onTouchEnd={onTouchEnd}>
      {children}
    </div>
  );
}
