/** Finds entities by any part of their name: graphs of unknown size need no index for that. */
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import type { Finder } from "../find.js";
import type { Selection } from "../url.js";

const MOST = { entities: 8, loops: 5 } as const;
const LOOPS_SEARCHED = 400;
/** Between the names of a loop. */
const BETWEEN = /\s*(?:->|→|⇄|>|,|，|、)\s*|\s+/u;

interface Name {
  readonly id: string;
  readonly text: string;
}

/** @remarks The first search takes O(entities), to fold their names; each looks at every name. */
export function plainFinder(graph: CapitalGraph): Finder {
  let known: readonly Name[] | null = null;
  const namesOf = (): readonly Name[] =>
    graph.mapNodes((id, { label, nameZhHans, nameZhHant }) => ({
      id,
      text: folded([label, id, nameZhHans ?? "", nameZhHant ?? ""].join("\n")),
    }));
  const called = (words: string, most: number): readonly string[] => {
    const wanted = folded(words);
    known ??= namesOf();
    if (wanted === "") return [];
    const begin: string[] = [];
    const within: string[] = [];
    for (const { id, text } of known) {
      const at = text.indexOf(wanted);
      if (at === -1) continue;
      if (at === 0 || text[at - 1] === "\n") begin.push(id);
      else if (within.length < most) within.push(id);
    }
    // The whole name before names that only begin so.
    begin.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    return [...begin, ...within].slice(0, most);
  };
  return {
    find(text, loops) {
      const whole = called(text.trim(), MOST.entities);
      const parts = text.split(BETWEEN).filter((part) => part !== "");
      const wanted = (whole.length > 0 ? [text.trim()] : parts).map((part) => new Set(called(part, 3)));
      const through =
        wanted.length === 0 || wanted.some((ids) => ids.size === 0)
          ? []
          : loops
              .first(LOOPS_SEARCHED)
              .filter(({ entities }) => wanted.every((ids) => entities.some((id) => ids.has(id))));
      return {
        entities: whole.map((id): Selection => ({ type: "entity", id })),
        loops: through.slice(0, MOST.loops).map(({ id }): Selection => ({ type: "loop", id })),
        deals: [],
      };
    },
  };
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
