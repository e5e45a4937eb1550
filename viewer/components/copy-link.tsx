/** Copies the address, which is the whole view. */
import { useState } from "preact/hooks";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

/** How long the answer stands, in milliseconds. */
const ANSWER_MS = 2400;

export function CopyLink({ explorer }: { readonly explorer: Explorer }) {
  const { own } = explorer;
  const t = text.value.card;
  const [answer, setAnswer] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setAnswer(t.copied);
    } catch {
      // Pages that are not served safely have no clipboard.
      setAnswer(t.copyFailed);
    }
    setTimeout(() => setAnswer(null), ANSWER_MS);
  };
  if (own !== undefined) return <own.parts.LinkNote />;
  return (
    <button type="button" class="link" onClick={copy}>
      <span aria-live="polite">{answer ?? t.copyLink}</span>
    </button>
  );
}
