/**
 * The address of a view. Everything a reader sees but the theme is in it, so that Back and Forward walk
 * views and a link shows another reader the same.
 *
 * ```text
 * #[/loop/ID~ID[~ID…] | /entity/ID | /deal/ID | /place/PLACE][?KEY=VALUE[&KEY=VALUE…]]
 *
 * PLACE   core | in | out | apart         the entities of one place of the picture, as a list
 * as-of   2025-09-30                      the day; left out for the last day of the facts
 * firm    announced | signed | closed     firm at least; left out for reported
 * hide    finance,power                   classes left out: finance, operations, power, contingent
 * about   (no value)                      the page about the project lies over the view
 * ```
 *
 * `#/loop/nvidia~openai~oracle?as-of=2026-06-30&hide=power`. A loop may start at any of its entities and
 * may be written with `>`. What is not understood is passed over, so that an old link still opens.
 */

import { LINE_CLASS_NAMES, LINE_CLASSES, type LineClass } from "../src/layout/line-class.js";
import { loopId } from "../src/loops/loop.js";
import { type Day, isDay } from "../src/model/dates.js";
import { compareIds } from "../src/model/ids.js";

/** The steps of the firmness control, softest first. */
export const FIRM_STEPS = ["reported", "announced", "signed", "closed"] as const;
export type FirmStep = (typeof FIRM_STEPS)[number];

/** Where an entity can stand; see `src/layout`. */
export const PLACES = ["core", "in", "out", "apart"] as const;
export type Place = (typeof PLACES)[number];

/** What a card is open for. A loop's id is the library's: ids joined by `>`, the smallest first. */
export type Selection =
  | { readonly type: "loop" | "entity" | "deal"; readonly id: string }
  | { readonly type: "place"; readonly id: Place };

export interface ViewState {
  /** Null is the last day of the facts. */
  readonly asOf: Day | null;
  readonly firm: FirmStep;
  /** In the order of the legend. */
  readonly hidden: readonly LineClass[];
  readonly selection: Selection | null;
  readonly about: boolean;
}

export const FIRST_VIEW: ViewState = {
  asOf: null,
  firm: "reported",
  hidden: [],
  selection: null,
  about: false,
};

/** Reads a view from an address's hash. */
export function parseView(hash: string): ViewState {
  const text = hash.replace(/^#/, "");
  const at = text.indexOf("?");
  const path = at === -1 ? text : text.slice(0, at);
  const query = new URLSearchParams(at === -1 ? "" : text.slice(at + 1));
  const asOf = query.get("as-of") ?? "";
  const hidden = (query.get("hide") ?? "").split(",");
  return {
    asOf: isDay(asOf) ? asOf : null,
    firm: FIRM_STEPS.find((step) => step === query.get("firm")) ?? "reported",
    hidden: LINE_CLASS_NAMES.filter((name) => hidden.includes(LINE_CLASSES[name])),
    selection: parseSelection(path),
    about: query.has("about"),
  };
}

/** Writes a view as a hash; the first view is the empty text. */
export function formatView(view: ViewState): string {
  const query = [
    view.asOf === null ? "" : `as-of=${view.asOf}`,
    view.firm === "reported" ? "" : `firm=${view.firm}`,
    view.hidden.length === 0 ? "" : `hide=${view.hidden.map((name) => LINE_CLASSES[name]).join(",")}`,
    view.about ? "about" : "",
  ]
    .filter((part) => part !== "")
    .join("&");
  const path = view.selection === null ? "" : formatSelection(view.selection);
  return path === "" && query === "" ? "" : `#${path}${query === "" ? "" : `?${query}`}`;
}

function parseSelection(path: string): Selection | null {
  const [, type = "", ...rest] = decoded(path).split("/");
  const id = rest.join("/");
  if (id === "") return null;
  if (type === "place") {
    const place = PLACES.find((name) => name === id);
    return place === undefined ? null : { type, id: place };
  }
  if (type === "entity" || type === "deal") return { type, id };
  if (type !== "loop") return null;
  const ids = id.split(/[~>]/).filter((part) => part !== "");
  return ids.length < 2 ? null : { type, id: loopId(ids, compareIds) };
}

function formatSelection({ type, id }: Selection): string {
  const written = type === "loop" ? id.replaceAll(">", "~") : id;
  return `/${type}/${encodeURI(written)}`;
}

/** Percent signs read as meant; a broken one is left as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
