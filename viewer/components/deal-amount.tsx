/** The amount as it was stated: how exactly, over what, and in dollars where it was in something else. */

import { type Rate, toUsd } from "../../src/model/money.js";
import type { CoreDeal } from "../../src/model/records.js";
import { text } from "../text/text.js";

interface DealAmountProps {
  readonly deal: CoreDeal;
  readonly rates: readonly Rate[];
}

export function DealAmount({ deal, rates }: DealAmountProps) {
  const t = text.value;
  const { amount } = deal;
  if (amount === undefined) return <p class="deal-amount none">{t.notDisclosed}</p>;
  const inUsd = amount.currency === "USD" ? null : toUsd(amount, Number(deal.announced.slice(0, 4)), rates);
  const notes = [
    amount.qualifier === "exact" || amount.qualifier === "reported"
      ? t.deal.qualifiers[amount.qualifier]
      : "",
    t.deal.bases[amount.basis],
    inUsd === null ? "" : t.deal.converted(t.usd(inUsd)),
  ];
  return (
    <p class="deal-amount">
      <b>
        {t.deal.prefix[amount.qualifier]}
        {t.money(amount.value, amount.currency)}
      </b>{" "}
      <span class="note">{notes.filter((note) => note !== "").join(", ")}</span>
    </p>
  );
}
