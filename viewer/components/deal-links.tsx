/** Deals as a list of links, each with the month it was announced. */
import type { CoreDeal } from "../../src/model/records.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { ViewLink } from "./links.js";

interface DealLinksProps {
  readonly explorer: Explorer;
  readonly deals: readonly CoreDeal[];
}

export function DealLinks({ explorer, deals }: DealLinksProps) {
  const t = text.value;
  return (
    <ul class="plain">
      {deals.map((deal) => (
        <li key={deal.id}>
          <ViewLink explorer={explorer} to={{ type: "deal", id: deal.id }}>
            {deal.title}
          </ViewLink>{" "}
          <span class="note">{t.month(deal.announced)}</span>
        </li>
      ))}
    </ul>
  );
}
