/** One pulse of capital on its way round a loop: where its beads are at a moment. Pure. */

/** How capital runs: time for a round, how often, and the beads of a pulse. */
export const FLOW = { roundMs: 2400, rounds: 3, beads: 7, spacingPx: 15 } as const;

/** A bead on one leg; `share` is its size, 1 for the first. */
export interface Bead {
  readonly leg: number;
  readonly distance: number;
  readonly share: number;
}

/**
 * The beads at `ms` after the start, on legs of these lengths (px) that are run one after the other at one
 * speed. Null when the last bead of the last round has arrived.
 */
export function beadsAt(ms: number, lengths: readonly number[]): Bead[] | null {
  const round = lengths.reduce((sum, length) => sum + length, 0);
  const head = (ms / FLOW.roundMs) * round;
  const end = round * FLOW.rounds;
  if (round === 0 || head - (FLOW.beads - 1) * FLOW.spacingPx >= end) return null;

  const beads: Bead[] = [];
  for (let i = 0; i < FLOW.beads; i++) {
    const run = head - i * FLOW.spacingPx;
    if (run < 0 || run >= end) continue;
    let distance = run % round;
    let leg = 0;
    while (leg < lengths.length - 1 && distance >= (lengths[leg] ?? 0)) distance -= lengths[leg++] ?? 0;
    beads.push({ leg, distance, share: 1 - (0.55 * i) / FLOW.beads });
  }
  return beads;
}

/** Chevrons stand this far apart, px. */
const CHEVRON_PX = 52;

/** Distances from the start at which a line of this length carries chevrons. */
export function chevronsOn(length: number, kind: "middle" | "row"): number[] {
  const count = kind === "middle" ? 1 : Math.max(1, Math.floor(length / CHEVRON_PX));
  return Array.from({ length: count }, (_, i) => (length * (i + 0.5)) / count);
}
