/**
 * The address of a view. Everything a reader sees but the theme is in it, so that Back and Forward walk
 * views and a link shows another reader the same.
 *
 * ```text
 * #[/loop/ID~ID[~ID…] | /path/ID~ID[~ID…] | /entity/ID | /deal/ID | /place/PLACE][?KEY=VALUE[&KEY=VALUE…]]
 *
 * PLACE   core | in | out | apart         the entities of one place of the picture, as a list
 * as-of   2025-09-30                      the day; left out for the last day of the facts
 * firm    announced | signed | closed     firm at least; left out for reported
 * hide    finance,power                   classes left out: finance, operations, power, contingent
 * kind    loan,bond                       only these kinds of flow
 * status  lapsed,signed                   only deals in these states, in place of all live ones
 * layer   chips,cloud                     only flows with both ends in these layers
 * country SA,AE                           only flows with an end in these countries
 * technology gas,nuclear                  only deals of power made like this
 * least   1e9                             only flows of so many dollars or more; most: or less
 * undisclosed no                          without flows that state no amount
 * ghosts  (no value)                      what has ended stays as a dotted line
 * order   length | recent                 how the loops are listed; left out for the strongest first
 * with    nvidia~openai                   the loop beside the chosen one
 * view    table | timeline | matrix       the same facts otherwise; left out for the picture
 * rows    deals | loops | metrics | figures   which table; left out for entities
 * sort    amount | -amount                by which column, - for the largest first
 * by      entity                          a matrix of entities; left out for layers
 * cell    nvidia~openai                   whose deals the matrix lists: payer, payee
 * cut     ID:0.4,ID:0                     what if so much of a deal is honoured, 0 to 1
 * tool    what-if | paths | breaks        which instrument is open
 * path    microsoft~nvidia                between whom paths are looked for; one end may be left out
 * legs    2 | 3 | 4 | 6                   paths of at most so many legs; left out for 5
 * story   NAME.2                          a story and its step, from 1
 * embed   (no value)                      a frame for other pages: the picture alone
 * lang    en | zh-Hans | zh-Hant          the language chosen in the bar; left out where none was
 * about   (no value)                      the page about the project lies over the view
 * ```
 *
 * `#/loop/nvidia~openai~oracle?as-of=2026-06-30&hide=power`. A loop may start at any of its entities and
 * may be written with `>`, as a path may. What is not understood is passed over, so that an old link still opens.
 */

import { LINE_CLASS_NAMES, LINE_CLASSES, type LineClass } from "../src/layout/line-class.js";
import { type Day, isDay } from "../src/model/dates.js";
import { compareIds } from "../src/model/ids.js";
import { FACET_CHOICES, type Facets, NO_FACETS } from "./facets.js";
import { LANGUAGE_NAMES, type Language } from "./language.js";
import {
  dollars,
  type Ends,
  ends,
  flag,
  type Key,
  type OpenEnds,
  oneOf,
  openEnds,
  someOf,
  wholeNumber,
} from "./url-keys.js";

import { formatSelection, loopOf, parseSelection, type Selection } from "./url-selection.js";

export type { Ends, OpenEnds } from "./url-keys.js";
export { PLACES, type Place, type Selection } from "./url-selection.js";

/** The steps of the firmness control, softest first. */
export const FIRM_STEPS = ["reported", "announced", "signed", "closed"] as const;
export type FirmStep = (typeof FIRM_STEPS)[number];

/** How the loops can be listed. */
export const ORDERS = ["bottleneck", "length", "recent"] as const;
export type Order = (typeof ORDERS)[number];

/** The same facts, four ways. */
export const PANES = ["graph", "table", "timeline", "matrix"] as const;
export type Pane = (typeof PANES)[number];

/** The tables. */
export const ROWS = ["entities", "deals", "loops", "metrics", "figures"] as const;
export type Rows = (typeof ROWS)[number];

/** What a row and a column of the matrix stand for. */
export const MATRIX_BY = ["layer", "entity"] as const;
export type MatrixBy = (typeof MATRIX_BY)[number];

/** The instruments beside the picture. */
export const TOOLS = ["what-if", "paths", "breaks"] as const;
export type Tool = (typeof TOOLS)[number];

/** How many legs a path may have at most; the usual number is the library's. */
export const PATH_LEGS = { least: 2, most: 6, usual: 5 } as const;

/** A deal of which only a share is honoured, 0 to less than 1. */
export interface Cut {
  readonly deal: string;
  readonly honoured: number;
}

export interface StoryStep {
  readonly id: string;
  /** From 1. */
  readonly step: number;
}

const COUNTRY = /^(?:[A-Z]{2}|none)$/;
const SORT = /^-?[a-z]+$/;
const STORY = /^([a-z0-9-]+)\.([1-9]\d?)$/;
const CUT = /^(.+):(\d(?:\.\d{1,4})?)$/;

export interface ViewState extends Facets {
  /** Null is the last day of the facts. */
  readonly asOf: Day | null;
  readonly firm: FirmStep;
  /** In the order of the legend. */
  readonly hidden: readonly LineClass[];
  /** Whether deals that ended are drawn, dotted; they count in nothing. */
  readonly ghosts: boolean;
  readonly selection: Selection | null;
  readonly order: Order;
  /** The id of a loop that the chosen one is held against. */
  readonly beside: string | null;
  readonly pane: Pane;
  readonly rows: Rows;
  /** A column's name, with `-` before it for the largest first; null is the table's own order. */
  readonly sort: string | null;
  readonly by: MatrixBy;
  readonly cell: Ends | null;
  /** By id of the deal. */
  readonly cuts: readonly Cut[];
  readonly tool: Tool | null;
  /** Between whom paths are looked for. */
  readonly path: OpenEnds;
  /** At most so many legs a path. */
  readonly pathLegs: number;
  readonly story: StoryStep | null;
  readonly embed: boolean;
  /** Null is the reader's own. */
  readonly lang: Language | null;
  readonly about: boolean;
}

export const FIRST_VIEW: ViewState = {
  asOf: null,
  firm: "reported",
  hidden: [],
  ...NO_FACETS,
  ghosts: false,
  selection: null,
  order: "bottleneck",
  beside: null,
  pane: "graph",
  rows: "entities",
  sort: null,
  by: "layer",
  cell: null,
  cuts: [],
  tool: null,
  path: { from: null, to: null },
  pathLegs: PATH_LEGS.usual,
  story: null,
  embed: false,
  lang: null,
  about: false,
};

type KeyedPart = Exclude<keyof ViewState, "selection">;

/** Every key, in the order in which an address is written. */
const KEYS: { readonly [Part in KeyedPart]: Key<ViewState[Part]> } = {
  asOf: { key: "as-of", read: (text) => (isDay(text) ? text : null), write: (day) => day },
  firm: oneOf("firm", FIRM_STEPS),
  hidden: {
    key: "hide",
    read: (text) => LINE_CLASS_NAMES.filter((name) => text.split(",").includes(LINE_CLASSES[name])),
    write: (hidden) => (hidden.length === 0 ? null : hidden.map((name) => LINE_CLASSES[name]).join(",")),
  },
  kinds: someOf("kind", FACET_CHOICES.kinds),
  states: someOf("status", FACET_CHOICES.states),
  layers: someOf("layer", FACET_CHOICES.layers),
  countries: {
    key: "country",
    read: (text) => text.split(",").filter((code) => COUNTRY.test(code)),
    write: (codes) => (codes.length === 0 ? null : codes.join(",")),
  },
  technologies: someOf("technology", FACET_CHOICES.technologies),
  least: dollars("least"),
  most: dollars("most"),
  undisclosed: {
    key: "undisclosed",
    read: (text) => (text === "no" ? false : null),
    write: (isSeen) => (isSeen ? null : "no"),
  },
  ghosts: flag("ghosts"),
  order: oneOf("order", ORDERS),
  beside: {
    key: "with",
    read: loopOf,
    write: (id) => (id === null ? null : encodeURIComponent(id.replaceAll(">", "~"))),
  },
  pane: oneOf("view", PANES),
  rows: oneOf("rows", ROWS),
  sort: { key: "sort", read: (text) => (SORT.test(text) ? text : null), write: (sort) => sort },
  by: oneOf("by", MATRIX_BY),
  cell: ends("cell"),
  cuts: { key: "cut", read: readCuts, write: writeCuts },
  tool: { key: "tool", read: (text) => TOOLS.find((tool) => tool === text) ?? null, write: (tool) => tool },
  path: openEnds("path"),
  pathLegs: wholeNumber("legs", PATH_LEGS.least, PATH_LEGS.most, PATH_LEGS.usual),
  story: {
    key: "story",
    read: (text) => {
      const [, id, step] = STORY.exec(text) ?? [];
      return id === undefined ? null : { id, step: Number(step) };
    },
    write: (story) => (story === null ? null : `${story.id}.${story.step}`),
  },
  embed: flag("embed"),
  lang: {
    key: "lang",
    read: (text) => LANGUAGE_NAMES.find((name) => name === text) ?? null,
    write: (lang) => lang,
  },
  about: flag("about"),
};
const PARTS = Object.keys(KEYS) as KeyedPart[];

/** Reads a view from an address's hash. */
export function parseView(hash: string): ViewState {
  const text = hash.replace(/^#/, "");
  const at = text.indexOf("?");
  const path = at === -1 ? text : text.slice(0, at);
  const query = new URLSearchParams(at === -1 ? "" : text.slice(at + 1));
  const read = <Part extends KeyedPart>(part: Part): Partial<ViewState> => {
    const value = query.get(KEYS[part].key);
    const meant = value === null ? null : KEYS[part].read(value);
    return meant === null ? {} : { [part]: meant };
  };
  return Object.assign({}, FIRST_VIEW, { selection: parseSelection(path) }, ...PARTS.map(read));
}

/** Writes a view as a hash; the first view is the empty text. */
export function formatView(view: ViewState): string {
  const write = <Part extends KeyedPart>(part: Part): string[] => {
    const { key, write: written } = KEYS[part];
    const value = written(view[part]);
    return value === null ? [] : [value === "" ? key : `${key}=${value}`];
  };
  const query = PARTS.flatMap((part) => write(part)).join("&");
  const path = view.selection === null ? "" : formatSelection(view.selection);
  return path === "" && query === "" ? "" : `#${path}${query === "" ? "" : `?${query}`}`;
}

function readCuts(text: string): readonly Cut[] {
  const cuts = new Map(
    text.split(",").flatMap((part) => {
      const [, deal, share] = CUT.exec(part) ?? [];
      const honoured = Number(share);
      return deal === undefined || !(honoured >= 0 && honoured < 1) ? [] : [[deal, honoured] as const];
    }),
  );
  return [...cuts].map(([deal, honoured]) => ({ deal, honoured })).sort((a, b) => compareIds(a.deal, b.deal));
}

function writeCuts(cuts: readonly Cut[]): string | null {
  if (cuts.length === 0) return null;
  return cuts.map(({ deal, honoured }) => `${encodeURIComponent(deal)}:${honoured}`).join(",");
}
