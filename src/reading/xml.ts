/** Graphs in XML: GEXF and GraphML, told apart by their first element, whatever the file is called. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { Day } from "../model/dates.js";
import type { FileFaults } from "./faults.js";
import { GexfHandler } from "./gexf.js";
import { GraphMaker } from "./graph-maker.js";
import { GraphmlHandler } from "./graphml.js";
import { DAY_OF_UNDATED } from "./rows.js";
import { readXml } from "./xml-text.js";

/**
 * Reads a document as it comes. Faults are noted; the graph is worth something only when there were none.
 *
 * @param onWarning told of what was read otherwise than written.
 * @remarks Time O(characters), space O(nodes + edges).
 */
export async function readXmlGraph(
  text: AsyncIterable<string>,
  faults: FileFaults,
  undatedDay: Day = DAY_OF_UNDATED,
  onWarning?: (text: string) => void,
): Promise<CapitalGraph> {
  const maker = new GraphMaker(faults, undatedDay, onWarning);
  await readXml(text, faults, (root, place) => {
    if (root === "gexf") return new GexfHandler(maker);
    if (root === "graphml") return new GraphmlHandler(maker);
    maker.fault(
      place,
      `the file begins with <${root.slice(0, 40)}>`,
      "a graph begins with <gexf> or <graphml>",
    );
    return null;
  });
  return maker.finish();
}
