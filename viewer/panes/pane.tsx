/** The frame of a view that stands in the picture's place. */
import "../styles/panes.css";
import type { ComponentChildren } from "preact";

export function Pane({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <section class="pane" aria-label={label}>
      {children}
    </section>
  );
}
