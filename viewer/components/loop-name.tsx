/** A loop's members in order: two that pay each other, or a row that ends where it began. */
import { displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

/** `Amazon ⇄ OpenAI`, `NVIDIA → OpenAI → Oracle`; closed, the first one comes again. */
export function loopName(explorer: Explorer, id: string, closed = false): string {
  const names = namesIn(explorer, id);
  if (names.length === 2) return names.join(" ⇄ ");
  return [...names, ...(closed ? names.slice(0, 1) : [])].join(" → ");
}

/** `Microsoft → OpenAI → NVIDIA`. */
export function pathName(explorer: Explorer, id: string): string {
  return namesIn(explorer, id).join(" → ");
}

function namesIn({ facts }: Explorer, id: string): readonly string[] {
  return id.split(">").map((entity) => displayName(facts.dataset, entity, text.value));
}
