/** The table of loops: members, what can go round, how firm and since when. */
import type { Loop } from "../../src/loops/loop.js";
import { firmnessRank } from "../../src/model/status.js";
import { Usd } from "../components/amount.js";
import { ViewLink } from "../components/links.js";
import { loopName } from "../components/loop-name.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { type Column, toldOf } from "./columns.js";
import { panesWords } from "./words.js";

export interface LoopTableRow {
  readonly rank: number;
  readonly loop: Loop;
}

export function loopRows({ shown }: Explorer): readonly LoopTableRow[] {
  const { loops } = shown.value;
  return loops.first(loops.count).map((loop, i) => ({ rank: i + 1, loop }));
}

export function loopColumns(explorer: Explorer): readonly Column<LoopTableRow>[] {
  const { columns } = panesWords();
  const t = text.value;
  const all: readonly Column<LoopTableRow>[] = [
    {
      key: "rank",
      heading: columns.rank,
      numeric: true,
      value: ({ rank }) => -rank,
      cell: ({ rank }) => rank,
    },
    {
      key: "loop",
      heading: columns.loop,
      value: ({ loop }) => loopName(explorer, loop.id),
      cell: ({ loop }) => (
        <ViewLink explorer={explorer} to={{ type: "loop", id: loop.id }}>
          {loopName(explorer, loop.id)}
        </ViewLink>
      ),
    },
    { key: "legs", heading: columns.legs, numeric: true, value: ({ loop }) => loop.length },
    {
      key: "bottleneck",
      heading: columns.bottleneck,
      numeric: true,
      value: ({ loop }) => loop.bottleneckUsd,
      cell: ({ loop }) => (
        <>
          <Usd value={loop.bottleneckUsd} />
          {loop.bottleneckUsd !== null && loop.undisclosedLegs > 0 && (
            <span class="note"> {t.list.undisclosed(loop.undisclosedLegs)}</span>
          )}
        </>
      ),
    },
    {
      key: "firm",
      heading: columns.firm,
      value: ({ loop }) => firmnessRank(loop.firmness),
      cell: ({ loop }) => t.deal.states[loop.firmness],
    },
    {
      key: "closed",
      heading: columns.closed,
      numeric: true,
      value: ({ loop }) =>
        loop.closedOn === null ? null : Number(loop.closedOn.padEnd(10, "-00").replaceAll("-", "")),
      cell: ({ loop }) => (loop.closedOn === null ? "" : t.day(loop.closedOn)),
    },
  ];
  return toldOf(all, explorer.own?.tells, NEEDS);
}

/** What a file has to say for a column to mean something. */
const NEEDS = { bottleneck: "amounts", firm: "states", closed: "days" } as const;
