/** A part of a cubic Bézier curve. */
import type { Point } from "../stage/scene.js";

export interface Cubic {
  readonly p0: Point;
  readonly c1: Point;
  readonly c2: Point;
  readonly p3: Point;
}

const mix = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

/**
 * What lies between two `t` from 0 to 1, as a curve of its own.
 *
 * @see de Casteljau's algorithm: Farin, Curves and Surfaces for CAGD (2002), section 4.
 */
export function part(curve: Cubic, from: number, to: number): Cubic {
  const [, tail] = split(curve, from);
  return from >= 1 ? tail : split(tail, (to - from) / (1 - from))[0];
}

function split({ p0, c1, c2, p3 }: Cubic, t: number): readonly [Cubic, Cubic] {
  const [a, b, c] = [mix(p0, c1, t), mix(c1, c2, t), mix(c2, p3, t)];
  const [d, e] = [mix(a, b, t), mix(b, c, t)];
  const at = mix(d, e, t);
  return [
    { p0, c1: a, c2: d, p3: at },
    { p0: at, c1: e, c2: c, p3 },
  ];
}
