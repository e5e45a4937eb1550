/** How firm a deal must be to count: four steps, one chosen. */
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { FIRM_STEPS } from "../url.js";

export function Firmness({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.time;
  const { firm } = explorer.view.value;
  return (
    <fieldset class="firm">
      <legend>{t.firm}</legend>
      <div class="segments">
        {FIRM_STEPS.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name="firm"
              value={step}
              checked={step === firm}
              onChange={() => explorer.go({ firm: step })}
            />
            <span>{t.steps[step]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
