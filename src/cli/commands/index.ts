/** Every command by its name, in the order the help lists them; each is loaded only when it is asked for. */
import type { Command } from "../command.js";

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  explore: async () => (await import("./explore.js")).explore,
  loops: async () => (await import("./loops.js")).loops,
  show: async () => (await import("./show.js")).show,
  search: async () => (await import("./search.js")).search,
  findings: async () => (await import("./findings.js")).findingsCommand,
  metrics: async () => (await import("./metrics.js")).metrics,
  stress: async () => (await import("./stress.js")).stressCommand,
  break: async () => (await import("./break.js")).breakCommand,
  compare: async () => (await import("./compare.js")).compare,
  chance: async () => (await import("./chance.js")).chance,
  figures: async () => (await import("./figures.js")).figures,
  statements: async () => (await import("./statements.js")).statements,
  diff: async () => (await import("./diff.js")).diff,
  quality: async () => (await import("./quality.js")).quality,
  changes: async () => (await import("./changes.js")).changes,
  export: async () => (await import("./export.js")).exportCommand,
  mcp: async () => (await import("./mcp.js")).mcp,
  validate: async () => (await import("./validate.js")).validate,
};

/** All of them, for the help. */
export async function allCommands(): Promise<Readonly<Record<string, Command>>> {
  const loaded = Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const);
  return Object.fromEntries(await Promise.all(loaded));
}
