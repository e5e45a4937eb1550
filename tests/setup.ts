/** Before any test: what the tests drive must be there. */
import { existsSync } from "node:fs";
import { ensureBrowser } from "./browser/install.js";

const BUILT = ["../dist/cli/main.js", "../dist/dataset.json", "../dist/viewer/index.html"];

export default function setup(): void {
  for (const file of BUILT) {
    if (!existsSync(new URL(file, import.meta.url))) {
      throw new Error(`${file.slice(3)} is missing: run the tests with "npm test", which builds first`);
    }
  }
  ensureBrowser();
}
