/** Ids that narrow a list: one that nothing on file has is said, not answered with an empty list. */
import { unknownId } from "../loops/query.js";
import { currentId, type Redirects } from "../model/redirects.js";

/**
 * The id of today of an entity, or of what else a list is about.
 *
 * @param known what can be asked about, by id.
 * @throws CapitalLoopError `unknown-id`.
 */
export function knownId(
  noun: string,
  id: string,
  redirects: Redirects,
  known: readonly { has(id: string): boolean; keys(): Iterable<string> }[],
): string {
  const now = currentId(redirects, "entities", id);
  if (known.some((ids) => ids.has(now))) return now;
  throw unknownId(
    noun,
    id,
    known.flatMap((ids) => [...ids.keys()]),
  );
}
