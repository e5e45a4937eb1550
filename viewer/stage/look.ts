/** What both shader programs need to know beyond a single node or edge; one object, changed in place. */
import { rgbOf } from "./color.js";
import type { Palette, Point } from "./scene.js";

export class Look {
  palette: Palette;
  /** The scene's size: what sigma fits into its unit square. */
  width = 1;
  height = 1;

  /** The view is on the move; more lines than can be drawn at every step wait until it rests. */
  isMoving = false;
  readonly linesWhileMoving = 5_000;
  /** Up to so many, the line under the pointer is found finely and at any time. */
  readonly linesFinelyPicked = 2_000;

  constructor(palette: Palette) {
    this.palette = palette;
  }

  /** Stage pixels as sigma's programs want them: a unit square, y up. */
  framed({ x, y }: Point): Point {
    const side = this.side;
    return { x: 0.5 + (x - this.width / 2) / side, y: 0.5 + (this.height / 2 - y) / side };
  }

  /** Stage pixels per unit of the framed square. */
  get side(): number {
    return Math.max(this.width, this.height);
  }

  get paperRgb(): readonly [number, number, number] {
    const [r, g, b] = rgbOf(this.palette.paper);
    return [r / 255, g / 255, b / 255];
  }

  get focusRgb(): readonly [number, number, number] {
    const [r, g, b] = rgbOf(this.palette.focus);
    return [r / 255, g / 255, b / 255];
  }
}
