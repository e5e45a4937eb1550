/** What the reader's screen is like, as signals. */
import { type ReadonlySignal, signal } from "@preact/signals";

/** Narrower than this, panels are sheets. */
export const isPhone = matches("(max-width: 899.98px)");

/** Narrower than this, the bar has no room for all that can be done. */
export const isNarrow = matches("(max-width: 1299.98px)");

/** The reader asked for less motion. */
export const reducedMotion = matches("(prefers-reduced-motion: reduce)");

function matches(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener("change", () => {
    value.value = list.matches;
  });
  return value;
}
