/** The picture as a frame in another page: a claim, what the colours mean, the day, and one link to everything. */

import "../styles/embed.css";
import { LINE_CLASS_NAMES, lineClassOf } from "../../src/layout/line-class.js";
import { chosenLoop } from "../chosen-loop.js";
import { firmestOf } from "../drawn-leg.js";
import { legsOfRoute } from "../highlight.js";
import { flowsBetween } from "../loop-at.js";
import { dealTitle, displayName, fullName } from "../names.js";
import type { Explorer } from "../state.js";
import { TAKE_WORDS } from "../text/take.js";
import { text } from "../text/text.js";
import { formatView } from "../url.js";
import { LineSample } from "./line-sample.js";
import { loopName, pathName } from "./loop-name.js";
import { StageView } from "./stage-view.js";

export function Embed({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = TAKE_WORDS[t.language];
  const whole = formatView({ ...explorer.view.value, embed: false }) || "#";
  const { title, under } = claimOf(explorer);
  return (
    <main class="embed">
      <header>
        <h1>{title}</h1>
        {under !== "" && <p>{under}</p>}
        <EmbedLegend explorer={explorer} />
      </header>
      <div class="middle">
        <StageView explorer={explorer} />
      </div>
      <footer>
        <span>{words.embedFoot(t.day(explorer.asOf.value))}</span>
        <a href={whole} target="_blank" rel="noreferrer">
          {words.whole}
        </a>
      </footer>
    </main>
  );
}

function claimOf(explorer: Explorer): { title: string; under: string } {
  const { facts, shown, selection } = explorer;
  const t = text.value;
  const words = TAKE_WORDS[t.language];
  const chosen = selection.value;
  if (chosen?.type === "loop") {
    const loop = chosenLoop(explorer, chosen.id)?.loop;
    const name = displayName(facts.dataset, chosen.id.split(">")[0] ?? "", t);
    const usd = loop?.bottleneckUsd ?? null;
    return {
      title: usd === null ? words.roundUnknown(name) : words.round(t.usd(usd), name),
      under: loopName(explorer, chosen.id, true),
    };
  }
  if (chosen?.type === "path") return { title: pathName(explorer, chosen.id), under: "" };
  if (chosen?.type === "entity") return { title: fullName(facts.dataset, chosen.id, t), under: "" };
  if (chosen?.type === "deal") return { title: dealTitle(facts.dataset, chosen.id, t), under: "" };
  const { loops, deals, graph, circling } = shown.value;
  return { title: t.head.title(loops.count), under: t.head.sentence(deals, graph.order, circling.size) };
}

/** Only the classes and the dashes that are shown; of a loop or a path only those of its legs. */
function EmbedLegend({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const { classes, dashes } = usedIn(explorer);
  return (
    <ul class="embed-legend">
      {classes.map((name) => (
        <li key={name}>
          <LineSample length={SAMPLE} width={4} name={name} />
          {t.legend.classes[name]}
        </li>
      ))}
      <li>{TAKE_WORDS[t.language].widthIs}</li>
      {dashes.map((firmness) => (
        <li key={firmness}>
          <LineSample length={SAMPLE} firmness={firmness} />
          {t.legend.dashes[firmness]}
        </li>
      ))}
    </ul>
  );
}

/** How long a sample is, in pixels. */
const SAMPLE = 26;
/** The dashes there are, by what they are called; a letter of intent is drawn as an announcement is. */
const DASHES = { announced: ["letter_of_intent", "announced"], reported: ["reported"] } as const;

function usedIn({ shown, selection, view }: Explorer) {
  const chosen = selection.value;
  const { legs, byClass } = shown.value;
  const route = legsOfRoute(chosen);
  if (route.length === 0) {
    const classes = LINE_CLASS_NAMES.filter((name) => !view.value.hidden.includes(name) && byClass[name] > 0);
    return { classes, dashes: ["announced", "reported"] as const };
  }
  const flows = route.map((leg) => {
    const [from = "", to = ""] = leg.split(">");
    return flowsBetween(legs, from, to);
  });
  const firm = flows.map(firmestOf);
  return {
    classes: LINE_CLASS_NAMES.filter((name) => flows.flat().some((flow) => lineClassOf(flow) === name)),
    dashes: (["announced", "reported"] as const).filter((name) =>
      firm.some((firmness) => (DASHES[name] as readonly string[]).includes(firmness)),
    ),
  };
}
