/** Every format a graph can be written in: one table for the command line, the explorer and the library. */
import type { Format } from "./format.js";
import { writeGexf } from "./gexf.js";
import { writeJson } from "./json.js";

/** Every format that a graph is written in, by its name. */
export const FORMATS = {
  gexf: { name: "GEXF", extensions: ["gexf"], mediaType: "application/gexf+xml", write: writeGexf },
  json: { name: "JSON (graphology)", extensions: ["json"], mediaType: "application/json", write: writeJson },
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;

export {
  type Format,
  GEXF_VERSIONS,
  type GexfVersion,
  MERGES,
  type Merge,
  type WriteOptions,
} from "./format.js";
