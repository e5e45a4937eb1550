/** The one place that speaks to screen readers: what is chosen, and what a day or a filter leaves. */
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

export function Announcer({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.status;
  const { loops, deals, filter } = explorer.shown.value;
  const chosen = explorer.selection.value === null ? "" : explorer.said.value;
  return (
    <p class="hidden-words" role="status" aria-live="polite">
      {[chosen, t.shown(loops.count, deals, filter.asOf)].filter((part) => part !== "").join(text.value.stop)}
    </p>
  );
}
