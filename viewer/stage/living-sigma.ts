/**
 * A sigma that lives on: a graphics context can go at any time (sleep, a new driver, too many tabs), and then
 * another one begins where the last one was.
 */
import type Sigma from "sigma";
import { GL_LAYERS } from "./renderer.js";

/** After a lost graphics context: how often and how long apart to try again. */
const REBUILD = { times: 4, waitMs: 400 } as const;

/** What a new sigma is told by, and told to. */
export interface Life {
  /** Makes one in an empty pane; throws when no graphics context is to be had. */
  make(pane: HTMLElement): Sigma;
  /** Hangs layers and listeners on it. */
  attach(sigma: Sigma): void;
  /** It has gone, and another one may follow. */
  pause(): void;
  /** Another one stands in its place, with nothing on it yet. */
  resume(): void;
  /** None could be made again. */
  lost(): void;
}

/** A pane over the whole of its container, which sigma empties when it ends. */
export function pane(): HTMLElement {
  const element = document.createElement("div");
  Object.assign(element.style, { position: "absolute", inset: "0", overflow: "hidden" });
  return element;
}

export class LivingSigma {
  private sigma: Sigma;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private hasEnded = false;

  constructor(
    private readonly box: HTMLElement,
    private readonly life: Life,
  ) {
    this.sigma = this.start();
    this.attach();
  }

  get now(): Sigma {
    return this.sigma;
  }

  end(): void {
    this.hasEnded = true;
    clearTimeout(this.retry);
    this.sigma.kill();
  }

  private start(): Sigma {
    const own = this.box.appendChild(pane());
    try {
      return this.life.make(own);
    } catch (error) {
      own.remove();
      throw error;
    }
  }

  private attach(): void {
    const { sigma } = this;
    this.life.attach(sigma);
    const lost = (event: Event) => {
      event.preventDefault();
      if (sigma === this.sigma && !this.hasEnded) this.rebuild(REBUILD.times);
    };
    const canvases = sigma.getCanvases();
    for (const layer of GL_LAYERS)
      canvases[layer]?.addEventListener("webglcontextlost", lost, { once: true });
  }

  private rebuild(times: number): void {
    const old = this.sigma;
    const camera = old.getCamera().getState();
    this.life.pause();
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (this.hasEnded) return;
      try {
        const next = this.start();
        const stale = old.getContainer();
        old.kill();
        stale.remove();
        this.sigma = next;
        this.attach();
        this.life.resume();
        next.getCamera().setState(camera);
      } catch {
        if (times > 1) this.rebuild(times - 1);
        else this.life.lost();
      }
    }, REBUILD.waitMs);
  }
}
