/** Keeps the words of the page in step with the view: the language chosen in it, else the reader's own. */
import { effect } from "@preact/signals";
import { keepLanguage, type Language, preferredLanguage } from "./language.js";
import type { Explorer } from "./state.js";
import { speak } from "./text/text.js";
import { parseView } from "./url.js";

/** Puts the language of the page's address in force; in English where its words cannot be fetched. */
export async function speakAsAsked(): Promise<void> {
  try {
    await speak(parseView(location.hash).lang ?? preferredLanguage());
  } catch {
    await speak("en");
  }
}

/** Follows the view from now on. */
export function followLanguage({ view }: Pick<Explorer, "view">): void {
  effect(() => {
    // Offline for a moment: the words there are stay.
    speak(view.value.lang ?? preferredLanguage()).catch(() => undefined);
  });
}

/** Makes a choice: kept for the next visit, and in the address for whom it is sent to. */
export function chooseLanguage(explorer: Explorer, language: Language): void {
  keepLanguage(language);
  explorer.go({ lang: language }, "replace");
}
