/** A field that finds one entity by any of its names; before anything is typed it offers those of the wheel. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ENTITY_KINDS } from "../../src/model/entity.js";
import { useCombobox } from "../components/combobox.js";
import type { Finder } from "../find.js";
import { fullName } from "../names.js";
import type { Explorer } from "../state.js";
import { PATH_WORDS } from "../text/paths.js";
import { text } from "../text/text.js";

interface EntityPickerProps {
  readonly explorer: Explorer;
  readonly label: string;
  /** An entity's id. */
  readonly chosen: string | null;
  /** Null until it is made. */
  readonly finder: Finder | null;
  /** Takes the focus as soon as it is there. */
  readonly focus: boolean;
  /** Called when something is to be found. */
  readonly onWanted: () => void;
  /** Null empties the field. */
  readonly onChoose: (id: string | null) => void;
}

export function EntityPicker(props: EntityPickerProps) {
  const { explorer, label, chosen, finder, focus, onWanted, onChoose } = props;
  const t = text.value;
  const words = PATH_WORDS[t.language];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Null while the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(() => {
    if (focus) field.current?.focus({ preventScroll: true });
  }, []);

  const asked = typed?.trim() ?? "";
  const offered = asked === "" ? hubsOf(explorer) : found(explorer, finder, asked);
  const leave = () => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (entity: string | undefined) => {
    if (entity === undefined) return;
    leave();
    onChoose(entity);
  };
  const { isOpen, setOpen, active, setActive, onKeyDown } = useCombobox(
    offered.length,
    (at) => choose(isOpen ? offered[at] : undefined),
    leave,
  );
  const isReading = asked !== "" && finder === null;
  const isNone = asked !== "" && !isReading && offered.length === 0;

  useEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, isOpen]);

  return (
    <div class="picker">
      <label for={`${id}-field`}>{label}</label>
      <input
        ref={field}
        id={`${id}-field`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.placeholder}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && offered.length > 0 ? `${id}-${active}` : undefined}
        value={typed ?? (chosen === null ? "" : fullName(explorer.facts.dataset, chosen, t))}
        onFocus={({ currentTarget }) => {
          onWanted();
          currentTarget.select();
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          // An emptied field is an open end; anything else unfinished is as if nothing had been typed.
          if (typed === "" && chosen !== null) onChoose(null);
          leave();
        }}
        onInput={({ currentTarget }) => {
          onWanted();
          setTyped(currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          // A first Escape folds the list; the next one is the page's.
          if (event.key !== "Escape" || isOpen || typed !== null) onKeyDown(event);
        }}
      />
      <div class="picks" hidden={!isOpen}>
        {(isReading || isNone) && <p>{isReading ? t.search.loading : t.search.none(asked)}</p>}
        {/* The field keeps the focus, so that a press here does not close what it presses. */}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          ref={list}
          onMouseDown={(event) => event.preventDefault()}
        >
          {offered.map((entity, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
            <div
              key={entity}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onClick={() => choose(entity)}
            >
              <span>{fullName(explorer.facts.dataset, entity, t)}</span>
              <span class="note">{noteOf(explorer, entity)}</span>
            </div>
          ))}
        </div>
      </div>
      <span class="hidden-words" role="status">
        {isOpen && asked !== "" && !isReading
          ? isNone
            ? t.search.none(asked)
            : t.search.found(offered.length)
          : ""}
      </span>
    </div>
  );
}

function found({ shown }: Explorer, finder: Finder | null, asked: string): readonly string[] {
  return finder?.find(asked, shown.peek().loops).entities.map(({ id }) => id) ?? [];
}

/** Those of the wheel, as they stand on it. */
function hubsOf({ facts, shown }: Explorer): readonly string[] {
  const hubs = Object.entries(facts.layout.nodes).filter(([, { place }]) => place === "hub");
  return hubs.flatMap(([id]) => (shown.value.graph.hasNode(id) ? [id] : []));
}

/** What else it is called, what it is, and whether the view hides it. */
function noteOf({ facts, shown }: Explorer, id: string): string {
  const t = text.value;
  const entity = facts.dataset.entities.get(id);
  if (entity === undefined) return "";
  const other = t.language === "en" ? entity.names["zh-Hans"] : entity.name;
  return t.join([
    other === fullName(facts.dataset, id, t) ? "" : other,
    entity.kind === null ? "" : ENTITY_KINDS[entity.kind][t.language],
    shown.value.graph.hasNode(id) ? "" : PATH_WORDS[t.language].notInView,
  ]);
}
