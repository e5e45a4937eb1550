/** Deals as a list of links, each with the month it was announced. */
import type { CoreDeal } from "../../src/model/records.js";
import { dealTitle } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { ViewLink } from "./links.js";
import { OnFile } from "./on-file.js";

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
            <Title title={dealTitle(explorer.facts.dataset, deal.id, t)} onFile={deal.title} />
          </ViewLink>{" "}
          <span class="note">{t.month(deal.announced)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A title made of its parties' names, or where there is none to make, the one on file. */
function Title({ title, onFile }: { readonly title: string; readonly onFile: string }) {
  return title === onFile ? <OnFile>{title}</OnFile> : title;
}
