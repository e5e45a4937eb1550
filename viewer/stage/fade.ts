/**
 * How strong each thing is drawn at this moment. What changes its strength does so in a short while; what
 * is hidden fades first. The scene itself is always at its end: only drawing lags behind.
 */

/** A change of strength; 0 is hidden. */
export interface Fade {
  readonly kind: "node" | "edge";
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** As long as a panel takes to slip in, ms. */
const FADE_MS = 240;

export class Fader {
  private readonly running = new Map<string, Fade & { readonly start: number }>();
  private now = 0;

  /** Starts fades, each from where a former one of the same thing stands now. */
  start(fades: readonly Fade[], now: number): void {
    this.now = now;
    for (const fade of fades) {
      const key = `${fade.kind} ${fade.id}`;
      const from = this.alphaOf(fade.kind, fade.id, fade.from);
      this.running.set(key, { ...fade, from, start: now });
    }
  }

  /** Everything is at its end at once. */
  finish(): void {
    this.running.clear();
  }

  /** The strength to draw with, where `at` is the one of the scene. */
  alphaOf(kind: Fade["kind"], id: string, at: number): number {
    if (this.running.size === 0) return at;
    const fade = this.running.get(`${kind} ${id}`);
    if (fade === undefined) return at;
    const share = Math.min(1, Math.max(0, (this.now - fade.start) / FADE_MS));
    return fade.from + (fade.to - fade.from) * share;
  }

  /** Goes on to a moment; the things that look different now. Those that have arrived are in it once more. */
  step(now: number): readonly Fade[] {
    this.now = now;
    const changed = [...this.running.values()];
    for (const [key, fade] of this.running) if (now - fade.start >= FADE_MS) this.running.delete(key);
    return changed;
  }

  get isRunning(): boolean {
    return this.running.size > 0;
  }
}
