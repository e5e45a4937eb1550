/** The table of words in force. Components read it as they render, so that another language redraws them. */
import { signal } from "@preact/signals";
import type { Language } from "../language.js";
import { en, type Text } from "./en.js";

export const text = signal<Text>(en);

/** Each language's table; all but English are fetched when they are wanted. */
const TABLES: Readonly<Record<Language, () => Promise<Text>>> = {
  en: async () => en,
  "zh-Hans": async () => (await import("./zh-hans.js")).zhHans,
  "zh-Hant": async () => (await import("./zh-hant.js")).zhHant,
};

let wanted: Language = "en";

/** Puts a language in force once its words are there; the last one asked for stays. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const table = await TABLES[language]();
  if (wanted !== language) return;
  // First, so that who hears of the words finds the type that goes with them.
  document.documentElement.lang = language;
  document.title = table.title;
  text.value = table;
}
