/** Ids in formats that cannot hold every text: they stay apart whatever they hold. */
import { legal } from "./xml.js";

/**
 * Ids as a format can hold them. Two that would become the same are told apart by a number, given in the order
 * of the ids.
 *
 * @param ids walks the ids, each once; a second time only where one must change.
 * @param written a text as the format can hold it; as XML can, unless given.
 * @returns what to write for an id.
 */
export function legalIds(ids: () => Iterable<string>, written = legal): (id: string) => string {
  const changed: string[] = [];
  for (const id of ids()) if (written(id) !== id) changed.push(id);
  if (changed.length === 0) return (id) => id;
  const names = new Map<string, string>();
  const left = new Set(changed);
  const taken = new Set<string>();
  for (const id of ids()) if (!left.has(id)) taken.add(id);
  for (const id of changed) {
    const base = written(id);
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}~${n}`;
    taken.add(name);
    names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}
