/** What is shown of a reader's own file, in one sentence and one more; and the way back to the built-in facts. */

import type { OwnPartProps } from "../state.js";
import { OWN_WORDS } from "../text/own.js";
import { text } from "../text/text.js";
import { LaterLoops } from "./later-loops.js";

interface OwnHeadlineProps extends OwnPartProps {
  readonly onBack: () => void;
}

export function OwnHeadline({ explorer, onBack }: OwnHeadlineProps) {
  const t = text.value;
  const words = OWN_WORDS[t.language];
  const { loops, deals, graph, circling } = explorer.shown.value;
  const notes = explorer.own?.notes ?? [];
  const goes = loops instanceof LaterLoops && loops.state.value.goes;
  const hasAny = !explorer.everything.value.loops.isNone;
  const sentence = loops.isNone
    ? hasAny
      ? t.head.none(explorer.everything.value.loops.count)
      : words.none
    : words.sentence(deals, graph.order, circling.size);
  return (
    <div class="head">
      <p class="own-mark">
        <span class="own-file">{explorer.own?.file}</span>
        <button type="button" class="link" onClick={onBack}>
          {words.back}
        </button>
      </p>
      <h1>{goes ? words.soFar(loops.count) : hasAny ? t.head.title(loops.count) : words.nothing}</h1>
      <p class="head-sentence">{sentence}</p>
      {notes.length > 0 && (
        <details class="fold">
          <summary>{words.warnings(notes.length)}</summary>
          <ul class="plain" lang="en">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
