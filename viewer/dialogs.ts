/** Which dialog lies over the page; none of them changes what is shown, so none is in the address. */
import { signal } from "@preact/signals";

export const openDialog = signal<"take" | "stories" | "menu" | null>(null);
