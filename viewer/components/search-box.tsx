/** One box finds entities, deals and loops by any name. `/` comes here; arrows choose, Enter opens. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Found } from "../find.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import type { Selection } from "../url.js";
import { useCombobox } from "./combobox.js";
import { Icon } from "./icons.js";
import { SearchResults } from "./search-results.js";
import { useFinder } from "./use-finder.js";

interface SearchBoxProps {
  readonly explorer: Explorer;
  /** Takes the focus as soon as it is there. */
  readonly focus?: boolean;
  /** Called when the search is over, chosen or not. */
  readonly onDone?: () => void;
}

const NOTHING: Found = { entities: [], loops: [], deals: [] };

export function SearchBox({ explorer, focus = false, onDone }: SearchBoxProps) {
  const t = text.value.search;
  const label = explorer.own?.words(text.value.language).find ?? t.label;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { finder, load } = useFinder(explorer);
  const [words, setWords] = useState("");

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== "range";
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);

  const isAsked = words.trim() !== "";
  const found = finder === null || !isAsked ? NOTHING : finder.find(words, explorer.shown.value.loops);
  const all: readonly Selection[] = [...found.entities, ...found.loops, ...found.deals];
  const leave = () => {
    setOpen(false);
    setWords("");
    field.current?.blur();
    onDone?.();
  };
  const choose = (selection: Selection | undefined) => {
    if (selection === undefined) return;
    explorer.select(selection);
    leave();
  };
  const { isOpen, setOpen, active, setActive, onKeyDown } = useCombobox(
    all.length,
    (at) => choose(all[at]),
    leave,
  );
  const isShown = isOpen && isAsked;

  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && all.length > 0 ? `${id}-${active}` : undefined}
        value={words}
        onFocus={() => {
          load();
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onInput={(event) => {
          load();
          setWords(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <span class="key-hint" aria-hidden="true">
        /
      </span>
      {isShown && (
        <SearchResults
          explorer={explorer}
          id={id}
          found={found}
          active={active}
          note={finder === null ? t.loading : all.length === 0 ? t.none(words.trim()) : null}
          onChoose={choose}
        />
      )}
      <span class="hidden-words" role="status">
        {isShown && finder !== null ? (all.length === 0 ? t.none(words.trim()) : t.found(all.length)) : ""}
      </span>
    </search>
  );
}
