/** The foot: the day to look from, the months to move over, and how firm a deal must be. */
import { useRef } from "preact/hooks";
import { isDay } from "../../src/model/dates.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Firmness } from "./firmness.js";
import { PlayButton } from "./play-button.js";
import { Scrubber } from "./scrubber.js";

export function TimeBar({ explorer }: { readonly explorer: Explorer }) {
  return (
    <section class="time" aria-label={text.value.time.label}>
      <div class="now">
        <DayField explorer={explorer} />
        <PlayButton explorer={explorer} />
      </div>
      <Scrubber explorer={explorer} />
      {explorer.own?.tells.states !== false && <Firmness explorer={explorer} />}
    </section>
  );
}

/** Whether there are days to move over. */
export function hasTime({ own }: Explorer): boolean {
  return own === undefined || (own.tells.days && !own.isLarge);
}

/** The day in words; the browser's own date field lies over it and shows when it has the focus. */
export function DayField({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const field = useRef<HTMLInputElement>(null);
  const asOf = explorer.asOf.value;
  const onChange = () => {
    const day = field.current?.value ?? "";
    if (isDay(day)) explorer.go({ asOf: day });
  };
  return (
    <label class="day">
      <span class="note">{t.time.asOf}</span>
      <b aria-hidden="true">{t.day(asOf)}</b>
      <input
        ref={field}
        type="date"
        aria-label={t.time.pickDay}
        value={asOf}
        max={explorer.lastDay}
        onChange={onChange}
        onClick={() => field.current?.showPicker?.()}
      />
    </label>
  );
}
