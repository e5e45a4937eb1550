/** The languages of the page, and which one a reader gets who never chose. */

/** Every language, with the word its button shows and its name for those who hear it. */
export const LANGUAGES = {
  en: { short: "EN", name: "English" },
  "zh-Hans": { short: "简", name: "简体中文" },
  "zh-Hant": { short: "繁", name: "繁體中文" },
} as const;
export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];

/** Where a choice is kept. */
const KEY = "capital-loop-language";

/** The language that a tag such as `en-GB`, `zh-CN` or `zh-Hant-HK` asks for; null when it is none of ours. */
export function languageOf(tag: string): Language | null {
  const [language = "", ...rest] = tag.toLowerCase().split("-");
  if (language === "en") return "en";
  if (language !== "zh") return null;
  if (rest.includes("hans")) return "zh-Hans";
  return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
}

/** The choice that was kept, else the first of the browser's languages that is ours, else English. */
export function preferredLanguage(): Language {
  const wanted = [kept(), ...navigator.languages];
  for (const tag of wanted) {
    const language = tag === null ? null : languageOf(tag);
    if (language !== null) return language;
  }
  return "en";
}

/** Keeps a choice for the next visit. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is closed to this page: the address carries the choice.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
