/** The page itself, loaded as one piece beside the facts. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { Fragment, render } from "preact";
import { App } from "./components/app.js";
import { withCuts } from "./cuts.js";
import { type FactsRequest, readFacts } from "./data.js";
import { WHEEL_DRAWING } from "./drawing.js";
import { followLanguage, speakAsAsked } from "./follow-language.js";
import { forbidEval } from "./no-eval.js";
import type { Explore } from "./own/host.js";
import { hearOfFiles } from "./own-later.js";
import { createExplorer, type Explorer } from "./state.js";
import { browserHistory } from "./view-history.js";

const PRINT_MS = 3000;

/** Reads the facts and replaces what index.html shows meanwhile. */
export async function mount(root: HTMLElement, request: FactsRequest): Promise<void> {
  forbidEval();
  const [facts] = await Promise.all([readFacts(request), speakAsAsked()]);
  // Of the built-in facts, until the reader opens a file.
  // A reload does not bring a file back: its views are views of nothing.
  const isLost = history.state !== null;
  if (isLost) history.replaceState(null, "", location.pathname + location.search);
  const explore: Explore = (...of) => withCuts(createExplorer(...of));
  const explorer = signal(explore(facts, browserHistory));
  followLanguage({ view: computed(() => explorer.value.view.value) });
  root.replaceChildren();
  render(<Page explorer={explorer} />, root);
  hearOfFiles({ explorer, explore, wheel: WHEEL_DRAWING }, isLost);
  // Long before anybody prints, and after all that is looked at first.
  setTimeout(() => {
    import("./take/print.js").then(({ listenToPrint }) => listenToPrint(() => explorer.peek()));
  }, PRINT_MS);
}

/** Other facts make another page: nothing of the old one is kept. */
function Page({ explorer }: { readonly explorer: ReadonlySignal<Explorer> }) {
  return (
    <Fragment key={explorer.value.own?.id ?? ""}>
      <App explorer={explorer.value} />
    </Fragment>
  );
}
