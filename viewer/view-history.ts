/** The browser's history as the keeper of views. */
import type { ViewHistory } from "./state.js";
import { formatView, parseView } from "./url.js";

/** Views in the hash of the page's address. */
export const browserHistory: ViewHistory = {
  read: () => parseView(location.hash),
  write(view, step) {
    const hash = formatView(view);
    const address = hash === "" ? location.pathname + location.search : hash;
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  },
  onTravel(change) {
    // Typing another hash fires this too, so no `hashchange` is needed.
    addEventListener("popstate", () => change(parseView(location.hash)));
  },
};
