/** Facts made of a reader's file: what the explorer needs, and nothing that the file does not say. */
import { signal } from "@preact/signals";
import { h } from "preact";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { legWidth } from "../../src/layout/line-look.js";
import { DEAL_KINDS } from "../../src/model/deal-kinds.js";
import type { CoreEntity } from "../../src/model/records.js";
import { NO_REDIRECTS } from "../../src/model/redirects.js";
import type { Facts } from "../data.js";
import type { Drawing } from "../drawing.js";
import { NO_FILTER } from "../filter-of.js";
import type { Own } from "../state.js";
import type { Text } from "../text/en.js";
import { OWN_WORDS } from "../text/own.js";
import { type Cloud, cloudOf } from "./cloud.js";
import { CLOUD, cloudWidth } from "./cloud-scene.js";
import { DealCard } from "./deal-card.js";
import type { Desk } from "./desk.js";
import { OwnHeadline } from "./headline.js";
import { LinkNote } from "./link-note.js";
import type { GraphHead } from "./messages.js";
import { overStage } from "./over-stage.js";
import { plainFinder } from "./plain-finder.js";
import { SearchNote } from "./search-note.js";
import { shownAsRead } from "./sent-shown.js";

/** Above this, what counts all flows anew at every move is not offered. */
const LARGE = 20_000;

/** Facts, and how to let go of what they hold. */
export interface OpenedFacts {
  readonly facts: Facts;
  readonly own: Own;
  end(): void;
}

export interface OwnOptions extends Pick<Own, "id" | "file" | "home"> {
  /** Shows the built-in facts again. */
  readonly back: () => void;
  /** How the built-in facts are drawn. */
  readonly wheel: Drawing;
}

/** Facts of a graph that was read, with its loops to be searched by who read it. */
export function factsOfOwn(
  { id, file, home, back, wheel }: OwnOptions,
  head: GraphHead,
  desk: Desk,
): OpenedFacts {
  const { graph } = desk;
  const { asOf } = head.attributes;
  const cloud: Cloud | null = head.layout === null ? cloudOf(graph, head) : null;
  const filter = { ...NO_FILTER, asOf };
  const all = desk.search("list", filter, {});
  const own: Own = {
    id,
    file,
    home,
    words: (language) => OWN_WORDS[language],
    tells: head.tells,
    notes: head.warnings.map((warning) => warning.replace(`${file}: `, "")),
    isLarge: head.flows > LARGE,
    everything: head.isAsRead ? shownAsRead(graph, head, filter, all) : null,
    drawing: cloud?.drawing ?? (head.tells.layers ? null : withoutLayers(wheel)),
    scale: head.scale,
    widthOf: (usd, legs) => (cloud === null ? legWidth(usd, head.scale) : cloudWidth(usd, head.scale, legs)),
    loops: (wanted, query = {}) => desk.search(slotOf(query), wanted, query),
    titleOf: titles(graph),
    finder: plainFinder(graph),
    parts: {
      Headline: ({ explorer }) => h(OwnHeadline, { explorer, onBack: back }),
      SearchNote,
      DealCard,
      LinkNote,
      OverStage: overStage(cloud),
    },
  };
  const facts: Facts = {
    dataset: {
      about: { version: "", asOf },
      entities: entitiesOf(graph),
      deals: new Map(),
      sources: new Map(),
      rates: [],
      redirects: NO_REDIRECTS,
      titleOf: own.titleOf,
    },
    counts: {
      entities: head.entities,
      deals: head.deals,
      publishers: 0,
      sources: 0,
      observations: 0,
      statements: 0,
    },
    details: { whole: signal(null), fault: signal(null), ask: () => undefined },
    graph,
    get layout() {
      return head.layout ?? cloud?.layout.value ?? NO_LAYOUT;
    },
  };
  return {
    facts,
    own,
    end() {
      cloud?.end();
      desk.end();
    },
  };
}

/** Of a file that knows of no layers, all in a margin are entities and no more. */
const withoutLayers = (wheel: Drawing): Drawing => ({
  ...wheel,
  scene(plan) {
    const scene = wheel.scene(plan);
    const headings = new Set(plan.layout.groups.map(({ id }) => id));
    const { entities } = OWN_WORDS[plan.text.language];
    return {
      ...scene,
      texts: scene.texts.map((words) => {
        const [title, ...rest] = words.runs;
        if (title === undefined || !headings.has(words.id)) return words;
        return { ...words, runs: [{ ...title, text: `${entities} ` }, ...rest] };
      }),
    };
  },
});

const NO_LAYOUT: Facts["layout"] = {
  stage: CLOUD,
  coreSize: 0,
  wheel: [],
  nodes: {},
  groups: [],
  strip: null,
};

function slotOf({ rank, through, via }: Parameters<Own["loops"]>[1] & object) {
  if (through !== undefined || via !== undefined) return "through";
  return rank === undefined || rank === "bottleneck" ? "list" : "order";
}

function entitiesOf(graph: CapitalGraph): ReadonlyMap<string, CoreEntity> {
  return new Map(
    graph.mapNodes((id, { label, nameZhHans, nameZhHant, kind, layer, country, ticker }) => [
      id,
      {
        id,
        name: label,
        names: { "zh-Hans": nameZhHans ?? label, "zh-Hant": nameZhHant ?? label },
        kind,
        ...(layer === null ? {} : { layer }),
        ...(country === null ? {} : { country }),
        ...(ticker === null ? {} : { ticker }),
        aliases: label === id ? [] : [id],
        parents: [],
      },
    ]),
  );
}

/** What a deal is called: as the file says, or by who pays whom for what. */
function titles(graph: CapitalGraph): Own["titleOf"] {
  let edges: Map<string, string> | null = null;
  return (deal, text) => {
    edges ??= new Map(graph.mapEdges((key, flow) => [flow.deal, key]));
    const edge = edges.get(deal);
    if (edge === undefined) return deal;
    const { title, kind, amountUsd } = graph.getEdgeAttributes(edge);
    const name = (id: string) => nameOf(graph, id, text);
    const [from, to] = graph.extremities(edge);
    const isMade = title.startsWith(`${from} ${kind === null ? "pays" : DEAL_KINDS[kind].en.verb} ${to}`);
    if (!isMade) return title;
    if (kind === null) return OWN_WORDS[text.language].pays(name(from), name(to));
    const amount = amountUsd === null ? null : text.usd(amountUsd);
    if (text.language === "en") return title.replace(from, () => name(from));
    return text.deal.title({ title, kind, payers: [name(from)], payees: [name(to)], amount });
  };
}

function nameOf(graph: CapitalGraph, id: string, { language }: Text): string {
  const { label, nameZhHans, nameZhHant } = graph.getNodeAttributes(id);
  return (language === "zh-Hans" ? nameZhHans : language === "zh-Hant" ? nameZhHant : null) ?? label;
}
