import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** A folder may import itself, `errors.ts` and the folders before it. */
const ORDER = ["model", "graph", "loops", "metrics", "layout", "formats", "reading", "node", "cli"];
/** Where the disk and the process may be touched. */
const NODE_SIDE = /^src\/(node\.ts|node\/|cli\/)/;
/** What builds the page; the page itself must not import it. */
const BUILD = /^viewer\/(vite\.config\.ts|build\/)/;

const files = [...sourceFiles("src"), ...sourceFiles("viewer")];
const imports = files.flatMap((file) =>
  [...readFileSync(join(ROOT, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, to = ""]) => ({
      file,
      to: to.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), to)).replaceAll("\\", "/") : to,
    }),
  ),
);

describe("imports run one way", () => {
  test("there is something to look at", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  test(`${ORDER.join(" < ")}`, () => {
    const upward = imports.filter(({ file, to }) => {
      const here = ORDER.indexOf(file.split("/")[1] ?? "");
      const there = ORDER.indexOf(to.split("/")[1] ?? "");
      return file.startsWith("src/") && to.startsWith("src/") && here !== -1 && there > here;
    });
    expect(upward).toEqual([]);
  });

  test("nothing in src imports the viewer, and no module imports the library's own door", () => {
    const wrong = imports.filter(
      ({ file, to }) =>
        file.startsWith("src/") &&
        (to.startsWith("viewer/") || (to === "src/index.js" && file !== "src/node.ts")),
    );
    expect(wrong).toEqual([]);
  });

  test("browser code reaches no disk: node modules are named only on the Node side", () => {
    const wrong = imports.filter(
      ({ file, to }) => to.startsWith("node:") && !NODE_SIDE.test(file) && !BUILD.test(file),
    );
    expect(wrong).toEqual([]);
  });

  test("the viewer imports the library up to its readers, never its Node side", () => {
    const wrong = imports.filter(
      ({ file, to }) =>
        file.startsWith("viewer/") &&
        !BUILD.test(file) &&
        [NODE_SIDE, BUILD].some((side) => side.test(to.replace(/\.js$/, ".ts"))),
    );
    expect(wrong).toEqual([]);
  });

  test("only the stage imports sigma, which throws outside a browser", () => {
    const wrong = imports.filter(
      ({ file, to }) => /^(sigma|@sigma)/.test(to) && !file.startsWith("viewer/stage/"),
    );
    expect(wrong).toEqual([]);
  });

  test("no file imports itself in a ring", () => {
    const edges = new Map<string, string[]>();
    for (const { file, to } of imports) {
      for (const end of [".ts", ".tsx"]) {
        const target = to.replace(/\.js$/, end);
        if (files.includes(target)) edges.set(file, [...(edges.get(file) ?? []), target]);
      }
    }
    expect(ringIn(edges)).toBeNull();
  });
});

function ringIn(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const ring = walk(next, [...path, file]);
      if (ring !== null) return ring;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const ring = walk(file, []);
    if (ring !== null) return ring;
  }
  return null;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
}
