/** Ids that were renamed: what bore the old one is found under the new one, for good. */
import * as z from "zod";
import { Id } from "./ids.js";

/** Old ids to new ones. Each new one exists, no old one is taken again, and no new one is itself renamed. */
export const Redirects = z.strictObject({
  entities: z.record(z.string(), Id).default({}),
  deals: z.record(z.string(), Id).default({}),
});
export type Redirects = z.infer<typeof Redirects>;

export const NO_REDIRECTS: Redirects = { entities: {}, deals: {} };

/** The id that stands for one today; the same where it was never renamed. */
export function currentId(redirects: Redirects, sort: keyof Redirects, id: string): string {
  const renamed = redirects[sort];
  return Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id;
}

/** A loop's id with its entities' ids of today: `a>b>c`. */
export function currentLoopId(redirects: Redirects, id: string): string {
  return id
    .split(">")
    .map((entity) => currentId(redirects, "entities", entity))
    .join(">");
}

/** One line for whoever asked by an old id. */
export function renamedNote(old: string, id: string): string {
  return `"${old}" is now called "${id}"`;
}
