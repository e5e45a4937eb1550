/** Plays the months: one after the other, until the last. */
import { useEffect, useRef, useState } from "preact/hooks";
import { placeOfDay } from "../months.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { PlayIcon } from "./icons.js";

/** How long a month is shown. */
const MONTH_MS = 420;

export function PlayButton({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.time;
  const { months } = explorer;
  const [next, setNext] = useState<number | null>(null);
  // A busy page lets go of the timer later than the reader lets go of Play.
  const isWanted = useRef(false);
  const isPlaying = next !== null;

  useEffect(() => {
    if (next === null) return;
    const month = months[next];
    if (month === undefined) return setNext(null);
    const timer = setTimeout(() => {
      if (!isWanted.current) return;
      explorer.go({ asOf: month.asOf }, "replace");
      setNext(next + 1);
    }, MONTH_MS);
    return () => clearTimeout(timer);
  }, [next, explorer, months]);

  const stop = () => {
    isWanted.current = false;
    setNext(null);
  };
  const play = () => {
    isWanted.current = true;
    const here = Math.round(placeOfDay(months, explorer.asOf.value) * months.length);
    // From the end it starts over, where the first loops close.
    const first = Math.max(0, (explorer.monthLoops.value?.findIndex((count) => count > 0) ?? 0) - 1);
    const start = here >= months.length - 1 ? first : here;
    explorer.go({ asOf: months[start]?.asOf ?? null });
    setNext(start + 1);
  };

  return (
    <button
      type="button"
      class="play"
      aria-label={isPlaying ? t.pauseLong : t.playLong}
      onClick={isPlaying ? stop : play}
    >
      <PlayIcon playing={isPlaying} />
      <span aria-hidden="true">{isPlaying ? t.pause : t.play}</span>
    </button>
  );
}
