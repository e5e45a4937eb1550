/**
 * Leaves out of sigma what the stage never calls: its own programs and label painters, which every instance would
 * compile beside ours, and the names of colours. An edition of sigma in which a part is not found ends the build.
 */
import type { Plugin } from "vite";

/** In files of sigma whose path ends so: what is written there, and what the page gets instead. */
const PARTS: readonly { readonly file: RegExp; readonly changes: readonly (readonly [RegExp, string])[] }[] =
  [
    {
      file: /sigma\/settings\/dist\/sigma-settings\.esm\.js$/,
      changes: [
        [/(DEFAULT_NODE_PROGRAM_CLASSES = )\{[^}]*\}/, "$1{}"],
        [/(DEFAULT_EDGE_PROGRAM_CLASSES = )\{[^}]*\}/, "$1{}"],
        [/(defaultDrawEdgeLabel: )\w+/, "$1null"],
        [/(defaultDrawNodeLabel: )\w+/, "$1null"],
        [/(defaultDrawNodeHover: )\w+/, "$1null"],
      ],
    },
    // Only then can the bundler leave them out.
    {
      file: /sigma\/dist\/index-\w+\.esm\.js$/,
      changes: [[/= (createEdge\w+\(\);)/g, "= /* @__PURE__ */ $1"]],
    },
    { file: /sigma\/dist\/colors-\w+\.esm\.js$/, changes: [[/(var HTML_COLORS = )\{[^}]*\}/, "$1{}"]] },
  ];

export function leanSigma(): Plugin {
  return {
    name: "capital-loop-lean-sigma",
    apply: "build",
    transform(code, id) {
      const part = PARTS.find(({ file }) => file.test(id));
      if (part === undefined) return;
      return { code: part.changes.reduce((lean, change) => leave(lean, change, id), code), map: null };
    },
  };
}

function leave(code: string, [from, to]: readonly [RegExp, string], id: string): string {
  if (!from.test(code))
    throw new Error(`${id} has no ${from.source}: look at viewer/build/lean-sigma.ts again`);
  return code.replace(from, to);
}
