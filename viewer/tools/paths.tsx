/** Paths: how capital gets from one entity to another, strongest first, under the day, the filters and the cuts. */
import "../styles/panes.css";
import "../styles/paths.css";
import { useMemo, useState } from "preact/hooks";
import type { Path } from "../../src/loops/paths.js";
import { Usd } from "../components/amount.js";
import { Icon } from "../components/icons.js";
import { pathName } from "../components/loop-name.js";
import { useFinder } from "../components/use-finder.js";
import { isPhone } from "../media.js";
import { Switch } from "../panes/switch.js";
import { pathEnds, pathsBetween, withEnds } from "../paths.js";
import type { Explorer } from "../state.js";
import { PATH_WORDS } from "../text/paths.js";
import { text } from "../text/text.js";
import { PATH_LEGS } from "../url.js";
import { EntityPicker } from "./entity-picker.js";
import { NoPathSay } from "./no-path-say.js";
import { ToolFrame } from "./tool-frame.js";

const LENGTHS = Array.from({ length: PATH_LEGS.most - PATH_LEGS.least + 1 }, (_, i) =>
  String(PATH_LEGS.least + i),
);
const LENGTH_WORDS = Object.fromEntries(LENGTHS.map((length) => [length, length]));

/** Rows at first, and how many more a press brings. */
const ROWS = 20;

export function Paths({ explorer }: { readonly explorer: Explorer }) {
  const words = PATH_WORDS[text.value.language];
  const { pathLegs } = explorer.view.value;
  const { from, to } = pathEnds(explorer);
  const { finder, load } = useFinder(explorer);
  const change = (ends: { readonly from: string | null; readonly to: string | null }) =>
    explorer.go(withEnds(ends, explorer.view.peek()));
  // On a phone a keyboard would cover what was just opened.
  const wantsFocus = !isPhone.peek();
  return (
    <ToolFrame explorer={explorer} title={words.title}>
      <p class="tool-say">{words.how}</p>
      <div class="path-ends">
        <EntityPicker
          explorer={explorer}
          label={words.from}
          chosen={from}
          finder={finder}
          focus={wantsFocus && from === null}
          onWanted={load}
          onChoose={(id) => change({ from: id, to })}
        />
        <EntityPicker
          explorer={explorer}
          label={words.to}
          chosen={to}
          finder={finder}
          focus={wantsFocus && from !== null && to === null}
          onWanted={load}
          onChoose={(id) => change({ from, to: id })}
        />
        <button
          type="button"
          class="icon-button swap"
          aria-label={words.swap}
          title={words.swap}
          disabled={from === null && to === null}
          onClick={() => change({ from: to, to: from })}
        >
          <Icon name="swap" />
        </button>
      </div>
      <div class="path-length">
        <span aria-hidden="true">{words.atMost}</span>
        <Switch
          label={words.atMostLegs}
          words={LENGTH_WORDS}
          options={LENGTHS}
          chosen={String(pathLegs)}
          onChoose={(length) => explorer.go({ pathLegs: Number(length) })}
        />
      </div>
      {from !== null && to !== null && from === to && <p class="tool-say">{words.same}</p>}
      {from !== null && to !== null && from !== to && <Result explorer={explorer} from={from} to={to} />}
    </ToolFrame>
  );
}

interface ResultProps {
  readonly explorer: Explorer;
  readonly from: string;
  readonly to: string;
}

function Result({ explorer, from, to }: ResultProps) {
  const t = text.value;
  const words = PATH_WORDS[t.language];
  const { legs } = explorer.shown.value;
  const { pathLegs } = explorer.view.value;
  const found = useMemo(() => pathsBetween(legs, { from, to }, pathLegs), [legs, from, to, pathLegs]);
  if (found === null || found.length === 0)
    return <NoPathSay explorer={explorer} from={from} to={to} complete={found?.complete ?? true} />;
  return (
    <div class="tool-result">
      <p class="tool-figure" role="status">
        <b>{words.found(found.length)}</b>{" "}
        <span class="note">{found.complete ? words.complete(pathLegs) : words.incomplete(pathLegs)}</span>
      </p>
      {/* Others are another list, which starts at its top. */}
      <PathList key={`${from} ${to} ${pathLegs}`} explorer={explorer} paths={found.slice()} />
    </div>
  );
}

function PathList({ explorer, paths }: { readonly explorer: Explorer; readonly paths: readonly Path[] }) {
  const t = text.value;
  const words = PATH_WORDS[t.language];
  const selection = explorer.selection.value;
  const chosen = selection?.type === "path" ? selection.id : null;
  const rank = paths.findIndex(({ id }) => id === chosen);
  const [rows, setRows] = useState(ROWS);
  const count = Math.max(rows, rank + 1);
  const choose = (id: string) => {
    if (id === chosen) return explorer.select(null);
    // On a phone the list lies over the picture and the card that it opens.
    const { path, tool } = explorer.view.peek();
    explorer.go({ selection: { type: "path", id }, story: null, path, tool: isPhone.peek() ? null : tool });
  };
  return (
    <>
      <ol class="path-list" aria-label={words.list}>
        {paths.slice(0, count).map((path, i) => (
          <li key={path.id}>
            <button type="button" aria-pressed={path.id === chosen} onClick={() => choose(path.id)}>
              <span class="number" aria-hidden="true">
                {i + 1}
              </span>
              <span class="name">{pathName(explorer, path.id)}</span>
              <span class="amount">
                <Usd value={path.bottleneckUsd} />
              </span>
              <span class="note">
                {t.join([
                  t.list.legs(path.length, null),
                  t.list.weakest(t.deal.states[path.firmness]),
                  path.undisclosedLegs > 0 && path.bottleneckUsd !== null
                    ? t.list.undisclosed(path.undisclosedLegs)
                    : "",
                ])}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {count < paths.length && (
        <button type="button" class="link path-more" onClick={() => setRows(count + ROWS)}>
          {t.card.more(paths.length - count)}
        </button>
      )}
    </>
  );
}
