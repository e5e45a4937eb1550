/** A question that names old ids, in the ids of today. */
import { currentId, type Redirects, renamedNote } from "../model/redirects.js";
import type { LoopQuery } from "./query.js";

/** The query by the ids of today, with a line for each that was renamed. */
export function currentQuery<Q extends Pick<LoopQuery, "through" | "via">>(
  redirects: Redirects,
  query: Q,
): { readonly query: Q; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const current = (sort: keyof Redirects, id: string) => {
    const now = currentId(redirects, sort, id);
    if (now !== id) notes.push(renamedNote(id, now));
    return now;
  };
  const through = query.through?.map((id) => current("entities", id));
  const via = query.via === undefined ? undefined : current("deals", query.via);
  return {
    query: { ...query, ...(through === undefined ? {} : { through }), ...(via === undefined ? {} : { via }) },
    notes,
  };
}
