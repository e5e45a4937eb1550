/** Rows of a graph file as legs, in typed columns: no object a row is kept. */
import { compactGraph } from "../graph/compact.js";
import type { LegFlow, LegGraph } from "../graph/legs.js";
import { keptBy, type View } from "../graph/view.js";
import { type Day, lastDay } from "../model/dates.js";
import { DEAL_KINDS, FLOW_KIND_NAMES } from "../model/deal-kinds.js";
import { type Column, numberColumn, wholeColumn } from "./column.js";
import { dayOf } from "./fields.js";
import { IdTable } from "./id-table.js";
import { bareFlow, DAY_OF_UNDATED, type FlowRow, type RowSink } from "./rows.js";

/** Legs of a file, and the day they are seen from. */
export interface RowLegs {
  readonly legs: LegGraph;
  /** How many deals the rows in view are. */
  readonly deals: number;
  readonly asOf: Day;
}

/** What stands for "none" in a column of whole numbers. */
const NONE = -1;

/**
 * Gathers the rows that a view keeps. Ids, kinds and dates are kept once each; what a flow carries is made
 * when it is asked for.
 *
 * @remarks Space: 8 bytes a row for its ends, and 4 or 8 for each of amount, time, kind, date and id that any
 * row states.
 */
export class RowLegsSink implements RowSink {
  readonly #view: View;
  readonly #sees: ReturnType<typeof keptBy> | null;
  readonly #entities = new IdTable();
  readonly #dates = new IdTable();
  readonly #from = wholeColumn(NONE);
  readonly #to = wholeColumn(NONE);
  readonly #amountUsd = numberColumn();
  readonly #time = numberColumn();
  readonly #kind = wholeColumn(NONE);
  readonly #date = wholeColumn(NONE);
  /** The number of each row in the file, from 1; kept only where rows are left out. */
  readonly #number = wholeColumn(NONE);
  readonly #ids: (string | undefined)[] = [];
  /** Ids that are whole numbers, which a row without an id must not take. */
  readonly #takenNumbers = new Set<string>();
  #rows = 0;
  #kept = 0;
  #lastDate: string | null = null;
  #lastTime = Number.NEGATIVE_INFINITY;

  constructor(view: View) {
    this.#view = view;
    this.#sees = keepsAll(view) ? null : keptBy(view, view.asOf ?? END_OF_ROWS);
  }

  add(row: FlowRow): void {
    this.#rows++;
    const { id, kind, amountUsd, announced, time } = row;
    if (announced !== null && (this.#lastDate === null || lastDay(announced) > lastDay(this.#lastDate)))
      this.#lastDate = announced;
    if (time !== null && time > this.#lastTime) this.#lastTime = time;
    if (id !== null && isWhole(id)) this.#takenNumbers.add(id);
    if (this.#sees !== null) {
      if (this.#sees(bareFlow(row)) === null) return;
      this.#number.set(this.#kept, this.#rows);
    }
    const at = this.#kept++;
    this.#from.set(at, this.#entities.number(row.source));
    this.#to.set(at, this.#entities.number(row.target));
    if (amountUsd !== null) this.#amountUsd.set(at, amountUsd);
    if (time !== null) this.#time.set(at, time);
    if (kind !== null) this.#kind.set(at, FLOW_KIND_NAMES.indexOf(kind));
    if (announced !== null) this.#date.set(at, this.#dates.number(announced));
    if (id !== null) this.#ids[at] = id;
  }

  /** The legs of all rows; the sink is empty afterwards. */
  take(undatedDay: Day = DAY_OF_UNDATED): RowLegs {
    const numbers = this.#number.take(this.#kept);
    // Each row is a deal of its own, but where one bears the name that another is given for want of one.
    const shared = this.#ids.filter(
      (id) => id !== undefined && this.#namelessRow(id, numbers) !== null,
    ).length;
    const asOf = this.#view.asOf ?? this.#lastDay() ?? undatedDay;
    return { legs: this.#legs(numbers), deals: this.#kept - shared, asOf };
  }

  #legs(number: Int32Array | null): LegGraph {
    const rows = this.#kept;
    const entities = this.#entities;
    const inOrder = entities.inOrder();
    const rank = new Int32Array(inOrder.length);
    inOrder.forEach((number, v) => {
      rank[number] = v;
    });
    const ends = (column: Column<Int32Array>) =>
      (column.take(rows) ?? new Int32Array()).map((number) => rank[number] as number);
    const from = ends(this.#from);
    const to = ends(this.#to);
    const amountUsd = this.#amountUsd.take(rows);
    const time = this.#time.take(rows);
    const kind = this.#kind.take(rows);
    const date = this.#date.take(rows);
    const ids = Array.from(inOrder, (entity) => entities.ids[entity] ?? "");

    const numberOf = (row: number) => String(number?.[row] ?? row + 1);
    const kindOf = (row: number) => FLOW_KIND_NAMES[kind?.[row] ?? NONE] ?? null;
    const statedIn = (column: Float64Array | null, row: number) => {
      const value = column?.[row] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    };
    const flow = (row: number): LegFlow => {
      const id = this.#ids[row] ?? null;
      const bare = bareFlow({
        source: ids[from[row] as number] ?? "",
        target: ids[to[row] as number] ?? "",
        id,
        kind: kindOf(row),
        amountUsd: statedIn(amountUsd, row),
        announced: this.#dates.ids[date?.[row] ?? NONE] ?? null,
        time: statedIn(time, row),
      });
      return { id: id ?? this.#keyOf(numberOf(row)), ...bare, deal: id ?? `row-${numberOf(row)}` };
    };
    return {
      ...compactGraph(ids.length, { from, to, time, amountUsd: countedUsd(amountUsd, kind) }),
      ids,
      indexOf: {
        has: (id) => entities.find(id) !== undefined,
        get: (id) => {
          const entity = entities.find(id);
          return entity === undefined ? undefined : rank[entity];
        },
      },
      kindOf: () => null,
      flow,
      deals: () => this.#ids.filter((id) => id !== undefined),
      flowsOfDeal: (deal) => this.#rowsOfDeal(deal, number),
    };
  }

  /** A row without an id is the edge of its number, unless another row has that for its id. */
  #keyOf(number: string): string {
    return this.#takenNumbers.has(number) ? `row-${number}` : number;
  }

  #rowsOfDeal(deal: string, number: Int32Array | null): readonly number[] {
    const rows: number[] = [];
    this.#ids.forEach((id, row) => {
      if (id === deal) rows.push(row);
    });
    const nameless = this.#namelessRow(deal, number);
    return nameless === null ? rows : [...rows, nameless];
  }

  /** The row without an id that a name such as `row-7` is given to; null where there is none. Time O(log rows). */
  #namelessRow(deal: string, numbers: Int32Array | null): number | null {
    const numbered = /^row-(\d+)$/.exec(deal)?.[1];
    if (numbered === undefined) return null;
    const row = numbers === null ? Number(numbered) - 1 : placeIn(numbers, Number(numbered));
    return row < 0 || row >= this.#kept || this.#ids[row] !== undefined ? null : row;
  }

  #lastDay(): Day | null {
    const days = [
      ...(this.#lastDate === null ? [] : [lastDay(this.#lastDate)]),
      ...(this.#lastTime === Number.NEGATIVE_INFINITY ? [] : [dayOf(this.#lastTime)]),
    ];
    return days.sort().at(-1) ?? null;
  }
}

/** A day that no row of a file lies beyond. */
const END_OF_ROWS: Day = "9999-12-31";

/** Whether a view leaves no row of a file out, so that none has to be looked at. */
function keepsAll({ asOf, status = "live", firm, kinds, layers, collection = "current" }: View): boolean {
  const asks = [asOf, firm, kinds, layers].some((part) => part !== undefined);
  return !asks && (status === "live" || status === "all") && collection === "current";
}

/** Whether an id could be the number of a row. */
function isWhole(id: string): boolean {
  return /^[1-9]\d*$/.test(id);
}

/** Amounts as they count for a leg: what is paid only if something happens counts in no sum. */
function countedUsd(amountUsd: Float64Array | null, kind: Int32Array | null): Float64Array | null {
  if (amountUsd === null || kind === null) return amountUsd;
  const isContingent = FLOW_KIND_NAMES.map((name) => DEAL_KINDS[name].class === "CONT");
  return amountUsd.map((usd, row) => (isContingent[kind[row] as number] === true ? Number.NaN : usd));
}

/** Where a number stands in rising ones; -1 where it does not. */
function placeIn(rising: Int32Array, wanted: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rising[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
