/** The facts could not be read: what happened, what it means, and one way on. */
import { render } from "preact";
import { speakAsAsked } from "../follow-language.js";
import { text } from "../text/text.js";

interface FailureProps {
  readonly message: string;
  readonly onAgain: () => void;
}

/** How many lines of a message help. */
const LINES = 6;

export function Failure({ message, onAgain }: FailureProps) {
  const t = text.value.status;
  return (
    <main class="failure">
      <div role="alert">
        <h1>{t.failed}</h1>
        <pre>{message.split("\n").slice(0, LINES).join("\n")}</pre>
        <p>{t.failedHelp}</p>
      </div>
      <button type="button" class="button" onClick={onAgain}>
        {t.again}
      </button>
    </main>
  );
}

/** Puts the failure on the page in place of all else. */
export async function showFailure(root: HTMLElement, error: unknown, onAgain: () => void): Promise<void> {
  await speakAsAsked();
  root.replaceChildren();
  render(
    <Failure message={error instanceof Error ? error.message : String(error)} onAgain={onAgain} />,
    root,
  );
}
