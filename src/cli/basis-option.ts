/** The option for which amounts count, shared by all that computes with money. */
import { BASIS_NAMES } from "../metrics/basis.js";
import { oneOf } from "./usage.js";

export const BASIS_OPTION = {
  type: "string",
  value: "BASIS",
  help: `which amounts count: ${BASIS_NAMES.join(", ")}, or a year; announced unless given`,
  example: "--basis contracted",
} as const;

/** A basis by its flag: one of the names, or a year. */
export function basisOf(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}$/.test(text)) return text;
  return oneOf("basis", text, [...BASIS_NAMES, "2026"]);
}
