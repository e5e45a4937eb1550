/**
 * The state of the page: one view, which the address mirrors, and what follows from it. Components read
 * signals and call `go`; nothing else changes the view.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { WidthScale } from "../src/layout/line-look.js";
import { findEveryLoop } from "../src/loops/every.js";
import type { Day } from "../src/model/dates.js";
import { currentId, currentLoopId, type Redirects, renamedNote } from "../src/model/redirects.js";
import type { Facts } from "./data.js";
import type { Drawing } from "./drawing.js";
import { facetsOf } from "./facets.js";
import { facetsKey, filterKey, filterOf, NO_FILTER } from "./filter-of.js";
import { type Filter, filteredGraph } from "./filtered.js";
import type { Finder } from "./find.js";
import type { Language } from "./language.js";
import { countedIn, type Month, monthsOf } from "./months.js";
import type { OwnQuery, Tells } from "./own/own.js";
import { type Loops, RankedLoops } from "./ranked-loops.js";
import { type Shown, shownOf } from "./shown.js";
import type { Text } from "./text/en.js";
import { FIRST_VIEW, formatView, type Selection, type ViewState } from "./url.js";

/** Whether a change is a step that Back undoes, or one of many on the way to the next step. */
export type Step = "push" | "replace";

export interface Explorer {
  readonly facts: Facts;
  /** There for a file of the reader's own. */
  readonly own: Own | undefined;
  readonly lastDay: Day;
  readonly months: readonly Month[];
  /** The same months with the deals that the filters leave. */
  readonly shownMonths: ReadonlySignal<readonly Month[]>;
  readonly view: ReadonlySignal<ViewState>;
  readonly asOf: ReadonlySignal<Day>;
  readonly selection: ReadonlySignal<Selection | null>;
  /** The day and the filters in force. */
  readonly filter: ReadonlySignal<Filter>;
  readonly shown: ReadonlySignal<Shown>;
  /** The loops of the view in the order that the reader chose. */
  readonly listed: ReadonlySignal<Loops>;
  /** What the first view shows: the last day, no filter. */
  readonly everything: ReadonlySignal<Shown>;
  /** Whether the filters stand in place of the list. */
  readonly filtering: Signal<boolean>;
  /** Loops at the end of each month, once counted. */
  readonly monthLoops: Signal<readonly number[] | null>;
  /** Loops that opened and ended in each month, once known. */
  readonly monthTurns: Signal<readonly MonthTurns[] | null>;
  /** What was just done, for those who listen. */
  readonly said: Signal<string>;
  /** Why the picture cannot be drawn; null when it can. */
  readonly stageFault: Signal<"noWebGl" | "lost" | null>;
  /** What the day and the filters leave before any cut; `shown` is after them. */
  readonly uncut: ReadonlySignal<Shown>;
  go(change: Partial<ViewState>, step?: Step): void;
  select(selection: Selection | null): void;
  /** Other loops of the view than those that are listed. */
  find(query: OwnQuery): Loops;
}

export interface OwnPartProps {
  readonly explorer: Explorer;
}

/** What facts from a reader's own file do otherwise than the built-in ones. */
export interface Own {
  /** Tells one opened file from another. */
  readonly id: string;
  /** The name of the file. */
  readonly file: string;
  /** The built-in facts, which stand behind it. */
  readonly home: Facts;
  /** Words in place of those that would be untrue of it. */
  words(
    language: Language,
  ): Readonly<Record<"find" | "entities" | "payments" | "noAmounts" | "manyLines", string>>;
  readonly tells: Tells;
  /** What was read otherwise than written, in English. */
  readonly notes: readonly string[];
  /** Too large for what is counted anew at every move: filters, days and the like. */
  readonly isLarge: boolean;
  /** The view without filters, where it was made while the file was read. */
  readonly everything: Shown | null;
  /** How the picture is drawn where it is no wheel. */
  readonly drawing: Drawing | null;
  /** What widths stand for; null where the file has no amounts to compare. */
  readonly scale: WidthScale | null;
  /** How wide a leg is drawn where it is one of so many, in pixels. */
  widthOf(amountUsd: number | null, legs: number): number;
  /** Loops that are searched elsewhere and come as they are found. */
  loops(filter: Filter, query?: OwnQuery): Loops;
  titleOf(deal: string, text: Text): string;
  readonly finder: Finder;
  readonly parts: {
    readonly Headline: ComponentType<OwnPartProps>;
    /** How far the search for loops has come. */
    readonly SearchNote: ComponentType<OwnPartProps>;
    readonly DealCard: ComponentType<OwnPartProps & { readonly id: string }>;
    readonly LinkNote: ComponentType;
    /** What lies over the picture. */
    readonly OverStage: ComponentType<OwnPartProps>;
  };
}

export interface MonthTurns {
  readonly opened: number;
  readonly ended: number;
}

/** Where views are kept while the page is open: the browser's history, or a stand-in. */
export interface ViewHistory {
  read(): ViewState;
  write(view: ViewState, step: Step): void;
  /** Calls back when the reader went back or forward. */
  onTravel(change: (view: ViewState) => void): void;
}

export function createExplorer(facts: Facts, history: ViewHistory, own?: Own): Explorer {
  const lastDay = facts.dataset.about.asOf;
  const said = signal("");
  const read = (asked: ViewState): ViewState => {
    const selection = currentSelection(facts.dataset.redirects, asked.selection);
    if (asked.selection !== null && selection !== null && selection.id !== asked.selection.id)
      said.value = renamedNote(asked.selection.id, selection.id);
    return { ...asked, selection };
  };
  const view = signal<ViewState>(read(history.read()));
  history.onTravel((travelled) => {
    view.value = read(travelled);
  });

  // A link may ask for a day the facts do not cover yet.
  const asOf = computed(() => {
    const { asOf: asked } = view.value;
    return asked === null || asked > lastDay ? lastDay : asked;
  });
  const selectionKey = computed(() => formatView({ ...FIRST_VIEW, selection: view.value.selection }));
  const { deals } = facts.dataset;
  const loopsIn = (filter: Filter) => (own === undefined ? undefined : () => own.loops(filter));
  const shownBy = (filter: Filter) => shownOf(facts.graph, filter, deals, loopsIn(filter));
  const everything = computed(() => own?.everything ?? shownBy({ ...NO_FILTER, asOf: lastDay }));
  // Texts that change only with the filters, so that a change of the selection alone counts nothing anew.
  const key = computed(() => filterKey(view.value));
  const facets = computed(() => facetsKey(view.value));
  const filter = computed((): Filter => {
    void key.value;
    return { ...filterOf(view.peek()), asOf: asOf.value };
  });
  const shown = computed(() =>
    asOf.value === lastDay && key.value === "" ? everything.value : shownBy(filter.value),
  );
  const find = (query: OwnQuery): Loops => {
    const { filter, graph } = shown.value;
    return own?.loops(filter, query) ?? new RankedLoops(findEveryLoop(graph, query));
  };
  const order = computed(() => view.value.order);
  const listed = computed(() => {
    const rank = order.value;
    return rank === "bottleneck" ? shown.value.loops : find({ rank });
  });
  const months = monthsOf(facts.graph, lastDay);
  const shownMonths = computed(() => {
    if (facets.value === "") return months;
    const ever = { ...NO_FILTER, asOf: lastDay, facets: facetsOf(view.peek()) };
    return countedIn(months, filteredGraph(facts.graph, ever, deals, "all"));
  });

  const go = (change: Partial<ViewState>, step: Step = "push") => {
    const old = view.peek();
    const next = { ...old, ...change };
    if (next.asOf === lastDay) next.asOf = null;
    if (formatView(next) === formatView(old)) return;
    batch(() => {
      view.value = next;
      history.write(next, step);
    });
  };

  return {
    facts,
    own,
    lastDay,
    months,
    shownMonths,
    view,
    asOf,
    selection: computed(() => (selectionKey.value === "" ? null : view.peek().selection)),
    filter,
    shown,
    listed,
    everything,
    filtering: signal(false),
    monthLoops: signal(null),
    monthTurns: signal(null),
    said,
    stageFault: signal(null),
    go,
    uncut: shown,
    find,
    select: (selection) => go({ selection, story: null }),
  };
}

/** What an old link asks for, by the ids of today. */
function currentSelection(redirects: Redirects, selection: Selection | null): Selection | null {
  if (selection === null || selection.type === "place") return selection;
  const { type, id } = selection;
  if (type === "loop" || type === "path") return { type, id: currentLoopId(redirects, id) };
  return { type, id: currentId(redirects, type === "deal" ? "deals" : "entities", id) };
}
