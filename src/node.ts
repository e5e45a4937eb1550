/**
 * Capital Loop under Node: the library, and what needs a disk or a port.
 *
 * @module capital-loop
 */
export * from "./index.js";
export { loadDataset } from "./node/load-dataset.js";
export { loadVersion } from "./node/load-version.js";
export {
  batchesInThreads,
  countLoopsInThreads,
  findLoopsInThreads,
  type LoopBatchesToCome,
  LoopThreads,
} from "./node/loop-threads.js";
export { type ReadDataset, readDataset } from "./node/read-dataset.js";
export { readGraph, readLegs } from "./node/read-graph.js";
export { type RunningExplorer, type ServeOptions, serveExplorer } from "./node/serve.js";
