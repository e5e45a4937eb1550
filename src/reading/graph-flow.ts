/** An edge of another program's file as a flow. */

import { END_OF_TIME } from "../graph/build.js";
import type { FlowAttributes } from "../graph/capital-graph.js";
import { firstDay, lastDay, type PartialDay } from "../model/dates.js";
import { DEAL_CLASSES, type FlowKind } from "../model/deal-kinds.js";
import { BASES, QUALIFIERS } from "../model/money.js";
import {
  type DatedStep,
  DEAL_STATES,
  type DealState,
  FIRMNESS,
  type Firmness,
  standingOn,
} from "../model/status.js";
import type { FileFaults } from "./faults.js";
import { amountField } from "./fields.js";
import type { EdgeField } from "./graph-fields.js";
import { EdgeFields } from "./json-shape.js";
import { readKind } from "./kinds.js";
import { ownText } from "./own-text.js";
import { type Passed, wordsOf } from "./passed-over.js";
import { bareFlow } from "./rows.js";
import type { Place } from "./xml-text.js";

/** From when to when something was so, as the file writes it. */
export interface StatedSpan {
  readonly start: string | null;
  readonly end: string | null;
}

/** What a file says of an edge beside its ends. */
export interface EdgeValues {
  readonly fields: Partial<Record<EdgeField, string>>;
  readonly spans: readonly StatedSpan[];
  /** The states it was in, where the file tells them apart. */
  readonly history: readonly (StatedSpan & { readonly state: string })[];
}

export interface FlowNotes {
  readonly faults: FileFaults;
  readonly place: Place;
  readonly passed: Passed;
}

const STATES = wordsOf(Object.keys(DEAL_STATES) as DealState[]);
const FIRM_STATES = wordsOf(FIRMNESS);
const BASIS_WORDS = wordsOf(BASES);
const QUALIFIER_WORDS = wordsOf(QUALIFIERS);
const CLASS_WORDS = wordsOf(DEAL_CLASSES);
const COLLECTIONS = wordsOf(["current", "history"] as const);

/**
 * The flow an edge states. An amount without a currency is in US dollars; one in another is kept as stated,
 * and counts in no sum unless the file says what it is in dollars. An edge that ended, or stopped for a
 * while, was signed while it lasted and lapsed then, unless the file says what it was.
 */
export function flowOf(
  id: string,
  source: string,
  target: string,
  { fields, spans, history }: EdgeValues,
  notes: FlowNotes,
): FlowAttributes {
  const { passed } = notes;
  const currency = textOr(fields.currency, null);
  const amount = amountOf("amount", fields.amount, notes);
  const stated = amountOf("amount_usd", fields.amountUsd, notes);
  const amountUsd = stated ?? ((currency ?? "USD") === "USD" ? amount : null);
  const time = passed.number("time", fields.time);
  const start = time === null ? (spans[0]?.start ?? fields.start) : undefined;
  const announced = passed.date("date", fields.announced) ?? passed.date("start", start);
  const state = passed.oneOf("state", fields.state, STATES);
  const firmness = passed.oneOf("firmness", fields.firmness, FIRM_STATES);
  const steps = stepsOf(fields, history, spans, { state, firmness }, passed);
  const standing = steps.length === 0 ? null : standingOn(steps, END_OF_TIME, END_OF_TIME);
  const kind = kindOf(fields.kind, passed);
  const deal = fields.deal === id ? id : textOr(fields.deal, id);
  const bare = bareFlow({ source, target, id: deal, kind, amountUsd, announced, time });
  const stands = state ?? standing?.state ?? firmness ?? "signed";
  return {
    deal,
    title: textOr(fields.title, null) ?? textOr(fields.label, bare.title),
    kind,
    class: kind === null ? (passed.oneOf("class", fields.class, CLASS_WORDS) ?? bare.class) : bare.class,
    letter: bare.letter,
    amountUsd,
    amount: amount ?? bare.amount,
    currency: amount === null ? bare.currency : (currency ?? "USD"),
    qualifier: passed.oneOf("qualifier", fields.qualifier, QUALIFIER_WORDS),
    basis: passed.oneOf("basis", fields.basis, BASIS_WORDS) ?? bare.basis,
    announced,
    paidFrom: passed.date("paid_from", fields.paidFrom),
    paidTo: passed.date("paid_to", fields.paidTo),
    time,
    steps,
    collection: passed.oneOf("collection", fields.collection, COLLECTIONS) ?? "current",
    state: stands,
    firmness: firmness ?? standing?.firmness ?? "signed",
    live: DEAL_STATES[stands].live,
  };
}

function textOr<T extends string | null>(text: string | undefined, otherwise: T): string | T {
  return text === undefined || text === "" ? otherwise : ownText(text);
}

function amountOf(name: string, text: string | undefined, { faults, place }: FlowNotes): number | null {
  return text === undefined ? null : amountField(text.trim(), { faults, ...place, name });
}

/** A kind that is none of ours is no fault: GEXF's own `kind` may be any word. */
function kindOf(text: string | undefined, passed: Passed): FlowKind | null {
  if (text === undefined || text === "") return null;
  const read = readKind(text);
  if ("kind" in read) return read.kind;
  passed.add("kind", text);
  return null;
}

const NO_STEPS: readonly DatedStep[] = [];

function stepsOf(
  fields: EdgeValues["fields"],
  history: EdgeValues["history"],
  given: readonly StatedSpan[],
  last: { readonly state: DealState | null; readonly firmness: Firmness | null },
  passed: Passed,
): readonly DatedStep[] {
  const whole = passed.json("steps", fields.steps, EdgeFields.shape.steps);
  if (whole !== null && whole !== undefined) return whole;
  if (history.length === 0 && given.length === 0 && fields.end === undefined) return NO_STEPS;
  const told = history.flatMap(({ start, state }) => {
    const is = passed.oneOf("status", state, STATES);
    const on = passed.date("status", start ?? undefined);
    return is === null || on === null ? [] : [{ is, ...dated(on) }];
  });
  if (told.length > 0) return inOrder(told);
  // Most readers, and so most files that went through one, keep times as plain attributes only.
  const isPlain = given.length < 2 && fields.end !== undefined && fields.end !== "";
  const spans = isPlain
    ? [{ start: given[0]?.start ?? fields.start ?? null, end: fields.end ?? null }]
    : given;
  if (spans.length === 0 || (spans.length === 1 && spans[0]?.end === null)) return NO_STEPS;
  const firm = last.firmness ?? "signed";
  const over = last.state === null || DEAL_STATES[last.state].live ? "lapsed" : last.state;
  return inOrder(
    spans.flatMap(({ start, end }) => {
      const on = passed.date("start", start ?? undefined);
      const off = passed.date("end", end ?? undefined);
      const begin = on === null ? [] : [{ is: firm, ...dated(on) }];
      return off === null
        ? begin
        : [...begin, { is: over, on: off, seen: lastDay(off), known: lastDay(off) }];
    }),
  );
}

function dated(on: PartialDay): Omit<DatedStep, "is"> {
  return { on, seen: firstDay(on), known: firstDay(on) };
}

function inOrder(steps: DatedStep[]): readonly DatedStep[] {
  return steps.sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0));
}
