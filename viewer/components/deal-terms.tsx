/** What a deal says beside money: capacity, units, term, site. */
import type { ComponentChildren } from "preact";
import type { DealRecord } from "../../src/model/dataset.js";
import { text } from "../text/text.js";
import { OnFile } from "./on-file.js";

export function DealTerms({ deal }: { readonly deal: DealRecord }) {
  const { count, deal: t, join } = text.value;
  const counted = (part: DealRecord["units"]) =>
    part === undefined ? null : (
      <>
        {count(part.value)} <OnFile>{part.what}</OnFile>
      </>
    );
  const term = termOf(deal);
  const site = join([deal.site?.name ?? "", deal.site?.region ?? ""]);
  const rows: readonly (readonly [name: string, value: ComponentChildren])[] = [
    [t.capacity, deal.capacity === undefined ? null : `${deal.capacity.value} ${deal.capacity.unit}`],
    [t.technology, deal.technology === undefined ? null : t.technologies[deal.technology]],
    [t.units, counted(deal.units)],
    [t.shares, counted(deal.shares)],
    [t.term, term === "" ? null : term],
    [t.site, site === "" ? null : <OnFile key="site">{site}</OnFile>],
  ];
  const terms = rows.filter(([, value]) => value !== null);
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
  return t.join([term.years === undefined ? "" : t.deal.years(term.years), span]);
}
