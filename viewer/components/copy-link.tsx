/** Copies the address, which is the whole view. */
import { useState } from "preact/hooks";
import { text } from "../text/text.js";

/** How long the answer stands, in milliseconds. */
const ANSWER_MS = 2400;

export function CopyLink() {
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
  return (
    <button type="button" class="link" onClick={copy}>
      <span aria-live="polite">{answer ?? t.copyLink}</span>
    </button>
  );
}
