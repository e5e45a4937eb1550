/** An amount of dollars; one that nobody states is said, never shown as zero. */
import { text } from "../text/text.js";

export function Usd({ value }: { readonly value: number | null }) {
  const t = text.value;
  return <span class={value === null ? "none" : ""}>{value === null ? t.undisclosed : t.usd(value)}</span>;
}
