/** What became of a deal: its dated steps on a line of time, and as a list, each with the source that says so. */

import type { DealRecord } from "../../src/model/dataset.js";
import { firstDay } from "../../src/model/dates.js";
import { glyphsOf } from "../charts/status-plan.js";
import type { CitedSource } from "../sources-of.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { OnFile } from "./on-file.js";
import { Glyph, StatusLine } from "./status-line.js";

interface StatusHistoryProps {
  readonly explorer: Explorer;
  readonly deal: DealRecord;
  readonly sources: readonly CitedSource[];
}

export function StatusHistory({ explorer, deal, sources }: StatusHistoryProps) {
  const t = text.value.deal;
  const asOf = explorer.asOf.value;
  const glyphs = glyphsOf(deal.status);
  const numberOf = (id: string) => sources.find(({ source }) => source.id === id)?.number;
  return (
    <section>
      <h3>
        {t.status} <span class="note">{t.asOf(asOf)}</span>
      </h3>
      <StatusLine explorer={explorer} steps={deal.status} />
      <ol class="history">
        {deal.status.map((step, i) => {
          const isLater = firstDay(step.on) > asOf;
          const number = numberOf(step.source);
          return (
            <li key={`${step.on} ${step.is} ${i}`} class={isLater ? "later" : ""}>
              <time>{text.value.day(step.on)}</time>
              <svg viewBox="-6 -6 12 12" aria-hidden="true">
                <Glyph glyph={glyphs[i] ?? "ring"} />
              </svg>
              <span>
                {t.states[step.is]}
                {step.note !== undefined && (
                  <>
                    {text.value.colon}
                    <OnFile>{step.note}</OnFile>
                  </>
                )}
                {isLater && <span class="note"> ({t.later})</span>}
                {number !== undefined && (
                  <span class="note">
                    {" "}
                    [<span class="hidden-words">{t.sourceLabel(number)}</span>
                    <span aria-hidden="true">{number}</span>]
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
