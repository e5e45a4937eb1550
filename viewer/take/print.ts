/** On paper: the picture as it is taken away, in the light theme, in place of the canvas. */
import type { Explorer } from "../state.js";
import { theme } from "../theme.js";
import { pictureSvg } from "./picture.js";

/** Puts the picture into the page while it is printed; paper is light. */
export function listenToPrint(now: () => Explorer): void {
  const root = document.documentElement;
  let sheet: Element | null = null;
  addEventListener("beforeprint", () => {
    root.dataset.theme = "light";
    const explorer = now();
    if (explorer.view.peek().pane !== "graph") return;
    const parsed = new DOMParser().parseFromString(pictureSvg(explorer), "image/svg+xml");
    sheet = document.importNode(parsed.documentElement, true);
    sheet.classList.add("print-picture");
    document.querySelector(".middle")?.prepend(sheet);
  });
  addEventListener("afterprint", () => {
    root.dataset.theme = theme.peek();
    sheet?.remove();
    sheet = null;
  });
}
