/** The document that a build makes of the facts, as JSON. */
import { promises as fs, type PathLike } from "node:fs";
import { CapitalLoopError } from "../errors.js";

/**
 * Reads a `dataset.json`; `fromBuilt` says whether it is one.
 *
 * @throws CapitalLoopError `unreadable`; `invalid-dataset` when it is not JSON, as after a build that was cut off.
 */
export async function readBuilt(path: PathLike, name: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CapitalLoopError("invalid-dataset", `${name} is not JSON; make it again with: npm run build`);
    throw new CapitalLoopError("unreadable", `${name}: cannot be read; check who owns it`);
  }
}
