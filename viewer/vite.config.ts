/** Builds the explorer into `dist/viewer`: plain files that work from any folder of any static host. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { budgets } from "./build/budgets.js";
import { chunksOf } from "./build/first-page.js";
import { leanShaders } from "./build/lean-shaders.js";
import { leanSigma } from "./build/lean-sigma.js";
import { pureTables } from "./build/pure-tables.js";

/** What the build of the facts leaves beside the library, and the page fetches. */
const DOCUMENTS = ["core.json", "details.json", "layout.json"] as const;

/**
 * Serves the facts in development and copies them into the build.
 *
 * @param folder where the build of the facts leaves them.
 */
export function facts(folder: string): Plugin {
  const read = (name: string): string => {
    if (!existsSync(folder + name)) {
      throw new Error(
        `${folder}${name} is missing; make it with: npm run build:library && npm run build:facts`,
      );
    }
    return readFileSync(folder + name, "utf8");
  };
  return {
    name: "capital-loop-facts",
    configureServer(server) {
      for (const name of DOCUMENTS) {
        server.middlewares.use(`/${name}`, (_request, response) => {
          response.setHeader("content-type", "application/json");
          response.end(read(name));
        });
      }
    },
    generateBundle() {
      for (const name of DOCUMENTS) this.emitFile({ type: "asset", fileName: name, source: read(name) });
    },
  };
}

/** zod's writers of JSON Schema: every schema names them, and the page never calls them. */
const SCHEMA_WRITERS = /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/** Leaves zod's writers of JSON Schema out of the reader of dropped files: a twentieth of all its code. */
function withoutSchemaWriters(): Plugin {
  return {
    name: "capital-loop-without-schema-writers",
    transform(code, id) {
      if (!SCHEMA_WRITERS.test(id)) return;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      const stubs = names.map((name) => `export const ${name} = () => ({});`).join("\n");
      return { code: stubs, map: null };
    },
  };
}

/** In development styles and reloads come inline and over a socket, which the page's own policy forbids. */
function withoutPolicy(): Plugin {
  return {
    name: "capital-loop-without-policy",
    apply: "serve",
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
  };
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // A third of the bytes of the emitter that stands in for Node's otherwise, under graphology and sigma.
  resolve: { alias: { events: "eventemitter3" } },
  plugins: [
    pureTables(),
    leanShaders(),
    leanSigma(),
    withoutPolicy(),
    facts(here("../dist/")),
    budgets({ "theme.js": readFileSync(here("public/theme.js"), "utf8") }),
  ],
  build: {
    outDir: "../dist/viewer",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    // A data: address for a small file would need the policy of the page to allow it.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: chunksOf({
          index: here("main.tsx"),
          page: here("mount.tsx"),
          stage: here("stage/stage.ts"),
        }),
      },
    },
  },
  worker: { format: "es", plugins: () => [withoutSchemaWriters()] },
});
