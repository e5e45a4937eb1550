/** Every filter beside the legend: lists to choose from with their counts, and the amount on its scale. */
import { useEffect, useRef } from "preact/hooks";
import { valueName } from "../active-filters.js";
import { type Choice, choicesOf, toggled } from "../facet-counts.js";
import { LIST_FACETS, type ListFacet, NO_FACETS } from "../facets.js";
import type { Tells } from "../own/own.js";
import type { Explorer } from "../state.js";
import { FILTER_WORDS } from "../text/filter-words.js";
import { text } from "../text/text.js";
import type { ViewState } from "../url.js";
import { AmountFilter } from "./amount-filter.js";
import { FilterChips } from "./filter-chips.js";
import { Icon } from "./icons.js";

interface FilterPanelProps {
  readonly explorer: Explorer;
}

/** In place of the rail, until it is closed. */
export function FilterPanel({ explorer }: FilterPanelProps) {
  const words = FILTER_WORDS[text.value.language];
  const close = useRef<HTMLButtonElement>(null);
  const leave = () => {
    explorer.filtering.value = false;
  };
  useEffect(() => {
    close.current?.focus();
    // Heard before the page steps back, wherever the focus is but in the search: what had it may be gone.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || (event.target as Element).closest("search, dialog") !== null) return;
      event.preventDefault();
      explorer.filtering.value = false;
    };
    addEventListener("keydown", onKeyDown, { capture: true });
    return () => removeEventListener("keydown", onKeyDown, { capture: true });
  }, [explorer]);
  return (
    <section class="filters" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <button
          ref={close}
          type="button"
          class="icon-button"
          aria-label={words.done}
          title={words.done}
          onClick={leave}
        >
          <Icon name="close" />
        </button>
      </header>
      <FilterChips explorer={explorer} />
      <div class="filters-body">
        <FilterGroups explorer={explorer} />
      </div>
    </section>
  );
}

/** The groups alone, as a phone's sheet has them. */
export function FilterGroups({ explorer }: FilterPanelProps) {
  const words = FILTER_WORDS[text.value.language];
  const { ghosts } = explorer.view.value;
  const tells = explorer.own?.tells;
  return (
    <>
      {tells?.states !== false && (
        <label class="facet-row ghosts">
          <input type="checkbox" checked={ghosts} onChange={() => explorer.go({ ghosts: !ghosts })} />
          <span>{words.ghosts}</span>
        </label>
      )}
      {tells?.amounts !== false && <AmountFilter explorer={explorer} />}
      {LIST_FACETS.filter((facet) => tells === undefined || tells[TOLD_BY[facet]]).map((facet) => (
        <FacetGroup key={facet} explorer={explorer} facet={facet} />
      ))}
    </>
  );
}

/** What a reader's own file has to say for a facet to mean something. */
const TOLD_BY = {
  kinds: "kinds",
  states: "states",
  layers: "layers",
  countries: "countries",
  technologies: "technologies",
} as const satisfies Record<ListFacet, keyof Tells>;

interface FacetGroupProps extends FilterPanelProps {
  readonly facet: ListFacet;
}

function FacetGroup({ explorer, facet }: FacetGroupProps) {
  const t = text.value;
  const words = FILTER_WORDS[t.language];
  const { facts } = explorer;
  const choices = choicesOf(facet, facts.graph, explorer.filter.value, facts.dataset.deals);
  const isFiltered = explorer.view.value[facet].length > 0;
  const go = (values: readonly string[]) => explorer.go({ [facet]: values } as Partial<ViewState>);
  return (
    <details class="facet" open={isFiltered || facet === "kinds"}>
      <summary>
        {words.facets[facet]} <span class="note">{words.ends[facet]}</span>
      </summary>
      <fieldset aria-label={words.facets[facet]}>
        {isFiltered && (
          <button
            type="button"
            class="link"
            aria-label={words.allOf(words.facets[facet])}
            onClick={() => go(NO_FACETS[facet])}
          >
            {words.all}
          </button>
        )}
        {choices.map((choice) => (
          <FacetRow
            key={choice.value}
            name={valueName(facet, choice.value, t)}
            choice={choice}
            onToggle={() => go(toggled(facet, choices, choice.value))}
            onOnly={() => go([choice.value])}
          />
        ))}
      </fieldset>
    </details>
  );
}

interface FacetRowProps {
  readonly name: string;
  readonly choice: Choice;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

function FacetRow({ name, choice, onToggle, onOnly }: FacetRowProps) {
  const words = FILTER_WORDS[text.value.language];
  return (
    <div class="facet-row">
      <label>
        <input type="checkbox" checked={choice.isOn} onChange={onToggle} />
        <span>{name}</span>
        <span class="note">{choice.deals}</span>
      </label>
      <button type="button" class="only" aria-label={words.onlyThis(name)} onClick={onOnly}>
        {words.only}
      </button>
    </div>
  );
}
