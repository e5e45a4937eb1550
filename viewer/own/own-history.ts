/**
 * Views of a file in the browser's history: each step says whose it is, so that Back leads out of the file to
 * where the reader was, and Forward into it again while it is open. Steps that say nothing are of the built-in
 * facts.
 */
import type { Step, ViewHistory } from "../state.js";
import { FIRST_VIEW, formatView, parseView, type ViewState } from "../url.js";

/** The file that a step of the history is a view of; null for the built-in facts. */
export function ownOf(state: unknown): string | null {
  return typeof state === "object" && state !== null && "own" in state ? String(state.own) : null;
}

/** A history of the views of one file; it begins at the first view, in the language in force. */
export function ownHistory(id: string, lang: ViewState["lang"]): ViewHistory {
  const write = (view: ViewState, step: Step) => {
    const state = { own: id };
    if (step === "push") history.pushState(state, "", addressOf(view));
    else history.replaceState(state, "", addressOf(view));
  };
  const first = { ...FIRST_VIEW, lang };
  write(first, "push");
  return {
    read: () => first,
    write,
    onTravel(change) {
      window.addEventListener("popstate", ({ state }) => {
        if (ownOf(state) === id) change(parseView(location.hash));
      });
    },
  };
}

/** Goes to a view of the built-in facts by one step more; whoever hears of travels shows it. */
export function stepHome(view: ViewState): void {
  history.pushState(null, "", addressOf(view));
  dispatchEvent(new PopStateEvent("popstate", { state: null }));
}

/**
 * Links within the page are steps of the file's own while it is shown.
 *
 * @returns ends it.
 */
export function keepLinks(go: (view: ViewState) => void): () => void {
  const onClick = (event: MouseEvent) => {
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!isPlain || link === null || event.defaultPrevented) return;
    event.preventDefault();
    go(parseView(link.getAttribute("href") ?? ""));
  };
  addEventListener("click", onClick);
  return () => removeEventListener("click", onClick);
}

function addressOf(view: ViewState): string {
  return formatView(view) || location.pathname + location.search;
}
