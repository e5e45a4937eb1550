/** What finds by name, made when somebody first looks for a name. */
import { useState } from "preact/hooks";
import type { Finder } from "../find.js";
import type { Explorer } from "../state.js";

/** Null until it is there; `load` may be called as often as one likes. */
export function useFinder({ facts, own }: Explorer): { readonly finder: Finder | null; load(): void } {
  const [finder, setFinder] = useState<Finder | null>(null);
  return {
    finder,
    load() {
      if (finder !== null) return;
      if (own !== undefined) setFinder(own.finder);
      else import("../find.js").then(({ createFinder }) => setFinder(createFinder(facts.dataset)));
    },
  };
}
