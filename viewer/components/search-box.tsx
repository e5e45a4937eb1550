/** One box finds entities, deals and loops by any name. `/` comes here; arrows choose, Enter opens. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Finder, Found } from "../find.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import type { Selection } from "../url.js";
import { Icon } from "./icons.js";
import { SearchResults } from "./search-results.js";

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
  const [finder, setFinder] = useState<Finder | null>(null);
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);

  // The index of names is made when somebody first looks for one.
  const load = () => {
    if (finder !== null) return;
    const { own } = explorer;
    if (own !== undefined) setFinder(own.finder);
    else import("../find.js").then(({ createFinder }) => setFinder(createFinder(explorer.facts.dataset)));
  };

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
  const isShown = isOpen && isAsked;
  const active = Math.min(at, all.length - 1);

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
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && all.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((active + step + all.length) % all.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(all[active]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    }
  };

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
          setAt(0);
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
