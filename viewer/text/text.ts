/** The table of words in force. Components read it as they render, so that another language redraws them. */
import { signal } from "@preact/signals";
import { en, type Text } from "./en.js";

export const text = signal<Text>(en);
