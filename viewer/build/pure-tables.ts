/**
 * Lets the build leave out what the page never asks of the model. A module there holds tables, schemas and plain
 * functions, and nothing at its top level does anything; but a bundler cannot see that a chain such as
 * `z.string().refine(…)` only makes a value, and would send every schema, and zod, to read facts that were
 * checked when they were built.
 */
import type { Plugin, Rolldown } from "vite";

const MADE: ReadonlySet<string> = new Set(["CallExpression", "ObjectExpression"]);
const MODEL = /\/src\/model\/[\w-]+\.ts$/;

export function pureTables(): Plugin {
  return {
    name: "capital-loop-pure-tables",
    apply: "build",
    enforce: "post",
    transform(code, id) {
      if (!MODEL.test(id)) return;
      let marked = code;
      // From the last to the first, so that the places before stay where they are.
      for (const { start, end } of madeAtTheTop(this.parse(code)).reverse())
        marked = `${marked.slice(0, start)}/* @__PURE__ */ (() => (${marked.slice(start, end)}))()${marked.slice(end)}`;
      return { code: marked, map: null };
    },
  };
}

/** Where a constant of a module is made by a call, alone or in a table, in order. */
function madeAtTheTop({
  body,
}: ReturnType<Rolldown.PluginContext["parse"]>): { start: number; end: number }[] {
  return body.flatMap((statement) => {
    const inner = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (inner?.type !== "VariableDeclaration") return [];
    return inner.declarations.flatMap(({ init }) => (init != null && MADE.has(init.type) ? [init] : []));
  });
}
