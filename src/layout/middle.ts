/** The middle of the stage: hubs on the wheel, the rest of the core on two brackets beside it. */
import { hubRadius } from "./glyphs.js";
import { type Ground, inZone } from "./ground.js";
import { BRACKET, LABEL, MARGINS, RADII, WHEEL } from "./measures.js";
import type { Placed, Spot } from "./placed.js";
import { angleOf } from "./wheel-cost.js";

/**
 * Places the core.
 *
 * @param wheel the hubs, clockwise from the top.
 */
export function placeMiddle(ground: Ground, wheel: readonly number[]): Placed[] {
  const hubs = wheel.map(
    (v, i): Placed => [v, hubSpot(i, wheel.length, hubRadius(ground.throughflowUsd[v] as number))],
  );
  const onBrackets = inZone(ground, "core").filter((v) => !wheel.includes(v));
  const brackets = (["left", "right"] as const).flatMap((side) =>
    bracketOrder(
      ground,
      onBrackets.filter((v) => ground.sectors[v]?.bracket === side),
      wheel,
    ).map((v, i, { length }): Placed => [v, bracketSpot(side, i, length)]),
  );
  return [...hubs, ...brackets];
}

/** A hub at a place of the wheel; its name stands outward at its own angle. */
function hubSpot(place: number, count: number, radius: number): Spot {
  const angle = angleOf(place, count);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    place: "hub",
    x: WHEEL.x + WHEEL.radius * cos,
    y: WHEEL.y + WHEEL.radius * sin,
    side: null,
    column: null,
    radius,
    group: null,
    labelAt: {
      dx: cos * (radius + LABEL.hubAir),
      dy: sin * (radius + LABEL.hubAirUpright),
      align: cos > 0.3 ? "start" : cos < -0.3 ? "end" : "middle",
    },
    labelLength: null,
  };
}

/** The i-th of m on a bracket, from the top down; its name stands outside, as far as the margin leaves room. */
function bracketSpot(side: "left" | "right", i: number, m: number): Spot {
  const s = m === 1 ? 0 : -BRACKET.span + (2 * BRACKET.span * i) / (m - 1);
  const out = side === "left" ? -1 : 1;
  const x = WHEEL.x + out * BRACKET.reach * (0.55 + 0.45 * Math.sqrt(1 - s * s));
  const air = RADII.bracket + LABEL.air;
  const room = out * ((side === "left" ? MARGINS.in.gutter : MARGINS.out.gutter) - x) - air - LABEL.air;
  return {
    place: "bracket",
    x,
    y: WHEEL.y + (BRACKET.rise * s) / BRACKET.span,
    side,
    column: null,
    radius: RADII.bracket,
    group: null,
    labelAt: { dx: out * air, dy: 0, align: side === "left" ? "end" : "start" },
    labelLength: Math.floor(room / (LABEL.bracketPx * LABEL.em)),
  };
}

/** From the top down, by the sine of the direction in which their hubs lie, so that lines cross little. */
function bracketOrder(ground: Ground, members: readonly number[], wheel: readonly number[]): number[] {
  const height = new Map(
    members.map((v) => {
      let [x, y] = [0, 0];
      for (const w of ground.neighbours[v] ?? []) {
        const place = wheel.indexOf(w);
        if (place === -1) continue;
        x += Math.cos(angleOf(place, wheel.length));
        y += Math.sin(angleOf(place, wheel.length));
      }
      const far = Math.hypot(x, y);
      // Opposite hubs cancel but for rounding, which is no direction.
      return [v, far < 1e-9 ? 0 : y / far];
    }),
  );
  return [...members].sort((a, b) => (height.get(a) ?? 0) - (height.get(b) ?? 0) || a - b);
}
