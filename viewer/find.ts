/** What the search box finds: entities and deals by name, and the loops through all that was named. */
import type { CoreFacts } from "../src/model/records.js";
import { indexNames, type NameIndex } from "../src/model/search.js";
import type { Loops } from "./ranked-loops.js";
import type { Selection } from "./url.js";

export interface Found {
  readonly entities: readonly Selection[];
  readonly loops: readonly Selection[];
  readonly deals: readonly Selection[];
}

/** How many of each are offered. */
const MOST = { entities: 6, loops: 4, deals: 6 } as const;
/** How many loops are looked through, strongest first. */
const LOOPS_SEARCHED = 400;
/** Between the names of a loop: arrows, commas, spaces and words for them. */
const BETWEEN = /\s*(?:->|→|⇄|>|,|，|、)\s*|\s+/u;

/** Finds by any name; asked on every letter, so it is fast and says nothing about what is not there. */
export interface Finder {
  find(text: string, loops: Loops): Found;
}

export function createFinder(dataset: CoreFacts): Finder {
  const index = indexNames(dataset);
  return {
    find(text, loops) {
      const hits = index.search(text.replaceAll(/->|→|⇄|>/gu, " "), 40);
      const of = (type: "entity" | "deal", most: number) =>
        hits
          .filter((hit) => hit.type === type)
          .slice(0, most)
          .map(({ id }) => ({ type, id }));
      return {
        entities: of("entity", MOST.entities),
        loops: loopsThrough(text, index, loops).slice(0, MOST.loops),
        deals: of("deal", MOST.deals),
      };
    },
  };
}

/** The strongest loops that pass an entity for each name in the text. */
function loopsThrough(text: string, index: NameIndex, loops: Loops): readonly Selection[] {
  const meant = new Map<string, ReadonlySet<string>>();
  const entitiesOf = (name: string) => {
    const known = meant.get(name);
    if (known !== undefined) return known;
    const ids = index
      .search(name, 6)
      .filter(({ type }) => type === "entity")
      .slice(0, 3)
      .map(({ id }) => id);
    const found = new Set(ids);
    meant.set(name, found);
    return found;
  };
  const through = (names: readonly string[]) => {
    const wanted = names.map(entitiesOf);
    if (wanted.length === 0 || wanted.some((ids) => ids.size === 0)) return [];
    return loops
      .first(LOOPS_SEARCHED)
      .filter(({ entities }) => wanted.every((ids) => entities.some((id) => ids.has(id))))
      .map(({ id }): Selection => ({ type: "loop", id }));
  };
  // "SK hynix" is one name and "nvidia oracle" are two: the whole text is tried first.
  const whole = through([text.trim()].filter((name) => name !== ""));
  return whole.length > 0 ? whole : through(text.split(BETWEEN).filter((name) => name !== ""));
}
