/** How wide words are on the screen. */
import { LABEL_STYLES } from "./stage/scene.js";

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** The width of a name in a margin's type, in pixels. */
export function marginWidthOf(name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  if (context === null) {
    context = document.createElement("canvas").getContext("2d");
    const { px, weight } = LABEL_STYLES.margin;
    const family = getComputedStyle(document.documentElement).getPropertyValue("--sans");
    if (context !== null) context.font = `${weight} ${px}px ${family}`;
  }
  const width = context?.measureText(name).width ?? 0;
  widths.set(name, width);
  return width;
}
