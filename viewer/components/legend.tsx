/** The legend is the filter: a class is shown or hidden with its sample. Then what width and dashes mean. */
import { LINE_CLASS_NAMES, type LineClass } from "../../src/layout/line-class.js";
import { isPhone } from "../media.js";
import type { Explorer } from "../state.js";
import { FILTER_WORDS } from "../text/filter-words.js";
import { text } from "../text/text.js";
import { widthSamples } from "../widths.js";
import { LineSample } from "./line-sample.js";

export function Legend({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.legend;
  const { byClass, deals } = explorer.shown.value;
  const { own } = explorer;
  const { hidden } = explorer.view.value;
  const toggle = (name: LineClass) => {
    const isHidden = hidden.includes(name);
    explorer.go({
      hidden: LINE_CLASS_NAMES.filter((other) => (other === name ? !isHidden : hidden.includes(other))),
    });
  };
  return (
    <section class="legend" aria-labelledby="legend-title">
      <div class="legend-title">
        <h2 id="legend-title">
          {own?.words(text.value.language).payments ?? t.title} <span class="note">{deals}</span>
        </h2>
        {!isPhone.value && own?.isLarge !== true && (
          <button
            type="button"
            class="link"
            onClick={() => {
              explorer.filtering.value = true;
            }}
          >
            {FILTER_WORDS[text.value.language].open}
          </button>
        )}
      </div>
      {classesIn(explorer).map((name) => (
        <label key={name} class="key">
          <input type="checkbox" checked={!hidden.includes(name)} onChange={() => toggle(name)} />
          <Sample name={name} />
          <span>{t.classes[name]}</span>
          <span class="note">{byClass[name]}</span>
        </label>
      ))}
      <Widths explorer={explorer} />
      {own?.tells.states !== false && <Dashes />}
    </section>
  );
}

/** A file that names no kinds has no classes, and a large one is not filtered. */
function classesIn({ own }: Explorer): readonly LineClass[] {
  return own === undefined || (own.tells.kinds && !own.isLarge) ? LINE_CLASS_NAMES : [];
}

function Sample({ name }: { readonly name: LineClass }) {
  return (
    <svg class="sample" viewBox="0 0 34 12" aria-hidden="true">
      <path class={`line ${name}`} stroke-width="4" d="M1,9Q15,-1 27,6" />
      {name === "cont" && <path class="line hollow" stroke-width="1.4" d="M1,9Q15,-1 27,6" />}
      <path class={`fill ${name}`} d="M34,9.5l-9.4-.2 4.4-7z" />
    </svg>
  );
}

/** How long a sample of the scales is, in pixels. */
const SAMPLE = 48;

function Widths({ explorer }: { readonly explorer: Explorer }) {
  const samples = widthSamples(explorer);
  const alike = explorer.own?.words(text.value.language);
  if (samples.length === 0)
    return <p class="scale">{explorer.own?.scale === null ? alike?.noAmounts : alike?.manyLines}</p>;
  return (
    <ul class="scale" aria-label={text.value.legend.widthLabel}>
      {samples.map(({ label, width }) => (
        <li key={label}>
          <LineSample length={SAMPLE} width={width} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Dashes() {
  const t = text.value.legend;
  return (
    <ul class="scale dashes" aria-label={t.dashLabel}>
      {(["signed", "announced", "reported"] as const).map((firmness) => (
        <li key={firmness}>
          <LineSample length={SAMPLE} firmness={firmness} />
          {t.dashes[firmness]}
        </li>
      ))}
    </ul>
  );
}
