/** Words as the facts have them: in English alone, and marked so for who reads or hears another language. */
import type { ComponentChildren } from "preact";

export function OnFile({ children }: { readonly children: ComponentChildren }) {
  return <span lang="en">{children}</span>;
}
