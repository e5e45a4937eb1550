/** An entity, whole: its names, what it is, whom it pays and who pays it, and the loops through it. */
import { statementsOn } from "../../src/model/clocks.js";
import { ENTITY_KINDS, LAYERS } from "../../src/model/entity.js";
import type { CoreEntity } from "../../src/model/records.js";
import { displayName, fullName } from "../names.js";
import { dealsWithoutFlow, paymentsOf } from "../payments.js";
import type { Explorer } from "../state.js";
import { PATH_WORDS } from "../text/paths.js";
import { text } from "../text/text.js";
import type { OpenEnds } from "../url.js";
import { CardFrame, NotInView, UnknownCard } from "./card-frame.js";
import { useCardTitle } from "./card-title.js";
import { DealLinks } from "./deal-links.js";
import { DetailsWait } from "./details-wait.js";
import { later } from "./later.js";
import { ViewLink } from "./links.js";
import { LoopsThrough } from "./loops-through.js";
import { OnFile } from "./on-file.js";
import { Payments } from "./payments.js";
import { Statements } from "./statements.js";

// Charts come with their drawing, which most of a card does without.
const EntityFigures = later(
  () => import("../charts/entity-figures.js").then(({ EntityFigures }) => EntityFigures),
  ({ selection }) => selection.value?.type === "entity",
);

interface EntityCardProps {
  readonly explorer: Explorer;
  readonly id: string;
}

export function EntityCard({ explorer, id }: EntityCardProps) {
  const t = text.value;
  const { facts, own, shown } = explorer;
  const entity = facts.dataset.entities.get(id);
  const name = fullName(facts.dataset, id, t);

  useCardTitle(explorer, name);

  if (entity === undefined) return <UnknownCard explorer={explorer} type="entity" />;
  const { graph } = shown.value;
  const isInView = graph.hasNode(id);
  const others = dealsWithoutFlow(facts.dataset, id, explorer.asOf.value);
  return (
    <CardFrame
      explorer={explorer}
      label={t.labelled(t.entity.label, name)}
      head={kickerOf(entity)}
      foot={own === undefined && <PathButtons explorer={explorer} id={id} />}
    >
      <h2>{name}</h2>
      <Names entity={entity} />
      <About explorer={explorer} entity={entity} />
      {!isInView && <NotInView explorer={explorer} />}
      <Payments explorer={explorer} title={t.entity.pays} payments={paymentsOf(graph, id, "pays")} />
      <Payments explorer={explorer} title={t.entity.paid} payments={paymentsOf(graph, id, "paid")} />
      {isInView && <LoopsThrough explorer={explorer} query={{ through: [id] }} />}
      {others.length > 0 && (
        <details class="fold">
          <summary>
            {t.entity.otherDeals} <span class="note">{others.length}</span>
          </summary>
          <DealLinks explorer={explorer} deals={others} />
        </details>
      )}
      {own === undefined && (
        <>
          <EntityFigures explorer={explorer} />
          <Said explorer={explorer} id={id} />
        </>
      )}
    </CardFrame>
  );
}

/** The paths that leave from here, and those that lead here: each fills one end of the tool. */
function PathButtons({ explorer, id }: EntityCardProps) {
  const words = PATH_WORDS[text.value.language].card;
  const open = (path: OpenEnds) => explorer.go({ tool: "paths", path });
  return (
    <>
      <button type="button" class="link" onClick={() => open({ from: id, to: null })}>
        {words.pathsFrom}
      </button>
      <button type="button" class="link" onClick={() => open({ from: null, to: id })}>
        {words.pathsTo}
      </button>
    </>
  );
}

/** What it said and what others said of it, as far as that was said by the day. */
function Said({ explorer, id }: { readonly explorer: Explorer; readonly id: string }) {
  const t = text.value.entity;
  const whole = explorer.facts.details.whole.value;
  if (whole === null) return <DetailsWait explorer={explorer} />;
  const statements = statementsOn(whole, { asOf: explorer.asOf.value, knownBy: null });
  const by = statements.filter(({ speaker }) => speaker === id);
  const about = statements.filter((statement) => statement.about.includes(id));
  return (
    <>
      <Statements title={t.said} dataset={whole} statements={by} />
      <Statements title={t.saidOf} dataset={whole} statements={about} />
    </>
  );
}

/** `Company · Chips`. */
function kickerOf({ kind, layer }: CoreEntity): string {
  const { language } = text.value;
  const words = [
    kind === null ? "" : ENTITY_KINDS[kind][language],
    layer === undefined ? "" : LAYERS[layer][language],
  ];
  const [first = "", second = ""] = words;
  if (first === "") return second;
  const capital = first.charAt(0).toUpperCase() + first.slice(1);
  return second === "" || second.toLowerCase() === first.toLowerCase() ? capital : `${capital} · ${second}`;
}

/** The names in the other scripts, each once. */
function Names({ entity }: { readonly entity: CoreEntity }) {
  const { "zh-Hans": hans, "zh-Hant": hant } = entity.names;
  const names = [
    { lang: "zh-Hans", name: hans },
    { lang: "zh-Hant", name: hant },
    { lang: "en", name: entity.name },
  ].filter(({ name }, i, all) => name !== shownName(entity) && all.findIndex((n) => n.name === name) === i);
  if (names.length === 0) return null;
  return (
    <p class="names">
      {names.map(({ lang, name }) => (
        <span key={lang} lang={lang}>
          {name}
        </span>
      ))}
    </p>
  );
}

function shownName(entity: CoreEntity): string {
  const { language } = text.value;
  return language === "en" ? entity.name : entity.names[language];
}

function About({ explorer, entity }: { readonly explorer: Explorer; readonly entity: CoreEntity }) {
  const t = text.value;
  const { language } = t;
  const country =
    entity.country === undefined
      ? null
      : (new Intl.DisplayNames([language], { type: "region" }).of(entity.country) ?? entity.country);
  const ticker = entity.ticker === undefined ? null : [entity.exchange, entity.ticker].join(" ").trim();
  return (
    <>
      <dl class="terms">
        {ticker !== null && (
          <div>
            <dt>{t.entity.ticker}</dt>
            <dd>{ticker}</dd>
          </div>
        )}
        {country !== null && (
          <div>
            <dt>{t.entity.country}</dt>
            <dd>{country}</dd>
          </div>
        )}
        {entity.parents.map(({ entity: parent, from, to }) => (
          <div key={parent + (from ?? "")}>
            <dt>{t.entity.parent}</dt>
            <dd>
              <ViewLink explorer={explorer} to={{ type: "entity", id: parent }}>
                {displayName(explorer.facts.dataset, parent, t)}
              </ViewLink>{" "}
              <span class="note">{t.entity.since(from ?? null, to ?? null)}</span>
            </dd>
          </div>
        ))}
        {entity.aliases.length > 0 && (
          <div>
            <dt>{t.entity.aliases}</dt>
            <dd>
              <OnFile>{entity.aliases.join(", ")}</OnFile>
            </dd>
          </div>
        )}
      </dl>
      {entity.note !== undefined && (
        <p class="say" lang="en">
          {entity.note}
        </p>
      )}
    </>
  );
}
