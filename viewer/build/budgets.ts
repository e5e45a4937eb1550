/**
 * What the page may weigh, checked in every build: nobody waits for a first screen that grew unnoticed. Weights
 * are gzipped; what the first screen takes is followed through the imports of what was really built.
 */
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** The most of each, in KB of 1024 bytes. */
export const BUDGETS = {
  "first paint": 60,
  "graph view": 130,
  "a later chunk": 30,
  "facts of the first screen": 150,
  "all facts": 300,
} as const;
export type Budget = keyof typeof BUDGETS;

/**
 * What the first screen imports as it runs, beside the page's own entry: the page, the drawing code, and the
 * words of one language that is not built in.
 */
export const FIRST_SCREEN: readonly string[] = ["/mount.tsx", "/stage/stage.ts", "/text/zh-hant.ts"];

/** Which documents of the facts the first screen reads; cards read the others. */
const FIRST_FACTS: readonly string[] = ["core.json", "layout.json"];

/** One budget with what counts for it, the heaviest file first. */
export interface Weight {
  readonly budget: Budget;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  readonly bytes: number;
}

/**
 * Weighs a build against every budget.
 *
 * @param beside files that the page loads and the bundler does not know, by name.
 */
export function weigh(bundle: Bundle, beside: ReadonlyMap<string, string> = new Map()): Weight[] {
  const weightOf = (file: string) => {
    const output = bundle[file];
    const content =
      output === undefined ? beside.get(file) : output.type === "chunk" ? output.code : output.source;
    return gzipSync(content ?? "").length;
  };
  const weight = (budget: Budget, files: Iterable<string>): Weight => {
    const weighed = [...files].map((file) => ({ file, bytes: weightOf(file) }));
    weighed.sort((a, b) => b.bytes - a.bytes);
    return { budget, files: weighed, bytes: weighed.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const page = bundle["index.html"];
  const html = page?.type === "asset" ? String(page.source) : "";
  const named = Object.keys(bundle).filter((file) => html.includes(file) && !file.endsWith(".html"));
  const entries = chunks.filter(({ fileName }) => named.includes(fileName));
  const paint = new Set(["index.html", ...beside.keys(), ...named, ...reached(bundle, entries)]);
  const taken = chunks.filter(({ moduleIds }) =>
    moduleIds.some((id) => FIRST_SCREEN.some((end) => id.endsWith(end))),
  );
  const view = new Set([...paint, ...reached(bundle, taken)]);
  const later = Object.keys(bundle).filter((file) => /\.(?:js|css)$/.test(file) && !view.has(file));
  const facts = Object.keys(bundle).filter((file) => file.endsWith(".json"));
  return [
    weight("first paint", paint),
    weight("graph view", view),
    ...later.map((file) => weight("a later chunk", [file])),
    weight(
      "facts of the first screen",
      facts.filter((file) => FIRST_FACTS.includes(file)),
    ),
    weight("all facts", facts),
  ];
}

/** Chunks, all that they import, and the styles of these. */
function reached(bundle: Bundle, from: readonly Rolldown.OutputChunk[]): Set<string> {
  const files = new Set<string>();
  const next = from.map(({ fileName }) => fileName);
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    const output = bundle[file];
    if (files.has(file) || output?.type !== "chunk") continue;
    files.add(file);
    next.push(...output.imports);
    for (const style of output.viteMetadata?.importedCss ?? []) files.add(style);
  }
  return files;
}

/** `graph view: 131.2 KB, and 130 KB is the most; heaviest stage-x.js 37.2 KB, …`, for each that is over. */
export function overweight(weights: readonly Weight[]): string[] {
  return weights
    .filter(({ budget, bytes }) => bytes > BUDGETS[budget] * 1024)
    .map(({ budget, bytes, files }) => {
      const heaviest = files.slice(0, 3).map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`);
      return `${budget}: ${kilobytes(bytes)}, and ${BUDGETS[budget]} KB is the most; heaviest ${heaviest.join(", ")}`;
    });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** Ends the build with one line where a budget is broken, else says in one line how far they are used. */
export function budgets(beside: Readonly<Record<string, string>>): Plugin {
  return {
    name: "capital-loop-budgets",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const weights = weigh(bundle, new Map(Object.entries(beside)));
        const over = overweight(weights);
        if (over.length > 0) this.error(`the explorer is heavier than it may be. ${over.join(". ")}`);
        const used = Object.keys(BUDGETS).map((budget) => {
          const most = Math.max(
            0,
            ...weights.filter((weight) => weight.budget === budget).map(({ bytes }) => bytes),
          );
          return `${budget} ${kilobytes(most)} of ${BUDGETS[budget as Budget]}`;
        });
        this.info(`gzipped: ${used.join(", ")}`);
      },
    },
  };
}
