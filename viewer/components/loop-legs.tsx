/** The legs of a loop or a path: number, who pays whom, how much, by which deals, how firm and who says so. */
import { useEffect } from "preact/hooks";
import { countedFlows, type LegFlow, type LegGraph, leadFlow, legAmountUsd } from "../../src/graph/legs.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import type { Loop } from "../../src/loops/loop.js";
import { firmnessRank } from "../../src/model/status.js";
import { firmestOf } from "../drawn-leg.js";
import { flowsBetween } from "../loop-at.js";
import { dealTitle, displayName } from "../names.js";
import { bestSource } from "../sources-of.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Usd } from "./amount.js";
import { FirmLadder } from "./firm-ladder.js";
import { ViewLink } from "./links.js";
import { OnFile } from "./on-file.js";

interface LoopLegsProps {
  readonly explorer: Explorer;
  readonly loop: Pick<Loop, "legs">;
  readonly legs: LegGraph;
}

/** A leg of many deals names so many of them; the others are behind one more press. */
const DEALS_NAMED = 3;

export function LoopLegs({ explorer, loop, legs }: LoopLegsProps) {
  return (
    <ol class="legs" aria-label={text.value.loop.legs}>
      {loop.legs.map(({ from, to }, i) => (
        <LegItem
          key={from}
          explorer={explorer}
          number={i + 1}
          from={from}
          to={to}
          flows={flowsBetween(legs, from, to)}
        />
      ))}
    </ol>
  );
}

interface LegItemProps {
  readonly explorer: Explorer;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly flows: readonly LegFlow[];
}

/** One leg: who pays whom, how much, by which deals, and how firm. */
export function LegItem({ explorer, number, from, to, flows }: LegItemProps) {
  const t = text.value;
  const name = (id: string) => displayName(explorer.facts.dataset, id, t);
  const lead = leadFlow(flows);
  if (lead === undefined) return null;
  const ordered = inOrder(flows);
  const more = ordered.slice(DEALS_NAMED);
  const firmest = flows.find((flow) => flow.firmness === firmestOf(flows)) ?? lead;
  return (
    <li>
      <span class={`badge ${lineClassOf(lead)}`} aria-hidden="true">
        {number}
      </span>
      <span class="leg-name">
        {name(from)} → {name(to)}
      </span>
      <span class="leg-amount">
        <Usd value={legAmountUsd(flows)} />
      </span>
      <ul class="leg-deals">
        {ordered.slice(0, DEALS_NAMED).map((flow) => (
          <DealLine key={flow.id} explorer={explorer} flow={flow} />
        ))}
        {more.length > 0 && (
          <li>
            <details>
              <summary>{t.card.more(more.length)}</summary>
              <ul>
                {more.map((flow) => (
                  <DealLine key={flow.id} explorer={explorer} flow={flow} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
      <span class="leg-state">
        {explorer.own?.tells.states !== false && (
          <FirmLadder firmness={firmest.firmness} state={firmest.state} since={sinceOf(firmest)} />
        )}
        <SourceOf explorer={explorer} flow={lead} />
      </span>
    </li>
  );
}

/** Deals whose amounts count come first, then the firmer. */
function inOrder(flows: readonly LegFlow[]): readonly LegFlow[] {
  const counted = new Set(countedFlows(flows));
  return [...flows].sort(
    (a, b) =>
      Number(counted.has(b)) - Number(counted.has(a)) ||
      (b.amountUsd ?? 0) - (a.amountUsd ?? 0) ||
      firmnessRank(b.firmness) - firmnessRank(a.firmness),
  );
}

/** The day of the step that a flow's state comes from. */
export function sinceOf(flow: LegFlow): string | null {
  return flow.steps.findLast((step) => step.is === flow.state)?.on ?? flow.announced;
}

function DealLine({ explorer, flow }: { readonly explorer: Explorer; readonly flow: LegFlow }) {
  const t = text.value;
  const kind = flow.kind === null ? dealTitle(explorer.facts.dataset, flow.deal, t) : t.loop.kind[flow.kind];
  const amount =
    flow.amountUsd === null ? null : t.deal.prefix[flow.qualifier ?? "exact"] + t.usd(flow.amountUsd);
  return (
    <li>
      <ViewLink explorer={explorer} to={{ type: "deal", id: flow.deal }}>
        {amount === null ? kind : t.labelled(kind, amount)}
      </ViewLink>
      {flow.announced !== null && <span class="note"> {t.month(flow.announced)}</span>}
    </li>
  );
}

/** The best source of a leg's leading deal, and how many others there are. */
function SourceOf({ explorer, flow }: { readonly explorer: Explorer; readonly flow: LegFlow }) {
  const { details } = explorer.facts;
  const whole = details.whole.value;
  const deal = whole?.deals.get(flow.deal);

  useEffect(() => details.ask(), [details]);

  if (whole === null || deal === undefined) return null;
  const { best, others } = bestSource(whole, deal);
  if (best === null) return null;
  return (
    <span class="leg-source">
      {" · "}
      {best.url === undefined ? (
        <OnFile>{best.publisher}</OnFile>
      ) : (
        <a href={best.url} rel="noreferrer" target="_blank" lang="en">
          {best.publisher}
        </a>
      )}
      {others > 0 && <span class="note"> +{others}</span>}
    </span>
  );
}
