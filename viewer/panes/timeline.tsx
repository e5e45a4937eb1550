/** Deals by day, each from its announcement on with what became of it, and the loops that opened and ended. */
import { useMemo } from "preact/hooks";
import type { FlowAttributes } from "../../src/graph/capital-graph.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import { DEAL_STATES } from "../../src/model/status.js";
import { Usd } from "../components/amount.js";
import { ViewLink } from "../components/links.js";
import { loopName } from "../components/loop-name.js";
import { filteredGraph } from "../filtered.js";
import { type Month, placeOfDay } from "../months.js";
import { dealTitle } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { type DealRow, dealRows } from "./deal-rows.js";
import { type LoopTurn, loopTurns } from "./loop-spans.js";
import { Pane } from "./pane.js";
import { TurnChart } from "./turn-chart.js";
import { panesWords } from "./words.js";

/** A month names so many of its loops; the table of loops has them all. */
const LOOPS_NAMED = 3;

export function Timeline({ explorer }: { readonly explorer: Explorer }) {
  const words = panesWords();
  const { facts, months } = explorer;
  const { filter } = explorer.shown.value;
  const turns = useMemo(
    // The loops of all days together are more than a file of unknown size can be asked for.
    () => (explorer.own === undefined ? loopTurns(facts.graph, filter, facts.dataset.deals) : []),
    [facts, filter],
  );
  const groups = useMemo(() => {
    // What ended is part of what happened.
    const ever = filteredGraph(facts.graph, filter, facts.dataset.deals, "all");
    return byMonth(dealRows(ever, facts.dataset.deals), turns);
  }, [facts, turns, filter]);
  return (
    <Pane label={words.timeline.label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div class="timeline" tabIndex={0}>
        {turns.length > 0 && <TurnChart months={months} turns={turns} />}
        {groups.map((group) => (
          <MonthGroup key={group.month} explorer={explorer} group={group} />
        ))}
      </div>
    </Pane>
  );
}

interface Group {
  /** `2026-11`; empty for deals without a day. */
  readonly month: string;
  readonly deals: readonly DealRow[];
  readonly opened: readonly string[];
  readonly ended: readonly string[];
}

/** The latest month first; months in which nothing happened are left out. */
function byMonth(rows: readonly DealRow[], turns: readonly LoopTurn[]): readonly Group[] {
  const groups = new Map<string, { deals: DealRow[]; opened: string[]; ended: string[] }>();
  const groupOf = (month: string) => {
    const group = groups.get(month) ?? { deals: [], opened: [], ended: [] };
    groups.set(month, group);
    return group;
  };
  for (const row of rows) groupOf((row.flow.announced ?? "").slice(0, 7)).deals.push(row);
  for (const { day, id, opens } of turns) groupOf(day.slice(0, 7))[opens ? "opened" : "ended"].push(id);
  return [...groups]
    .map(([month, group]) => ({ month, ...group }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
}

function MonthGroup({ explorer, group }: { readonly explorer: Explorer; readonly group: Group }) {
  const t = text.value;
  const words = panesWords().timeline;
  const { month, deals, opened, ended } = group;
  return (
    <section class="month-group">
      <h2>
        {month === "" ? "" : t.month(month)} <span class="note">{words.month(deals.length)}</span>
      </h2>
      <LoopsTurned explorer={explorer} ids={opened} say={words.opened} />
      <LoopsTurned explorer={explorer} ids={ended} say={words.closed} />
      <ul>
        {deals.map((row) => (
          <TimelineRow key={row.id} explorer={explorer} row={row} />
        ))}
      </ul>
    </section>
  );
}

interface LoopsTurnedProps {
  readonly explorer: Explorer;
  readonly ids: readonly string[];
  readonly say: (count: number) => string;
}

/** The shortest loops of a month by name, and the others as a number. */
function LoopsTurned({ explorer, ids, say }: LoopsTurnedProps) {
  const words = panesWords().timeline;
  if (ids.length === 0) return null;
  const named = [...ids].sort((a, b) => a.split(">").length - b.split(">").length).slice(0, LOOPS_NAMED);
  return (
    <p class="turned">
      {say(ids.length)}
      {words.colon}
      {named.map((id, i) => (
        <span key={id}>
          {i > 0 && words.separator}
          <ViewLink explorer={explorer} to={{ type: "loop", id }}>
            {loopName(explorer, id)}
          </ViewLink>
        </span>
      ))}
      {ids.length > named.length && words.others(ids.length - named.length)}
    </p>
  );
}

function TimelineRow({ explorer, row }: { readonly explorer: Explorer; readonly row: DealRow }) {
  const t = text.value;
  const { id, flow, amountUsd } = row;
  const chosen = explorer.selection.value;
  const isChosen = chosen?.type === "deal" && chosen.id === id;
  return (
    <li
      class={isChosen ? "timeline-row chosen" : "timeline-row"}
      aria-current={isChosen ? "true" : undefined}
    >
      <span class="timeline-name">
        <ViewLink explorer={explorer} to={{ type: "deal", id }}>
          {dealTitle(explorer.facts.dataset, id, t)}
        </ViewLink>
        <span class="note">
          {flow.announced === null ? "" : t.day(flow.announced)} · {t.deal.states[flow.state]}
        </span>
      </span>
      <Track flow={flow} months={explorer.months} asOf={explorer.asOf.value} />
      <span class="timeline-amount">
        <Usd value={amountUsd} />
      </span>
    </li>
  );
}

interface TrackProps {
  readonly flow: FlowAttributes;
  readonly months: readonly Month[];
  readonly asOf: string;
}

/** From the first step to the day in view or the end; a ring for talks, a disc for what was agreed. */
function Track({ flow, months, asOf }: TrackProps) {
  const percent = (day: string) => `${(100 * placeOfDay(months, day)).toFixed(2)}%`;
  const steps = flow.steps.filter(({ seen }) => seen <= asOf);
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return <svg class="track" aria-hidden="true" />;
  const end = flow.live ? asOf : last.seen;
  const lineClass = lineClassOf(flow);
  return (
    <svg class="track" aria-hidden="true">
      <line
        class={`line ${lineClass} ${flow.firmness === "reported" ? "dotted" : ""}`}
        x1={percent(first.seen)}
        x2={percent(end)}
        y1="12"
        y2="12"
      />
      {steps.map(({ seen, is }, i) => {
        const isAgreed = is !== "reported" && DEAL_STATES[is].live;
        return (
          <circle
            key={`${seen} ${is} ${i}`}
            class={isAgreed ? `fill ${lineClass}` : `ring line ${lineClass}`}
            cx={percent(seen)}
            cy="12"
            r="3.5"
          />
        );
      })}
    </svg>
  );
}
