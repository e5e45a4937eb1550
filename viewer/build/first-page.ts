/**
 * Few and large chunks on the way to the first screen: what the page shares with parts that are loaded later
 * would else become many small files, each a request more and packed worse than together.
 */
import type { Rolldown } from "vite";

type InfoOf = (id: string) => Pick<Rolldown.ModuleInfo, "importedIds"> | null;

/**
 * Groups of modules, one chunk each: what a module reaches by plain imports goes to the first group whose module
 * reaches it.
 *
 * @param groups names, each with the path of its module, in the order in which they are loaded.
 */
export function chunksOf(groups: Readonly<Record<string, string>>): Rolldown.CodeSplittingOptions {
  let owners: ReadonlyMap<string, string> | null = null;
  return {
    groups: [
      {
        debugName: "first screen",
        name: (id, context) => {
          owners ??= ownersOf(groups, (other) => context.getModuleInfo(other));
          return owners.get(id) ?? null;
        },
      },
    ],
  };
}

/** Whose each module is; one that no group reaches is nobody's. */
export function ownersOf(groups: Readonly<Record<string, string>>, infoOf: InfoOf): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [name, path] of Object.entries(groups)) {
    const reached = new Set([path]);
    for (const id of reached) {
      for (const next of infoOf(id)?.importedIds ?? []) reached.add(next);
      if (!owners.has(id)) owners.set(id, name);
    }
  }
  return owners;
}
