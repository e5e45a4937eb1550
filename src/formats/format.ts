/** What a format of files is, and what can be asked of a writer. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { Layout } from "../layout/placed.js";
import type { Dataset } from "../model/dataset.js";
import type { GraphRows, Merge } from "./rows.js";

/** The versions of GEXF: 1.3, and the one before for NetworkX and igraph, which do not read 1.3. */
export const GEXF_VERSIONS = ["1.3", "1.2draft"] as const;
export type GexfVersion = (typeof GEXF_VERSIONS)[number];

/** Each part may be left out; a format passes over what it has no word for. */
export interface WriteOptions {
  /** Which GEXF; 1.3 unless given. */
  readonly version?: GexfVersion | undefined;
  /** Also write each deal's status over time (GEXF). */
  readonly dynamic?: boolean | undefined;
  /** `none` unless given. */
  readonly merge?: Merge | undefined;
  /** Where entities stand: with it, places, sizes and colours are written. A picture needs it. */
  readonly positions?: Layout | undefined;
  /** The facts behind the graph: with it, sources are written by the formats that have room for them. */
  readonly dataset?: Dataset | null | undefined;
  /** Begin tables with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean | undefined;
  /** Write table cells that a spreadsheet would run as formulas as they are. */
  readonly rawCells?: boolean | undefined;
}

/**
 * A text in pieces of some ten thousand characters, so that a large graph never stands in memory as text.
 * The same graph gives the same bytes.
 */
export type Writer = (graph: CapitalGraph | GraphRows, options?: WriteOptions) => Iterable<string>;

/** A format of graphs: how it is called, what opens it, and how it is written. */
export interface Format {
  /** As people call it. */
  readonly name: string;
  /** What opens it, in a few words. */
  readonly opens: string;
  /** Ends of file names, without the dot; the first is the one to write. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Writes it, where it is one file. */
  readonly write?: Writer;
  /** Writes it, where it is several: each by its name in a folder. */
  readonly parts?: Readonly<Record<string, Writer>>;
  /** Whether a graph is read from it: `readGraph`, `--graph`. */
  readonly reads?: boolean;
}
