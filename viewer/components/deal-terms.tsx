/** What a deal says beside money: capacity, units, term, site. */
import type { DealRecord } from "../../src/model/dataset.js";
import { shortNumber } from "../format.js";
import { text } from "../text/text.js";

export function DealTerms({ deal }: { readonly deal: DealRecord }) {
  const t = text.value.deal;
  const terms = [
    [t.capacity, deal.capacity === undefined ? "" : `${deal.capacity.value} ${deal.capacity.unit}`],
    [t.units, deal.units === undefined ? "" : `${shortNumber(deal.units.value)} ${deal.units.what}`],
    [t.shares, deal.shares === undefined ? "" : `${shortNumber(deal.shares.value)} ${deal.shares.what}`],
    [t.term, termOf(deal)],
    [t.site, [deal.site?.name, deal.site?.region].filter((part) => part !== undefined).join(", ")],
  ].filter(([, value]) => value !== "");
  if (terms.length === 0) return null;
  return (
    <dl class="terms" aria-label={t.terms}>
      {terms.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function termOf({ term }: DealRecord): string {
  if (term === undefined) return "";
  const t = text.value;
  const span = t.entity.since(term.start ?? null, term.end ?? null);
  return [term.years === undefined ? "" : t.deal.years(term.years), span]
    .filter((part) => part !== "")
    .join(", ");
}
