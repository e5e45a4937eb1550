/** The words that are really on the canvas: what was written there since it was last wiped. */
import type { Page } from "playwright-core";

export interface DrawnWord {
  readonly text: string;
  /** Size of the type, px. */
  readonly px: number;
  /** The ink of the letters, px from the canvas' corner. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where it was asked to stand: its anchor. */
  readonly x: number;
  readonly y: number;
}

/** Notes every word that the page writes on a canvas of its own document; before the page is opened. */
export async function watchWords(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn = new Map<HTMLCanvasElement, object[]>();
    const pen = CanvasRenderingContext2D.prototype;
    const { fillText, clearRect } = pen;
    const sizes = new Map<string, TextMetrics>();
    // A browser rounds the bounds of letters outwards to whole pixels: of letters so much larger it hardly matters.
    const LARGER = 32;
    const sizeOf = (context: CanvasRenderingContext2D, text: string): TextMetrics => {
      const { font } = context;
      const key = `${font} ${context.textAlign} ${text}`;
      const known = sizes.get(key);
      if (known !== undefined) return known;
      context.font = font.replace(/([\d.]+)px/, (_, px) => `${Number(px) * LARGER}px`);
      const size = context.measureText(text);
      context.font = font;
      sizes.set(key, size);
      return size;
    };
    pen.fillText = function (text, x, y, ...rest) {
      const size = sizeOf(this, text);
      const word = {
        text,
        px: Number.parseFloat(this.font.match(/([\d.]+)px/)?.[1] ?? "0"),
        left: x - size.actualBoundingBoxLeft / LARGER,
        right: x + size.actualBoundingBoxRight / LARGER,
        top: y - size.actualBoundingBoxAscent / LARGER,
        bottom: y + size.actualBoundingBoxDescent / LARGER,
        x,
        y,
      };
      if (this.globalAlpha > 0) drawn.set(this.canvas, [...(drawn.get(this.canvas) ?? []), word]);
      return fillText.call(this, text, x, y, ...rest);
    };
    pen.clearRect = function (...box) {
      drawn.delete(this.canvas);
      return clearRect.apply(this, box);
    };
    Object.assign(globalThis, {
      wordsOnCanvas: () => [...drawn].flatMap(([canvas, words]) => (canvas.isConnected ? words : [])),
    });
  });
}

/** What stands there now, once it has stopped changing. */
export async function drawnWords(page: Page): Promise<DrawnWord[]> {
  const read = () =>
    page.evaluate(() => (globalThis as unknown as { wordsOnCanvas: () => DrawnWord[] }).wordsOnCanvas());
  let last = "";
  let words = await read();
  while (JSON.stringify(words) !== last || words.length === 0) {
    last = JSON.stringify(words);
    await page.waitForTimeout(120);
    words = await read();
  }
  return words;
}

/** Pairs of words that stand in each other's way, or nearer side by side than `air` in pixels, as lines to read. */
export function overlapping(words: readonly DrawnWord[], air = 0): string[] {
  return words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter((b) => a.left < b.right + air && b.left < a.right + air && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} and ${b.text}`),
  );
}
