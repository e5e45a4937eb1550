/**
 * The state of the page: one view, which the address mirrors, and what follows from it. Components read
 * signals and call `go`; nothing else changes the view.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Day } from "../src/model/dates.js";
import { currentId, currentLoopId, type Redirects, renamedNote } from "../src/model/redirects.js";
import type { Facts } from "./data.js";
import { type Month, monthsOf } from "./months.js";
import { type Shown, shownOf } from "./shown.js";
import { FIRST_VIEW, formatView, type Selection, type ViewState } from "./url.js";

/** Whether a change is a step that Back undoes, or one of many on the way to the next step. */
export type Step = "push" | "replace";

export interface Explorer {
  readonly facts: Facts;
  readonly lastDay: Day;
  readonly months: readonly Month[];
  readonly view: ReadonlySignal<ViewState>;
  readonly asOf: ReadonlySignal<Day>;
  readonly selection: ReadonlySignal<Selection | null>;
  readonly shown: ReadonlySignal<Shown>;
  /** What the first view shows: the last day, no filter. */
  readonly everything: ReadonlySignal<Shown>;
  /** Loops at the end of each month, once counted. */
  readonly monthLoops: Signal<readonly number[] | null>;
  /** What was just done, for those who listen. */
  readonly said: Signal<string>;
  /** Why the picture cannot be drawn; null when it can. */
  readonly stageFault: Signal<"noWebGl" | "lost" | null>;
  go(change: Partial<ViewState>, step?: Step): void;
  select(selection: Selection | null): void;
}

/** Where views are kept while the page is open: the browser's history, or a stand-in. */
export interface ViewHistory {
  read(): ViewState;
  write(view: ViewState, step: Step): void;
  /** Calls back when the reader went back or forward. */
  onTravel(change: (view: ViewState) => void): void;
}

export function createExplorer(facts: Facts, history: ViewHistory): Explorer {
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
  const firm = computed(() => view.value.firm);
  const hidden = computed(() => view.value.hidden.join());
  const selectionKey = computed(() => formatView({ ...FIRST_VIEW, selection: view.value.selection }));
  const whole = { asOf: lastDay, firm: FIRST_VIEW.firm, hidden: FIRST_VIEW.hidden };
  const everything = computed(() => shownOf(facts.graph, whole));
  const shown = computed(() => {
    // Read first, so that a change of the selection alone counts nothing anew.
    if (asOf.value === lastDay && firm.value === whole.firm && hidden.value === "") return everything.value;
    return shownOf(facts.graph, { asOf: asOf.value, firm: firm.value, hidden: view.peek().hidden });
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
    lastDay,
    months: monthsOf(facts.graph, lastDay),
    view,
    asOf,
    selection: computed(() => (selectionKey.value === "" ? null : view.peek().selection)),
    shown,
    everything,
    monthLoops: signal(null),
    said,
    stageFault: signal(null),
    go,
    select: (selection) => go({ selection }),
  };
}

/** What an old link asks for, by the ids of today. */
function currentSelection(redirects: Redirects, selection: Selection | null): Selection | null {
  if (selection === null || selection.type === "place") return selection;
  const { type, id } = selection;
  if (type === "loop") return { type, id: currentLoopId(redirects, id) };
  return { type, id: currentId(redirects, type === "deal" ? "deals" : "entities", id) };
}
