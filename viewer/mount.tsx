/** The page itself, loaded as one piece beside the facts. */
import { render } from "preact";
import { App } from "./components/app.js";
import { withCuts } from "./cuts.js";
import { type FactsRequest, readFacts } from "./data.js";
import { followLanguage, speakAsAsked } from "./follow-language.js";
import { forbidEval } from "./no-eval.js";
import { createExplorer } from "./state.js";
import { browserHistory } from "./view-history.js";

const PRINT_MS = 3000;

/** Reads the facts and replaces what index.html shows meanwhile. */
export async function mount(root: HTMLElement, request: FactsRequest): Promise<void> {
  forbidEval();
  const [facts] = await Promise.all([readFacts(request), speakAsAsked()]);
  const explorer = withCuts(createExplorer(facts, browserHistory));
  followLanguage(explorer);
  root.replaceChildren();
  render(<App explorer={explorer} />, root);
  // Long before anybody prints, and after all that is looked at first.
  setTimeout(() => import("./take/print.js").then(({ listenToPrint }) => listenToPrint(explorer)), PRINT_MS);
}
