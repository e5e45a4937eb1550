/**
 * Capital Loop as a library: facts, graph, loops and their forms. Everything here runs in Node, in
 * browsers and in workers.
 *
 * @packageDocumentation
 */
export { CapitalLoopError, ERROR_CODES, type ErrorCode, type Problem, problemLine } from "./errors.js";
export { toGexf } from "./formats/gexf.js";
export { FORMATS } from "./formats/index.js";
export { buildGraph } from "./graph/build.js";
export {
  type CapitalGraph,
  type EntityAttributes,
  emptyGraph,
  type FlowAttributes,
  type GraphAttributes,
} from "./graph/capital-graph.js";
export { type DealFlow, flowsOf } from "./graph/flows.js";
export {
  flowAt,
  flowsOfLeg,
  type Leg,
  type LegFlow,
  type LegGraph,
  legAt,
  legsOf,
  type Searchable,
} from "./graph/legs.js";
export { type View, viewGraph } from "./graph/view.js";
export { legCurve } from "./layout/curves.js";
export { layoutGraph } from "./layout/layout.js";
export type { Layout } from "./layout/placed.js";
export { strongComponents } from "./loops/components.js";
export {
  countLoops,
  findLoops,
  type LoopBatches,
  type LoopCount,
  type LoopSearch,
  type SearchEnd,
  type StopReason,
} from "./loops/find.js";
export { bottleneckUsd, type Loop, loopId } from "./loops/loop.js";
export { loopWithId } from "./loops/named.js";
export { findPaths, type Path, type PathQuery, type PathSearch } from "./loops/paths.js";
export {
  CIRCULARITIES,
  type Circularity,
  MODIFIERS,
  type Modifier,
  PATTERN_NAMES,
  PATTERNS,
  type PatternName,
} from "./loops/patterns.js";
export { DEFAULT_MAX_LENGTH, type LoopQuery, RANKS, type Rank, type StopSignal } from "./loops/query.js";
export { TIME_ORDERS, type TimeOrder } from "./loops/time.js";
export { type BuiltDataset, fromBuilt, toBuilt } from "./model/built.js";
export {
  checkDataset,
  type Dataset,
  type DealRecord,
  type EntityRecord,
  parseDataset,
  type RawDataset,
  type RawRecord,
} from "./model/dataset.js";
export { type Day, firstDay, isDay, isPartialDay, lastDay, type PartialDay } from "./model/dates.js";
export { Deal, Evidence, Party, StatusStep } from "./model/deal.js";
export {
  DEAL_CLASSES,
  DEAL_KINDS,
  type DealClass,
  type DealKind,
  type FlowKind,
  type Letter,
  ROLES,
  type Role,
} from "./model/deal-kinds.js";
export { ENTITY_KINDS, Entity, type EntityKind, LAYERS, type Layer } from "./model/entity.js";
export { Money, type Rate, toUsd } from "./model/money.js";
export { indexNames, type NameHit, type NameIndex } from "./model/search.js";
export { Publisher, type Source, SourceDocument, TIERS, type Tier } from "./model/source.js";
export {
  DEAL_STATES,
  type DealState,
  FIRMNESS,
  type Firmness,
  type Standing,
  standingOn,
} from "./model/status.js";
