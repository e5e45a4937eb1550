/** Light or dark. */
import { text } from "../text/text.js";
import { chooseTheme, theme } from "../theme.js";
import { Icon } from "./icons.js";

export function ThemeToggle() {
  const t = text.value.bar;
  const isDark = theme.value === "dark";
  return (
    <button
      type="button"
      class="icon-button"
      aria-pressed={isDark}
      aria-label={t.darkTheme}
      title={t.darkTheme}
      onClick={() => chooseTheme(isDark ? "light" : "dark")}
    >
      <Icon name={isDark ? "sun" : "moon"} />
    </button>
  );
}
