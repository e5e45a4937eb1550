/** What was found, in three groups of one list. */
import { useEffect, useRef } from "preact/hooks";
import { ENTITY_KINDS } from "../../src/model/entity.js";
import type { Found } from "../find.js";
import { dealTitle, fullName } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import type { Selection } from "../url.js";
import { loopName } from "./loop-name.js";

interface SearchResultsProps {
  readonly explorer: Explorer;
  readonly id: string;
  readonly found: Found;
  readonly active: number;
  /** Why there is nothing to choose from; null when there is. */
  readonly note: string | null;
  readonly onChoose: (selection: Selection) => void;
}

export function SearchResults({ explorer, id, found, active, note, onChoose }: SearchResultsProps) {
  const t = text.value.search;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelectorAll("[role=option]")[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const groups = [
    {
      title: explorer.own?.words(text.value.language).entities ?? t.entities,
      rows: found.entities,
      first: 0,
    },
    { title: t.loops, rows: found.loops, first: found.entities.length },
    { title: t.deals, rows: found.deals, first: found.entities.length + found.loops.length },
  ];
  // The field keeps the focus, so that a press here does not close what it presses.
  const keepFocus = (event: Event) => event.preventDefault();
  return (
    <div class="results" ref={box}>
      {note !== null && <p class="results-note">{note}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={t.results} onMouseDown={keepFocus}>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, rows, first }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no set of fields
            <div key={title} role="group" aria-labelledby={`${id}-${first}-title`}>
              <div class="results-title" id={`${id}-${first}-title`} role="presentation">
                {title}
              </div>
              {rows.map((row, i) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
                <div
                  key={row.id}
                  id={`${id}-${first + i}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={first + i === active}
                  onClick={() => onChoose(row)}
                >
                  <span>{nameOf(explorer, row)}</span>
                  <span class="note">{noteOf(explorer, row)}</span>
                </div>
              ))}
            </div>
          ))}
      </div>
    </div>
  );
}

function nameOf(explorer: Explorer, { type, id }: Selection): string {
  if (type === "loop") return loopName(explorer, id);
  if (type === "deal") return dealTitle(explorer.facts.dataset, id, text.value);
  return fullName(explorer.facts.dataset, id, text.value);
}

function noteOf({ facts, shown }: Explorer, { type, id }: Selection): string {
  const t = text.value;
  if (type === "deal") {
    const deal = facts.dataset.deals.get(id);
    return deal === undefined ? "" : t.month(deal.announced);
  }
  if (type === "loop") {
    const rank = shown.value.loops.rankOf(id);
    const usd = rank === null ? null : (shown.value.loops.at(rank)?.bottleneckUsd ?? null);
    return usd === null ? "" : t.usd(usd);
  }
  const entity = facts.dataset.entities.get(id);
  if (entity === undefined) return "";
  const other = t.language === "en" ? entity.names["zh-Hans"] : entity.name;
  return t.join([
    other === fullName(facts.dataset, id, t) ? "" : other,
    entity.kind === null ? "" : ENTITY_KINDS[entity.kind][t.language],
  ]);
}
