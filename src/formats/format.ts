/** What a format of files is, and what can be asked of a writer. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { Layout } from "../layout/placed.js";

/** The versions of GEXF: 1.3, and the one before for NetworkX and igraph, which do not read 1.3. */
export const GEXF_VERSIONS = ["1.3", "1.2draft"] as const;
export type GexfVersion = (typeof GEXF_VERSIONS)[number];

/** `none` writes every flow as an edge; `legs` one edge from an entity to the next, with the sum. */
export const MERGES = ["none", "legs"] as const;
export type Merge = (typeof MERGES)[number];

/** Each part may be left out; a format passes over what it has no word for. */
export interface WriteOptions {
  /** Which GEXF; 1.3 unless given. */
  readonly version?: GexfVersion | undefined;
  /** Also write each deal's status over time. */
  readonly dynamic?: boolean | undefined;
  /** `none` unless given. */
  readonly merge?: Merge | undefined;
  /** Where entities stand: with it, places, sizes and colours are written. */
  readonly positions?: Layout | undefined;
}

export interface Format {
  /** As people call it. */
  readonly name: string;
  /** Ends of file names, without the dot; the first is the one to write. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** The file in pieces of some ten thousand characters, so that a large graph never stands in memory as text. */
  write(graph: CapitalGraph, options?: WriteOptions): Iterable<string>;
}
