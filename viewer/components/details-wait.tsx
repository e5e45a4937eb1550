/** What a card shows while its details are on their way, or could not be had. */
import { useEffect } from "preact/hooks";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

export function DetailsWait({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.card;
  const { details } = explorer.facts;
  const fault = details.fault.value;

  useEffect(() => details.ask(), [details]);

  if (fault === null)
    return (
      <p class="note" role="status">
        {t.loading}
      </p>
    );
  return (
    <p class="not-in-view" role="alert">
      {t.loadingFailed(fault)}{" "}
      <button type="button" class="link" onClick={() => details.ask()}>
        {t.again}
      </button>
    </p>
  );
}
