/** Four steps of firmness, filled as far as a deal has come, and the state in words. */

import { firmStep } from "../../src/layout/line-look.js";
import type { PartialDay } from "../../src/model/dates.js";
import type { DealState, Firmness } from "../../src/model/status.js";
import { text } from "../text/text.js";

interface FirmLadderProps {
  readonly firmness: Firmness;
  readonly state: DealState;
  readonly since: PartialDay | null;
}

const STEPS = [0, 1, 2, 3] as const;

export function FirmLadder({ firmness, state, since }: FirmLadderProps) {
  const t = text.value;
  const reached = firmStep(firmness);
  const words = t.deal.states[state].toLowerCase();
  return (
    <span class="firmness">
      <span class="ladder" aria-hidden="true">
        {STEPS.map((step) => (
          <i key={step} class={step <= reached ? "on" : ""} />
        ))}
      </span>
      {since === null ? words : `${words}, ${t.day(since)}`}
    </span>
  );
}
