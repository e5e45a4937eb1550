/** The same facts, four ways: side by side in the bar, a menu on a phone. */
import { isPhone } from "../media.js";
import type { Explorer } from "../state.js";
import { BAR_WORDS } from "../text/bar-words.js";
import { text } from "../text/text.js";
import { formatView, PANES, type Pane } from "../url.js";
import { hasTime } from "./time-bar.js";

export function ViewSwitch({ explorer }: { readonly explorer: Explorer }) {
  const words = BAR_WORDS[text.value.language];
  const view = explorer.view.value;
  const panes = PANES.filter((pane) => pane !== "timeline" || hasTime(explorer));
  if (isPhone.value) {
    const onChange = ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) =>
      explorer.go({ pane: currentTarget.value as Pane });
    return (
      <select class="view-menu" aria-label={words.view} value={view.pane} onChange={onChange}>
        {panes.map((pane) => (
          <option key={pane} value={pane}>
            {words.views[pane]}
          </option>
        ))}
      </select>
    );
  }
  return (
    <nav class="views" aria-label={words.view}>
      {panes.map((pane) => (
        <a
          key={pane}
          href={formatView({ ...view, pane, about: false }) || "#"}
          aria-current={pane === view.pane ? "page" : undefined}
        >
          {words.views[pane]}
        </a>
      ))}
    </nav>
  );
}
