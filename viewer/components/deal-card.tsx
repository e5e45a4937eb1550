/** A deal, whole: what it is, how much, what became of it, and who says so. */

import { keepsDeal } from "../../src/graph/view.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import type { DealRecord } from "../../src/model/dataset.js";
import { conflictText } from "../../src/model/deal.js";
import { DEAL_KINDS } from "../../src/model/deal-kinds.js";
import type { CoreDeal } from "../../src/model/records.js";
import { dealTitle, displayName, partyName } from "../names.js";
import { citedSources } from "../sources-of.js";
import type { Explorer } from "../state.js";
import { statementsOfDeal } from "../statements-of.js";
import { text } from "../text/text.js";
import { CardFrame, NotInView, UnknownCard } from "./card-frame.js";
import { useCardTitle } from "./card-title.js";
import { Checks } from "./checks.js";
import { DealAmount } from "./deal-amount.js";
import { DealLinks } from "./deal-links.js";
import { DealTerms } from "./deal-terms.js";
import { DetailsWait } from "./details-wait.js";
import { ViewLink } from "./links.js";
import { LoopsThrough } from "./loops-through.js";
import { Sources } from "./sources.js";
import { Statements } from "./statements.js";
import { StatusHistory } from "./status-history.js";

interface DealCardProps {
  readonly explorer: Explorer;
  readonly id: string;
}

export function DealCard({ explorer, id }: DealCardProps) {
  const t = text.value;
  const { facts, shown } = explorer;
  const core = facts.dataset.deals.get(id);
  const whole = facts.details.whole.value;
  const deal = whole?.deals.get(id);

  const title = dealTitle(facts.dataset, id, t);

  useCardTitle(explorer, title);

  if (core === undefined) return <UnknownCard explorer={explorer} type="deal" />;
  if (whole === null || deal === undefined) {
    return (
      <CardFrame explorer={explorer} label={t.labelled(t.deal.label, title)} head={<Kicker deal={core} />}>
        <h2>{title}</h2>
        <DealAmount deal={core} rates={facts.dataset.rates} />
        <DetailsWait explorer={explorer} />
      </CardFrame>
    );
  }
  const { graph } = shown.value;
  const hasFlow = facts.graph.someEdge((_key, flow) => flow.deal === id);
  const isInView = graph.someEdge((_key, flow) => flow.deal === id);
  const sources = citedSources(whole, deal);
  return (
    <CardFrame
      explorer={explorer}
      label={t.labelled(t.deal.label, title)}
      head={<Kicker deal={deal} />}
      foot={<CorrectThis id={id} />}
    >
      <h2>{title}</h2>
      <DealAmount deal={deal} rates={facts.dataset.rates} />
      {t.card.inEnglish !== "" && (
        <p class="say" lang="en">
          <b>{deal.title}</b>{" "}
          <span class="note" lang={t.language}>
            {t.card.inEnglish}
          </span>
        </p>
      )}
      <p class="say" lang="en">
        {deal.summary}
      </p>
      {deal.collection === "history" && <p class="caveat">{t.deal.history}</p>}
      {hasFlow && !isInView && keepsDeal(deal, {}) && <NotInView explorer={explorer} />}
      <Parties explorer={explorer} deal={deal} />
      <DealTerms deal={deal} />
      <StatusHistory explorer={explorer} deal={deal} sources={sources} />
      <Sources sources={sources} />
      <Checks deal={deal} />
      {deal.conflicts.length > 0 && (
        <div class="conflicts">
          <h3>{t.deal.disagree}</h3>
          {deal.conflicts.map(conflictText).map((conflict) => (
            <p key={conflict} lang="en">
              {conflict}
            </p>
          ))}
        </div>
      )}
      <Statements
        title={t.deal.said}
        dataset={whole}
        statements={statementsOfDeal(whole, deal, explorer.asOf.value)}
      />
      <Beside explorer={explorer} id={id} />
      {isInView && <LoopsThrough explorer={explorer} query={{ via: id }} />}
    </CardFrame>
  );
}

/** The letter of its kind, the kind, its class. */
function Kicker({ deal }: { readonly deal: CoreDeal }) {
  const t = text.value;
  const row = DEAL_KINDS[deal.kind];
  const noun = row[t.language].noun;
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  if (row.class === null) return <>{`${name} · ${t.deal.noFlow}`}</>;
  const lineClass = lineClassOf({
    kind: deal.kind as Parameters<typeof lineClassOf>[0]["kind"],
    class: row.class,
  });
  return (
    <>
      <span class={`letter ${lineClass}`}>{row.letter}</span> {`${name} · ${t.deal.classes[lineClass]}`}
    </>
  );
}

function Parties({ explorer, deal }: { readonly explorer: Explorer; readonly deal: DealRecord }) {
  const t = text.value;
  return (
    <ul class="parties" aria-label={t.deal.parties}>
      {deal.parties.map((party) => (
        <li key={`${party.role} ${party.entity ?? party.unnamed}`}>
          <span class="note">{t.deal.roles[party.role]}</span>{" "}
          {party.entity === undefined ? (
            partyName(explorer.facts.dataset, party, t)
          ) : (
            <ViewLink explorer={explorer} to={{ type: "entity", id: party.entity }}>
              {displayName(explorer.facts.dataset, party.entity, t)}
            </ViewLink>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Other deals with the same payer and payee: those the picture fans out beside it. */
function Beside({ explorer, id }: { readonly explorer: Explorer; readonly id: string }) {
  const t = text.value;
  const { graph } = explorer.facts;
  const { asOf } = explorer;
  const pairs = graph.filterEdges((_key, flow) => flow.deal === id).map((edge) => graph.extremities(edge));
  const deals = new Set(
    pairs.flatMap(([from, to]) =>
      graph
        .outEdges(from)
        .filter((edge) => graph.target(edge) === to)
        .map((edge) => graph.getEdgeAttribute(edge, "deal")),
    ),
  );
  const others = [...deals].flatMap((deal) => {
    const record = explorer.facts.dataset.deals.get(deal);
    return deal === id || record === undefined || record.announced > asOf.value ? [] : [record];
  });
  if (others.length === 0) return null;
  return (
    <section>
      <h3>
        {t.deal.beside} <span class="note">{others.length}</span>
      </h3>
      <DealLinks explorer={explorer} deals={others} />
    </section>
  );
}

function CorrectThis({ id }: { readonly id: string }) {
  const t = text.value.deal;
  return (
    <details class="correct">
      <summary>{t.correct}</summary>
      <p>{t.correctHow(id)}</p>
    </details>
  );
}
