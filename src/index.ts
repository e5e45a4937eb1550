/**
 * Capital Loop as a library: facts, graph, loops and their forms. Everything here runs in Node, in
 * browsers and in workers.
 *
 * @packageDocumentation
 */
export { CapitalLoopError, ERROR_CODES, type ErrorCode, type Problem, problemLine } from "./errors.js";
export { CHANGE_FORMATS, type ChangeFormat } from "./formats/changes.js";
export { type CsvTables, toCsv } from "./formats/csv.js";
export { toCytoscape } from "./formats/cytoscape.js";
export { toDot } from "./formats/dot.js";
export { toGexf } from "./formats/gexf.js";
export { toGraphml } from "./formats/graphml.js";
export { FORMATS, type Format, type FormatName, type GraphRows, type WriteOptions } from "./formats/index.js";
export { toJson } from "./formats/json.js";
export { toJsonld } from "./formats/jsonld.js";
export { toNeo4j } from "./formats/neo4j.js";
export { toSql } from "./formats/sql.js";
export { toSvg } from "./formats/svg.js";
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
export { graphOfLoops } from "./loops/around.js";
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
export { type LegEvidence, legEvidence } from "./loops/leg-evidence.js";
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
export { LANGUAGES, type Language, sentenceOf } from "./loops/sentence.js";
export { countLoopsThroughEach, type LoopsThroughEach } from "./loops/through-each.js";
export { TIME_ORDERS, type TimeOrder } from "./loops/time.js";
export { BASIS_NAMES, type FlowBasis, LEFT_OUT, type LeftOut } from "./metrics/basis.js";
export { type Centrality, centralities } from "./metrics/centrality.js";
export { type Chance, type ChanceOptions, loopsAgainstChance } from "./metrics/chance.js";
export { type CirculatingLoop, type Circulation, maximumCirculation } from "./metrics/circulation.js";
export { type ComparedFigure, compareWithPublished } from "./metrics/compare.js";
export { type Concentration, concentration, concentrationOf } from "./metrics/concentration.js";
export type { Aside, Coverage } from "./metrics/coverage.js";
export { type Cycling, cycling } from "./metrics/cycling.js";
export {
  type Dependence,
  type DependenceOptions,
  type DependenceTable,
  dependence,
  type FinancedCustomer,
} from "./metrics/dependence.js";
export {
  type Change,
  type Changed,
  type DealSide,
  type Diff,
  diffDays,
  type LoopSide,
} from "./metrics/diff.js";
export {
  type BuyerPart,
  explainShares,
  type PairPart,
  type ReturnPart,
  type ShareExplanation,
} from "./metrics/explain-shares.js";
export {
  BREAK_WEIGHTS,
  type BreakOptions,
  type BreakSet,
  type BreakWeight,
  feedbackArcs,
} from "./metrics/feedback.js";
export {
  FINDING_RULE_NAMES,
  FINDING_RULES,
  type Finding,
  type FindingOptions,
  type FindingRule,
  findings,
} from "./metrics/findings.js";
export { type FlowMatrix, flowMatrix, type MatrixOptions, withoutDeals } from "./metrics/flow-matrix.js";
export { type HealthValue, type HealthYear, healthOf } from "./metrics/health.js";
export { type LoopMeasures, loopMeasures } from "./metrics/loop-measures.js";
export { type MarginalDeal, marginalDeals } from "./metrics/marginal.js";
export {
  type EntityMetrics,
  type Metrics,
  type MetricsOptions,
  metricsOf,
  type RoundTripShares,
  type SystemMetrics,
} from "./metrics/metrics.js";
export { type Netting, netting } from "./metrics/netting.js";
export {
  CAPACITY_KINDS,
  CAPACITY_OF,
  type CapacityKind,
  type CapacityRow,
  type Megawatts,
  type PowerInLoops,
  powerInLoops,
  type WaitingLoop,
} from "./metrics/power.js";
export { QUALITY_LISTS, type Quality, type QualityList, qualityOf } from "./metrics/quality.js";
export type { Holding } from "./metrics/related-parties.js";
export {
  ROUND_TRIP_SCOPES,
  type RoundTrip,
  type RoundTripOptions,
  type RoundTripScope,
  roundTrip,
} from "./metrics/round-trip.js";
export {
  type CashSchedule,
  cashSchedule,
  type ScheduledEntity,
  type ScheduledYear,
  type ScheduleOptions,
} from "./metrics/schedule.js";
export { paymentsOf, type Terms } from "./metrics/schedule-of.js";
export { STRESS_MODELS, type StressModel } from "./metrics/stress/models.js";
export type { Shock } from "./metrics/stress/shock.js";
export { type StressOptions, type StressResult, stress } from "./metrics/stress.js";
export { type BuiltDataset, contentOf, fromBuilt, toBuilt } from "./model/built.js";
export {
  CHANGED_SORTS,
  type ChangedSort,
  type DatasetChanges,
  datasetChanges,
  type FieldChange,
  type NamedRecord,
  type RecordChanges,
} from "./model/changes.js";
export { type Clocks, figuresOn, statementsOn } from "./model/clocks.js";
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
export { Conflict, conflictText, Deal, Evidence, Party, StatusStep } from "./model/deal.js";
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
export { type Lens, Lenses, lensesOf } from "./model/lenses.js";
export { METRICS, type Metric, UNITS } from "./model/metrics.js";
export { Money, type Rate, toUsd } from "./model/money.js";
export { type Market, Observation, type ObservationRecord } from "./model/observation.js";
export type { CoreDeal, CoreFacts } from "./model/records.js";
export { currentId, currentLoopId, Redirects } from "./model/redirects.js";
export { HIT_TYPES, type HitType, indexNames, type NameHit, type NameIndex } from "./model/search.js";
export { Publisher, type Source, SourceDocument, TIERS, type Tier } from "./model/source.js";
export { type Speaker, STATEMENT_KINDS, Statement, type StatementRecord } from "./model/statement.js";
export {
  DEAL_STATES,
  type DealState,
  FIRMNESS,
  type Firmness,
  type Standing,
  standingOn,
} from "./model/status.js";
export { type ReadGraphOptions, type ReadLegs, readGraphText } from "./reading/read-graph-text.js";
