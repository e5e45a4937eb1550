/** Light or dark: the reader's choice where one was made, else the system's. `public/theme.js` sets it first. */
import { signal } from "@preact/signals";
import type { Strengths } from "./scene-plan.js";
import { readPalette } from "./stage/palette.js";
import type { Palette } from "./stage/scene.js";

export type Theme = "light" | "dark";

/** Where the choice is kept; `public/theme.js` reads it too. */
const KEY = "capital-loop-theme";

const system = matchMedia("(prefers-color-scheme: dark)");

export const theme = signal<Theme>(document.documentElement.dataset.theme === "dark" ? "dark" : "light");

/** Makes a choice and keeps it. */
export function chooseTheme(chosen: Theme): void {
  apply(chosen);
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Storage is closed to this page: the choice lasts as long as the page.
  }
}

/** Follows the system as long as nobody chose. */
export function followSystem(): void {
  system.addEventListener("change", () => {
    if (!isChosen()) apply(system.matches ? "dark" : "light");
  });
}

/** The strengths of lines in the theme in force. */
export function themeStrengths(): Strengths {
  // Read first, so that who asks is told of a change.
  void theme.value;
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => Number(style.getPropertyValue(`--a-${name}`)) || 0.3;
  return {
    lead: token("lead"),
    loop: token("loop"),
    weak: token("weak"),
    rim: token("rim"),
    dim: token("dim"),
  };
}

/** The stage's colours in the theme in force. */
export function themePalette(): Palette {
  void theme.value;
  return readPalette(document.documentElement);
}

function apply(next: Theme): void {
  document.documentElement.dataset.theme = next;
  theme.value = next;
}

function isChosen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
