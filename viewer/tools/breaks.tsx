/** Breaks: the deals whose end leaves no loop, by the least amount or the fewest deals. */
import { useState } from "preact/hooks";
import { BREAK_WEIGHTS, type BreakSet, type BreakWeight, feedbackArcs } from "../../src/metrics/feedback.js";
import { Usd } from "../components/amount.js";
import { ViewLink } from "../components/links.js";
import { dealTitle } from "../names.js";
import { Switch } from "../panes/switch.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { TOOLS_WORDS } from "../text/tools.js";
import { useComputed } from "./computed-later.js";
import { ToolFrame } from "./tool-frame.js";

export function Breaks({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].breaks;
  const [weight, setWeight] = useState<BreakWeight>("amount");
  const { graph } = explorer.uncut.value;
  const found = useComputed(() => feedbackArcs(graph, { weight }), [graph, weight]);
  return (
    <ToolFrame explorer={explorer} title={words.title}>
      <p class="tool-say">{words.how}</p>
      <Switch
        label={words.weightLabel}
        words={words.weight}
        options={BREAK_WEIGHTS}
        chosen={weight}
        onChoose={setWeight}
      />
      {found === null || found.weight !== weight ? (
        <p class="tool-say">{words.working}</p>
      ) : (
        <Found explorer={explorer} found={found} />
      )}
    </ToolFrame>
  );
}

function Found({ explorer, found }: { readonly explorer: Explorer; readonly found: BreakSet }) {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].breaks;
  const { removedDeals, removed, totalWeight, exact, lowerBound, loops, weight } = found;
  const isAmount = weight === "amount";
  const amountOf = (deal: string) => {
    const stated = removed.flatMap((flow) => (flow.deal === deal && flow.usd !== null ? [flow.usd] : []));
    return stated.length === 0 ? null : stated.reduce((a, b) => a + b, 0);
  };
  const rows = removedDeals
    .map((deal) => ({ deal, usd: amountOf(deal) }))
    .sort((a, b) => (b.usd ?? -1) - (a.usd ?? -1));
  return (
    <div class="tool-result">
      <p class="tool-figure">
        <b>
          {isAmount
            ? words.summary(removedDeals.length, t.usd(totalWeight))
            : words.countSummary(removedDeals.length)}
        </b>
      </p>
      <p class="tool-say">
        {exact ? words.proved : words.bound(isAmount ? t.usd(lowerBound) : words.countSummary(lowerBound))}{" "}
        {words.after(loops.before, loops.after)}
      </p>
      <p class="tool-buttons">
        <button
          type="button"
          onClick={() =>
            explorer.go({
              cuts: [...removedDeals].sort().map((deal) => ({ deal, honoured: 0 })),
              tool: "what-if",
            })
          }
        >
          {words.cutAll}
        </button>
      </p>
      <ol class="losses">
        {rows.map(({ deal, usd }) => (
          <li key={deal}>
            <ViewLink explorer={explorer} to={{ type: "deal", id: deal }}>
              {dealTitle(explorer.facts.dataset, deal, t)}
            </ViewLink>
            <Usd value={usd} />
          </li>
        ))}
      </ol>
    </div>
  );
}
