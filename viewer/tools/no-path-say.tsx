/** No path: why, and what would bring one. */
import { useMemo } from "preact/hooks";
import { displayName } from "../names.js";
import { type Help, noPathOf } from "../no-path.js";
import { withEnds } from "../paths.js";
import type { Explorer } from "../state.js";
import { PATH_WORDS } from "../text/paths.js";
import { text } from "../text/text.js";

interface NoPathSayProps {
  readonly explorer: Explorer;
  readonly from: string;
  readonly to: string;
  /** Whether everything was looked through. */
  readonly complete: boolean;
}

export function NoPathSay({ explorer, from, to, complete }: NoPathSayProps) {
  const t = text.value;
  const words = PATH_WORDS[t.language];
  const { shown, uncut, view } = explorer;
  const { why, helps } = useMemo(
    () => noPathOf(explorer, { from, to }, t),
    [shown.value, uncut.value, view.value.pathLegs, from, to, t],
  );
  const name = (id: string) => displayName(explorer.facts.dataset, id, t);
  const doIt = ({ change }: Help) =>
    explorer.go(change.path === undefined ? change : withEnds(change.path, view.peek()));
  return (
    <div class="tool-result">
      <p class="tool-figure" role="status">
        <b>{words.none}</b>{" "}
        <span class="note">
          {complete ? words.why[why](name(from), name(to), view.value.pathLegs) : words.gaveUp}
        </span>
      </p>
      {helps.length > 0 && (
        <ul class="path-helps" aria-label={words.helps}>
          {helps.map((help) => (
            <li key={`${help.by} ${help.name}`}>
              <button type="button" onClick={() => doIt(help)}>
                <span>{words.help[help.by](help.name ?? "")}</span>
                <span class="note">{words.found(help.paths)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
