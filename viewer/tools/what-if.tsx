/** What if: deals are honoured in part or not at all; loops, sums and losses follow. */
import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { leadFlow } from "../../src/graph/legs.js";
import { stress } from "../../src/metrics/stress.js";
import { Usd } from "../components/amount.js";
import { Icon } from "../components/icons.js";
import { ViewLink } from "../components/links.js";
import { loopName } from "../components/loop-name.js";
import { shockOf, withCut } from "../cuts.js";
import { legsOfRoute } from "../highlight.js";
import { flowsBetween } from "../loop-at.js";
import { dealTitle, displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { TOOLS_WORDS } from "../text/tools.js";
import type { Cut } from "../url.js";
import { useComputed } from "./computed-later.js";
import { DealPicker } from "./deal-picker.js";
import { ToolFrame } from "./tool-frame.js";

const NAMED = 5;

/** What was cut before, and what was undone: the way back and forth, beside the browser's own. */
const past = signal<readonly (readonly Cut[])[]>([]);
const future = signal<readonly (readonly Cut[])[]>([]);

export function WhatIf({ explorer }: { readonly explorer: Explorer }) {
  const words = TOOLS_WORDS[text.value.language].whatIf;
  const { cuts } = explorer.view.value;
  const change = (next: readonly Cut[]) => {
    past.value = [...past.value, cuts];
    future.value = [];
    explorer.go({ cuts: next });
  };
  const undo = () => {
    const back = past.value.at(-1);
    if (back === undefined) return;
    past.value = past.value.slice(0, -1);
    future.value = [...future.value, cuts];
    explorer.go({ cuts: back });
  };
  const redo = () => {
    const forth = future.value.at(-1);
    if (forth === undefined) return;
    future.value = future.value.slice(0, -1);
    past.value = [...past.value, cuts];
    explorer.go({ cuts: forth });
  };
  const cut = (deal: string) => change(withCut(cuts, deal, 0));
  return (
    <ToolFrame explorer={explorer} title={words.title}>
      {cuts.length === 0 && <p class="tool-say">{words.empty}</p>}
      <Offered explorer={explorer} onCut={cut} />
      <DealPicker explorer={explorer} onPick={cut} />
      {cuts.length > 0 && (
        <ul class="cuts">
          {cuts.map((one) => (
            <CutRow key={one.deal} explorer={explorer} cut={one} onChange={change} />
          ))}
        </ul>
      )}
      <p class="tool-buttons">
        <button type="button" disabled={past.value.length === 0} onClick={undo}>
          {words.undo}
        </button>
        <button type="button" disabled={future.value.length === 0} onClick={redo}>
          {words.redo}
        </button>
        <button type="button" disabled={cuts.length === 0} onClick={() => change([])}>
          {words.reset}
        </button>
      </p>
      {cuts.length > 0 && <Result explorer={explorer} />}
    </ToolFrame>
  );
}

interface OfferedProps {
  readonly explorer: Explorer;
  readonly onCut: (deal: string) => void;
}

/** The deal that is looked at, or the leading deals of the loop or path that is. */
function Offered({ explorer, onCut }: OfferedProps) {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].whatIf;
  const { uncut, selection, view, facts } = explorer;
  const chosen = selection.value;
  const leads = legsOfRoute(chosen).flatMap((leg) => {
    const [from = "", to = ""] = leg.split(">");
    return leadFlow(flowsBetween(uncut.value.legs, from, to))?.deal ?? [];
  });
  const offered = chosen?.type === "deal" ? [chosen.id] : [...new Set(leads)];
  const isCut = (deal: string) => view.value.cuts.some((cut) => cut.deal === deal);
  const isThere = (deal: string) => uncut.value.graph.someEdge((_key, flow) => flow.deal === deal);
  const left = offered.filter((deal) => isThere(deal) && !isCut(deal));
  if (left.length === 0) return null;
  return (
    <ul class="offered">
      {left.map((deal) => (
        <li key={deal}>
          <button type="button" class="link" onClick={() => onCut(deal)}>
            {words.cutThis(dealTitle(facts.dataset, deal, t))}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface CutRowProps {
  readonly explorer: Explorer;
  readonly cut: Cut;
  readonly onChange: (cuts: readonly Cut[]) => void;
}

function CutRow({ explorer, cut: { deal, honoured }, onChange }: CutRowProps) {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].whatIf;
  const isSliding = useRef(false);
  const title = dealTitle(explorer.facts.dataset, deal, t);
  const isThere = explorer.uncut.value.graph.someEdge((_key, flow) => flow.deal === deal);
  const percent = Math.round(honoured * 100);
  const onInput = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    // In full is no cut: the row would vanish under the pointer.
    const share = Math.min(95, Number(currentTarget.value)) / 100;
    const next = withCut(explorer.view.peek().cuts, deal, share);
    // One slide is one step to undo.
    if (isSliding.current) explorer.go({ cuts: next }, "replace");
    else onChange(next);
    isSliding.current = true;
  };
  return (
    <li>
      <span class="cut-name">
        <ViewLink explorer={explorer} to={{ type: "deal", id: deal }}>
          {title}
        </ViewLink>
        <button
          type="button"
          class="icon-button"
          aria-label={words.remove(title)}
          onClick={() => onChange(withCut(explorer.view.peek().cuts, deal, 1))}
        >
          <Icon name="close" />
        </button>
      </span>
      <span class="cut-share">
        <input
          type="range"
          min="0"
          max="95"
          step="5"
          value={percent}
          aria-label={words.honoured(title)}
          aria-valuetext={words.share(percent)}
          onInput={onInput}
          onChange={() => {
            isSliding.current = false;
          }}
        />
        <span>{isThere ? words.share(percent) : words.notInView}</span>
      </span>
    </li>
  );
}

function Result({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].whatIf;
  const { uncut, shown, facts } = explorer;
  const { cuts } = explorer.view.value;
  const before = uncut.value;
  const result = useComputed(() => {
    const there = new Set(before.graph.mapEdges((_key, flow) => flow.deal));
    const known = cuts.filter(({ deal }) => there.has(deal));
    return known.length === 0 ? null : stress(before.graph, shockOf(known));
  }, [before, cuts]);
  const name = (id: string) => displayName(facts.dataset, id, t);
  return (
    <div class="tool-result">
      <p class="tool-figure" role="status">
        <b>{words.loops(before.loops.count, shown.value.loops.count)}</b>
      </p>
      {result !== null && result.directUsd === 0 && <p class="tool-say">{words.none}</p>}
      {result !== null && result.directUsd > 0 && (
        <>
          <dl class="figures">
            <div>
              <dt>{words.direct}</dt>
              <dd>{t.usd(result.directUsd)}</dd>
            </div>
            <div>
              <dt>{words.inAll}</dt>
              <dd>{t.usd(result.lostUsd)}</dd>
            </div>
          </dl>
          <h3>{words.losses}</h3>
          <ol class="losses">
            {result.losses.slice(0, NAMED).map(({ id, lossUsd }) => (
              <li key={id}>
                <ViewLink explorer={explorer} to={{ type: "entity", id }}>
                  {name(id)}
                </ViewLink>
                <Usd value={lossUsd} />
              </li>
            ))}
          </ol>
        </>
      )}
      {result !== null && result.loopsLost.length > 0 && (
        <>
          <h3>{words.lost(result.loopsLost.length)}</h3>
          <ol class="losses">
            {result.loopsLost.slice(0, NAMED).map(({ id, bottleneckUsd }) => (
              <li key={id}>
                <span>{loopName(explorer, id)}</span>
                <Usd value={bottleneckUsd} />
              </li>
            ))}
          </ol>
        </>
      )}
      {result !== null && result.directUsd > 0 && <p class="note tool-model">{words.model}</p>}
    </div>
  );
}
