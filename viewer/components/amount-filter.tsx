/** The amount of a flow between two bounds on a log scale, with how many flows lie where; undisclosed apart. */
import { amountsOf } from "../facet-counts.js";
import { AMOUNT_STEPS } from "../facets.js";
import type { Explorer } from "../state.js";
import { FILTER_WORDS } from "../text/filter-words.js";
import { text } from "../text/text.js";

const HEIGHT = 36;
/** The first place of a slider is no bound. */
const LAST = AMOUNT_STEPS.length;

export function AmountFilter({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = FILTER_WORDS[t.language];
  const { facts } = explorer;
  const { least, most, undisclosed } = explorer.view.value;
  const { buckets, undisclosed: silent } = amountsOf(facts.graph, explorer.filter.value, facts.dataset.deals);
  const highest = Math.max(1, ...buckets.map(({ flows }) => flows));
  const isIn = (from: number | null) =>
    (least === null || (from ?? 0) >= least) && (most === null || (from ?? 0) < most);
  return (
    <fieldset class="facet amount-filter">
      <legend>{words.amount}</legend>
      <svg viewBox={`0 0 ${buckets.length * 10} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {buckets.map(({ from, flows }, i) => (
          <rect
            key={from ?? 0}
            class={isIn(from) ? "in" : ""}
            x={i * 10 + 0.75}
            y={HEIGHT - (flows / highest) * HEIGHT}
            width="8.5"
            height={(flows / highest) * HEIGHT}
          />
        ))}
      </svg>
      <Bound
        label={words.least}
        value={least === null ? 0 : nearest(least) + 1}
        said={least === null ? words.any : t.usd(least)}
        onMove={(at) => explorer.go({ least: at === 0 ? null : (AMOUNT_STEPS[at - 1] ?? null) }, "replace")}
      />
      <Bound
        label={words.most}
        value={most === null ? LAST : nearest(most)}
        said={most === null ? words.any : t.usd(most)}
        onMove={(at) => explorer.go({ most: at === LAST ? null : (AMOUNT_STEPS[at] ?? null) }, "replace")}
      />
      <div class="facet-row">
        <label>
          <input
            type="checkbox"
            checked={undisclosed}
            onChange={() => explorer.go({ undisclosed: !undisclosed })}
          />
          <span>{words.undisclosed}</span>
          <span class="note">{silent}</span>
        </label>
      </div>
    </fieldset>
  );
}

/** The step that an amount of an address is nearest to. */
function nearest(usd: number): number {
  const away = AMOUNT_STEPS.map((step) => Math.abs(Math.log(step / usd)));
  return away.indexOf(Math.min(...away));
}

interface BoundProps {
  readonly label: string;
  readonly value: number;
  readonly said: string;
  readonly onMove: (at: number) => void;
}

function Bound({ label, value, said, onMove }: BoundProps) {
  return (
    <label class="bound">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={LAST}
        value={value}
        aria-valuetext={said}
        onInput={(event) => onMove(Number(event.currentTarget.value))}
      />
      <output>{said}</output>
    </label>
  );
}
