/** Every loop of a graph up to a length, in batches of integers, for those who look at all of them. */
import type { CompactGraph } from "../graph/compact.js";
import { BoundedFinder } from "./search/bounded.js";
import { BatchWriter, type LoopBatch } from "./search/kernel.js";
import { rankGraph } from "./search/ranked.js";

/**
 * Batches of the loops of two legs to `maxLength`, each loop once. A batch is the consumer's to keep; who has
 * seen enough stops asking.
 *
 * @remarks Loops can be exponentially many.
 */
export function* searchLoops(graph: CompactGraph, maxLength: number): Generator<LoopBatch> {
  const ranked = rankGraph(graph);
  const bound = Math.min(maxLength, ranked.size);
  const finder = new BoundedFinder(ranked, 2, bound);
  const writer = new BatchWriter(bound);
  for (let root = 0; root < ranked.size; root++) {
    finder.begin(root);
    while (finder.run(writer, () => false) !== "done") yield writer.take().slice();
  }
  yield writer.take().slice();
}
