/** Whom an entity pays, or who pays it: partner, kind, amount, how firm; each row opens its deal. */

import { firmestOf } from "../drawn-leg.js";
import { dealTitle, displayName } from "../names.js";
import { type Payment, totalOf } from "../payments.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Usd } from "./amount.js";
import { FirmLadder } from "./firm-ladder.js";
import { ViewLink } from "./links.js";

interface PaymentsProps {
  readonly explorer: Explorer;
  readonly title: string;
  readonly payments: readonly Payment[];
}

/** Rows before the rest is behind one more press. */
const ROWS = 7;

export function Payments({ explorer, title, payments }: PaymentsProps) {
  const t = text.value;
  if (payments.length === 0) return null;
  const { usd, undisclosed } = totalOf(payments);
  const more = payments.slice(ROWS);
  return (
    <section class="payments">
      <h3>
        {title} <span class="note">{t.entity.total(usd === null ? null : t.usd(usd), undisclosed)}</span>
      </h3>
      <ul>
        {payments.slice(0, ROWS).map((payment) => (
          <PaymentRow key={payment.partner} explorer={explorer} payment={payment} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{t.card.more(more.length)}</summary>
          <ul>
            {more.map((payment) => (
              <PaymentRow key={payment.partner} explorer={explorer} payment={payment} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function PaymentRow({ explorer, payment }: { readonly explorer: Explorer; readonly payment: Payment }) {
  const t = text.value;
  const { partner, amountUsd, lead, flows } = payment;
  const deals = new Set(flows.map((flow) => flow.deal)).size;
  return (
    <li class="payment">
      <ViewLink explorer={explorer} to={{ type: "entity", id: partner }} class="partner">
        {displayName(explorer.facts.dataset, partner, t)}
      </ViewLink>
      <span class="amount">
        <Usd value={amountUsd} />
      </span>
      <span class="by">
        <ViewLink explorer={explorer} to={{ type: "deal", id: lead.deal }}>
          {lead.kind === null ? dealTitle(explorer.facts.dataset, lead.deal, t) : t.loop.kind[lead.kind]}
        </ViewLink>
        {deals > 1 && <span class="note">{t.entity.otherCount(deals - 1)}</span>}
      </span>
      {explorer.own?.tells.states !== false && (
        <FirmLadder firmness={firmestOf(flows)} state={firmestOf(flows)} since={null} />
      )}
    </li>
  );
}
