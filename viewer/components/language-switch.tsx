/** The languages of the page, side by side; on a phone as the browser's own list. */
import { chooseLanguage } from "../follow-language.js";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../language.js";
import { isPhone } from "../media.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

export function LanguageSwitch({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  if (isPhone.value) {
    return (
      <select
        class="language-list"
        aria-label={t.bar.language}
        value={t.language}
        onChange={(event) => chooseLanguage(explorer, event.currentTarget.value as Language)}
      >
        {LANGUAGE_NAMES.map((name) => (
          <option key={name} value={name} lang={name} aria-label={LANGUAGES[name].name}>
            {LANGUAGES[name].short}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset class="languages" aria-label={t.bar.language}>
      {LANGUAGE_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          lang={name}
          title={LANGUAGES[name].name}
          aria-pressed={name === t.language}
          onClick={() => chooseLanguage(explorer, name)}
        >
          <span aria-hidden="true">{LANGUAGES[name].short}</span>
          <span class="hidden-words">{LANGUAGES[name].name}</span>
        </button>
      ))}
    </fieldset>
  );
}
