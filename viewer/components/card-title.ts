/** What a card is about, told to the page's title and to those who listen. */
import { useEffect } from "preact/hooks";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

/** Names the page after what is chosen, as long as its card is open. */
export function useCardTitle(explorer: Explorer, name: string): void {
  const t = text.value;
  useEffect(() => {
    explorer.said.value = t.status.chosen(name);
    document.title = `${name} · ${t.title}`;
    return () => {
      explorer.said.value = "";
      document.title = t.title;
    };
  }, [explorer, t, name]);
}
