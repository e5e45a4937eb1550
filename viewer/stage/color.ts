/** Colours as the graphics card reads them: four bytes packed into one float. */

const bytes = new Uint8Array(4);
const packed = new Float32Array(bytes.buffer);

/** Red, green and blue of `#rgb` or `#rrggbb`, 0 to 255. */
export function rgbOf(hex: string): readonly [number, number, number] {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const value = Number.parseInt(digits.slice(1, 7), 16);
  if (!digits.startsWith("#") || Number.isNaN(value)) throw new RangeError(`rgbOf: "${hex}" is not #rrggbb`);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The colour between two: 0 is the first, 1 the second. */
export function mixHex(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  const part = (i: 0 | 1 | 2) =>
    Math.round(a[i] + (b[i] - a[i]) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${part(0)}${part(1)}${part(2)}`;
}

/** Packs a colour and its opacity. The lowest bit of opacity is lost: a float with all of them set is no number. */
export function packColor(hex: string, alpha: number): number {
  const [r, g, b] = rgbOf(hex);
  bytes.set([r, g, b, Math.round(alpha * 254) & 254]);
  return packed[0] ?? 0;
}
