/** Stress: what a deal cut short, or an entity that fails, takes from everybody else. */
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { DEFAULT_MAX_LENGTH, unknownId } from "../loops/query.js";
import type { Coverage } from "./coverage.js";
import { checkAmount, type FlowMatrix, flowMatrix, type MatrixOptions } from "./flow-matrix.js";
import { type LostLoop, loopsHit, type WeakenedLoop } from "./stress/loops-hit.js";
import { SPREAD, STRESS_MODELS, type StressModel, type System } from "./stress/models.js";
import { checkShock, keepOf, type Shock } from "./stress/shock.js";

/** The model of a stress run, and what it is given. */
export interface StressOptions extends MatrixOptions {
  /** `cascade` unless given. */
  readonly model?: StressModel | undefined;
  /** Cascade: the part of a loss that everybody passes on, 0..1; 1 unless given. */
  readonly passOn?: number | undefined;
  /** US dollars by entity: what it can lose (cascade 0, DebtRank all it handles, unless given). */
  readonly buffers?: ReadonlyMap<string, number> | undefined;
  /** Clearing, US dollars by entity: what it has in hand. Unless given, what closes its balance. */
  readonly cash?: ReadonlyMap<string, number> | undefined;
  /** Clearing: the share of its cash and of its income that a defaulter can still use; 1 unless given. */
  readonly alpha?: number | undefined;
  readonly beta?: number | undefined;
  /** Loops that are lost are looked for to this length; 5 unless given. */
  readonly maxLength?: number | undefined;
}

/** US dollars on the basis. */
export interface StressLoss {
  readonly id: string;
  readonly directUsd: number;
  readonly lossUsd: number;
  readonly inflowUsd: number;
  /** Of what `shareOf` names, 0..1; null where there is nothing to lose. */
  readonly share: number | null;
}

/** What a payee is no longer paid on one flow, US dollars. */
export interface FlowLoss {
  readonly flow: string;
  readonly deal: string;
  readonly from: string;
  readonly to: string;
  readonly usd: number;
  readonly lostUsd: number;
}

/** What a shock takes from whom. Amounts are US dollars of the basis. */
export interface StressResult {
  readonly model: StressModel;
  readonly basis: string;
  readonly shock: { readonly cuts: Readonly<Record<string, number>>; readonly defaults: readonly string[] };
  readonly directUsd: number;
  readonly lostUsd: number;
  /** All losses over the direct ones; null when nothing is lost directly. */
  readonly multiplier: number | null;
  /** Who loses, the largest loss first. */
  readonly losses: readonly StressLoss[];
  readonly shareOf: string;
  /** Cascade: the flows that pay less, the largest loss first; a payee's losses are the sum of its rows. */
  readonly flowLosses: readonly FlowLoss[];
  /** Clearing: who cannot pay in full, by round. */
  readonly defaultsByRound: readonly (readonly string[])[];
  readonly loopsLost: readonly LostLoop[];
  readonly loopsWeakened: readonly WeakenedLoop[];
  readonly loopsComplete: boolean;
  readonly coverage: Coverage;
  readonly warnings: readonly string[];
}

/** A dense table of this many entities on either side is 32 MB. */
const MOST_ENTITIES = 2_000;

/**
 * Runs a shock through the payments of a view that count on a basis.
 *
 * An entity that fails pays nothing more (in clearing: has no cash of its own, and pays out of what it is paid).
 * Recorded deals stand for all that an entity does, so losses are those of the recorded web, not of the firm.
 *
 * @throws CapitalLoopError `unknown-id`; `invalid-query` for no shock, a share outside 0..1, an amount below 0,
 * an unknown model, more than 2 000 entities with amounts.
 * @remarks Cascade and DebtRank O(n^3), clearing O(n^4) at worst, for n entities with amounts.
 * @example stress(view, { cuts: new Map([["openai-oracle-300b-2025", 0.3]]) }).lostUsd;
 */
export function stress(graph: CapitalGraph, shock: Shock, options: StressOptions = {}): StressResult {
  const { model = "cascade", maxLength = DEFAULT_MAX_LENGTH } = options;
  if (!STRESS_MODELS.includes(model))
    throw new CapitalLoopError(
      "invalid-query",
      `model: "${model}" is not known; one of ${STRESS_MODELS.join(", ")}`,
    );
  checkShock(graph, shock);
  const { passOn = 1 } = options;
  if (!(passOn >= 0 && passOn <= 1))
    throw new CapitalLoopError("invalid-query", `passOn: ${passOn} is no share; give 0 to 1`);
  const matrix = flowMatrix(graph, options);
  // In clearing a failed entity still owes, and shares out what it is paid; elsewhere it pays nothing.
  const system = systemOf(matrix, shock, keepOf(model === "clearing" ? { cuts: shock.cuts } : shock));
  const perEntity = (name: string, given: ReadonlyMap<string, number> | undefined) =>
    given === undefined ? undefined : amountsOf(name, given, graph, system.ids);
  const { direct, loss, share, shareOf, waves, cutBack } = SPREAD[model](system, {
    ...options,
    buffers: perEntity("buffer", options.buffers),
    cash: perEntity("cash", options.cash),
  });

  const sum = (list: Float64Array) => list.reduce((a, b) => a + b, 0);
  const directUsd = sum(direct);
  const hit = loopsHit(graph, shock, maxLength);
  const uncounted = [...(shock.cuts?.keys() ?? [])].filter(
    (deal) => !matrix.counted.some((pair) => pair.some((flow) => flow.deal === deal)),
  );
  return {
    model,
    basis: matrix.basis,
    shock: { cuts: Object.fromEntries(shock.cuts ?? []), defaults: shock.defaults ?? [] },
    directUsd,
    lostUsd: sum(loss),
    multiplier: directUsd > 0 ? sum(loss) / directUsd : null,
    losses: system.ids
      .map((id, i) => ({
        id,
        directUsd: direct[i] as number,
        lossUsd: loss[i] as number,
        inflowUsd: system.inflow[i] as number,
        share: share[i] ?? null,
      }))
      .filter(({ lossUsd }) => lossUsd > 0)
      .sort((a, b) => b.lossUsd - a.lossUsd),
    shareOf,
    flowLosses:
      cutBack === null ? [] : flowLossesOf(matrix, shock, (id) => cutBack[system.ids.indexOf(id)] ?? 0),
    defaultsByRound: waves.map((wave) => wave.map((i) => system.ids[i] as string)),
    loopsLost: hit.lost,
    loopsWeakened: hit.weakened,
    loopsComplete: hit.complete,
    coverage: matrix.coverage,
    warnings: [
      ...matrix.warnings,
      ...uncounted.map((deal) => `${deal} has no amount on this basis: cutting it moves no money here`),
    ],
  };
}

/** Everybody with an amount, and the tables of what each pays each. */
function systemOf(matrix: FlowMatrix, shock: Shock, keep: ReturnType<typeof keepOf>): System {
  const active = matrix.ids.flatMap((_, i) => ((matrix.throughflow[i] as number) > 0 ? [i] : []));
  if (active.length > MOST_ENTITIES)
    throw new CapitalLoopError(
      "invalid-query",
      `stress looks at up to ${MOST_ENTITIES} entities with amounts, here are ${active.length}; narrow the view`,
    );
  const place = new Map(active.map((i, k) => [i, k]));
  const table = () => active.map(() => new Float64Array(active.length));
  const system = { before: table(), kept: table(), keptFinancing: table() };
  matrix.counted.forEach((flows, pair) => {
    const from = place.get(matrix.source[pair] as number) as number;
    const to = place.get(matrix.target[pair] as number) as number;
    const payer = matrix.ids[matrix.source[pair] as number] as string;
    const add = (rows: readonly Float64Array[], usd: number) => {
      const row = rows[from] as Float64Array;
      row[to] = (row[to] as number) + usd;
    };
    for (const flow of flows) {
      const left = flow.usd * keep(flow, payer);
      add(system.before, flow.usd);
      add(system.kept, left);
      if (flow.class === "FIN") add(system.keptFinancing, left);
    }
  });
  const pick = (list: Float64Array) => Float64Array.from(active, (i) => list[i] as number);
  const ids = active.map((i) => matrix.ids[i] as string);
  return {
    ...system,
    ids,
    inflow: pick(matrix.inflow),
    throughflow: pick(matrix.throughflow),
    outsideSource: pick(matrix.outsideSource),
    failed: new Set(ids.flatMap((id, i) => (shock.defaults?.includes(id) === true ? [i] : []))),
  };
}

/** `usd - kept x (1 - cut back)` for each flow. */
function flowLossesOf(matrix: FlowMatrix, shock: Shock, cutBack: (payer: string) => number): FlowLoss[] {
  const keep = keepOf(shock);
  return matrix.counted
    .flatMap((flows, pair) => {
      const from = matrix.ids[matrix.source[pair] as number] as string;
      const to = matrix.ids[matrix.target[pair] as number] as string;
      const stays = 1 - cutBack(from);
      return flows.map((flow) => {
        const { id, deal, usd } = flow;
        return { flow: id, deal, from, to, usd, lostUsd: usd - usd * keep(flow, from) * stays };
      });
    })
    .filter(({ lostUsd }) => lostUsd > 0)
    .sort((a, b) => b.lostUsd - a.lostUsd);
}

/** Given amounts in the order of the system's entities; one that is not given has 0. */
function amountsOf(
  name: string,
  given: ReadonlyMap<string, number>,
  graph: CapitalGraph,
  ids: readonly string[],
): Float64Array {
  for (const [id, usd] of given) {
    if (!graph.hasNode(id)) throw unknownId("entity", id, graph.nodes());
    checkAmount(`${name} of ${id}`, usd);
  }
  return Float64Array.from(ids, (id) => given.get(id) ?? 0);
}
