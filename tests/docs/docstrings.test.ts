/** Everything the library offers says what it is: the API reference has no blank. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

test("every export has a docstring", { timeout: 120_000 }, () => {
  const { config } = ts.readConfigFile(`${SRC}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, SRC);
  // The Node face offers all that the other does.
  const program = ts.createProgram([`${SRC}/node.ts`], options);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(`${SRC}/node.ts`);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);

  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  const blank = exported.filter((symbol) => {
    const meant = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
    return meant.getDocumentationComment(checker).length === 0;
  });

  expect(exported.length).toBeGreaterThan(100);
  expect(blank.map(({ name }) => name)).toEqual([]);
});
