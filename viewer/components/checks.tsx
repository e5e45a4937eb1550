/** When a record was held against public pages again, and what nobody could confirm. */
import type { DealRecord } from "../../src/model/dataset.js";
import { text } from "../text/text.js";
import { OnFile } from "./on-file.js";

export function Checks({ deal }: { readonly deal: DealRecord }) {
  const { join, deal: t } = text.value;
  const words = { ...t.supports, ...t.checkedFields };
  return (
    <>
      {deal.unconfirmed !== undefined && (
        <p class="not-in-view">
          {t.unconfirmed(deal.unconfirmed.since)} <OnFile>{deal.unconfirmed.why}</OnFile>
        </p>
      )}
      {deal.checked.map(({ on, confirmed, note }) => (
        <p key={on} class="caveat">
          {t.checked(on, join(confirmed.map((field) => words[field])))}
          {note !== undefined && (
            <>
              {" "}
              <OnFile>{note}</OnFile>
            </>
          )}
        </p>
      ))}
    </>
  );
}
