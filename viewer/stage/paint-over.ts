/** Words above sigma's picture: headings, names, the numbers of a chosen loop, notes beside lines. */
import { paintBadges } from "./badges.js";
import type { ScreenLine } from "./flow-layer.js";
import { type LabelBox, paintLabels, paintTexts } from "./labels.js";
import { adornedEdges, discsOnScreen } from "./lines.js";
import type { Palette, PlayedLeg } from "./scene.js";
import type { SceneStore } from "./store.js";
import type { View } from "./view.js";

interface Words {
  readonly store: SceneStore;
  readonly view: View;
  readonly palette: Palette;
  /** The legs of the chosen loop, in order. */
  readonly legs: readonly PlayedLeg[];
  /** Where a line lies on the screen; null when it is not drawn. */
  readonly line: (edge: string) => ScreenLine | null;
  /** A node's strength at this moment, on its way to the given one. */
  readonly alphaOf: (node: string, alpha: number) => number;
}

/** Paints them all, and gives where the names came to stand: they answer the pointer as their nodes do. */
export function paintOver(
  context: CanvasRenderingContext2D,
  { store, view, palette, legs, line, alphaOf }: Words,
): readonly LabelBox[] {
  paintTexts(context, store.texts, view, palette);
  const boxes = paintLabels(context, store.nodes.values(), view, palette, alphaOf);
  const numbered = legs.flatMap((leg, i) => {
    const drawn = line(leg.edge);
    return drawn === null ? [] : [{ ...leg, number: i + 1, line: drawn }];
  });
  const noted = [...adornedEdges(store, ({ note }) => note !== undefined)].flatMap(
    ({ id }) => line(id) ?? [],
  );
  if (numbered.length + noted.length > 0)
    paintBadges(context, numbered, noted, [...discsOnScreen(store, view), ...boxes], palette);
  return boxes;
}
