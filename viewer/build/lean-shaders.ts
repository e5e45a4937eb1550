/** Leaves notes and indents out of shaders: they are text to a bundler, so it sends them as they were written. */
import type { Plugin } from "vite";

/** What editors know a shader by: a comment before a template, or before a string where it was compiled. */
const SHADER = /\/\* ?glsl ?\*\/\s*(?:`[^`]*`|"(?:[^"\\]|\\.)*")/g;

export function leanShaders(): Plugin {
  return {
    name: "capital-loop-lean-shaders",
    apply: "build",
    transform(code) {
      if (!code.includes("glsl")) return;
      const lean = code.replace(SHADER, (source) => leanShader(source));
      return lean === code ? undefined : { code: lean, map: null };
    },
  };
}

/** A literal with the same program in fewer letters; lines stay lines, as directives are one each. */
export function leanShader(literal: string): string {
  const newline = literal.endsWith("`") ? "\n" : "\\n";
  const lines = literal.split(newline).map((line) => line.replace(/\/\/.*/, "").trim());
  return lines.filter((line, i) => line !== "" || i === 0).join(newline);
}
