/** A payment of a reader's own file: who pays whom, what it is for, how much and when, as far as the file says. */
import { DEAL_KINDS } from "../../src/model/deal-kinds.js";
import { Usd } from "../components/amount.js";
import { CardFrame, NotInView, UnknownCard } from "../components/card-frame.js";
import { useCardTitle } from "../components/card-title.js";
import { FirmLadder } from "../components/firm-ladder.js";
import { ViewLink } from "../components/links.js";
import { LoopsThrough } from "../components/loops-through.js";
import { dealTitle, displayName } from "../names.js";
import type { OwnPartProps } from "../state.js";
import { OWN_WORDS } from "../text/own.js";
import { text } from "../text/text.js";

/** Others between the same two that are listed. */
const BESIDE = 20;

export function DealCard({ explorer, id }: OwnPartProps & { readonly id: string }) {
  const t = text.value;
  const { facts, shown } = explorer;
  const title = dealTitle(facts.dataset, id, t);
  const edges = facts.graph.filterEdges((_key, flow) => flow.deal === id);
  const [edge] = edges;

  useCardTitle(explorer, title);

  if (edge === undefined) return <UnknownCard explorer={explorer} type="deal" />;
  const isInView = edges.some((key) => shown.value.graph.hasEdge(key));
  const { kind } = facts.graph.getEdgeAttributes(edge);
  return (
    <CardFrame
      explorer={explorer}
      label={t.labelled(t.deal.label, title)}
      head={kind === null ? null : capital(DEAL_KINDS[kind][t.language].noun)}
    >
      <h2>{title}</h2>
      {!isInView && <NotInView explorer={explorer} />}
      {edges.map((key) => (
        <Flow key={key} explorer={explorer} edge={key} />
      ))}
      <Beside explorer={explorer} id={id} edge={edge} />
      {isInView && <LoopsThrough explorer={explorer} query={{ via: id }} />}
    </CardFrame>
  );
}

interface FlowProps extends OwnPartProps {
  readonly edge: string;
}

function Flow({ explorer, edge }: FlowProps) {
  const t = text.value;
  const words = OWN_WORDS[t.language];
  const { own } = explorer;
  const { dataset, graph } = explorer.facts;
  const { amountUsd, amount, currency, announced, firmness, state } = graph.getEdgeAttributes(edge);
  const ends = graph.extremities(edge);
  const stated =
    amountUsd === null && amount !== null && currency !== null ? t.money(amount, currency) : null;
  return (
    <>
      {own?.tells.amounts === true && (
        <p class="deal-amount">{stated === null ? <Usd value={amountUsd} /> : <b>{stated}</b>}</p>
      )}
      <ul class="parties" aria-label={t.deal.parties}>
        {ends.map((end, i) => (
          <li key={`${i}`}>
            <span class="note">{i === 0 ? words.payer : words.payee}</span>{" "}
            <ViewLink explorer={explorer} to={{ type: "entity", id: end }}>
              {displayName(dataset, end, t)}
            </ViewLink>
          </li>
        ))}
      </ul>
      {announced !== null && <p class="note">{t.longDay(announced)}</p>}
      {own?.tells.states === true && <FirmLadder firmness={firmness} state={state} since={null} />}
    </>
  );
}

/** Other payments from the same payer to the same payee. */
function Beside({ explorer, id, edge }: FlowProps & { readonly id: string }) {
  const t = text.value;
  const { dataset, graph } = explorer.facts;
  const [from, to] = graph.extremities(edge);
  const deals = new Set(graph.mapOutEdges(from, to, (_key, flow) => flow.deal));
  deals.delete(id);
  if (deals.size === 0) return null;
  return (
    <section>
      <h3>
        {t.deal.beside} <span class="note">{deals.size}</span>
      </h3>
      <ul class="plain">
        {[...deals].slice(0, BESIDE).map((deal) => (
          <li key={deal}>
            <ViewLink explorer={explorer} to={{ type: "deal", id: deal }}>
              {dealTitle(dataset, deal, t)}
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
