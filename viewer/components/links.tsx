/** Links to a loop, an entity, a deal: real addresses, so that they open in another tab and are walked Back. */
import type { ComponentChildren } from "preact";
import type { Explorer } from "../state.js";
import { formatView, type Selection } from "../url.js";

interface ViewLinkProps {
  readonly explorer: Explorer;
  readonly to: Selection;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** The same view with something else chosen. */
export function ViewLink({ explorer, to, class: className, children }: ViewLinkProps) {
  const href = formatView({ ...explorer.view.value, selection: to, story: null, about: false });
  return (
    <a href={href} class={className}>
      {children}
    </a>
  );
}
