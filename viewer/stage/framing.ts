/** Moves the camera: to a frame, by a factor, and back into its frame when the container changes. */
import type Sigma from "sigma";
import { boxOfNodes } from "./lines.js";
import type { Padding } from "./scene.js";
import type { SceneStore } from "./store.js";
import { type Camera, cameraFor } from "./view.js";

/** Camera moves and steps of zoom, ms; and their easing, close to cubic-bezier(.2, .7, .2, 1). */
const CAMERA_MS = 480;
const ZOOM_MS = 240;
const ease = (k: number) => 1 - (1 - k) ** 3.4;

interface Frame {
  readonly ids: readonly string[] | null;
  readonly padding: Padding;
  readonly camera: Camera;
}

export class Framing {
  reducedMotion = false;
  private frame: Frame | null = null;
  /** Nobody has moved the view since it was framed. */
  private isKept = false;

  constructor(
    private readonly store: SceneStore,
    private readonly sigma: () => Sigma,
  ) {}

  /** Listens for moves by hand on a new sigma. */
  watch(sigma: Sigma): void {
    const leave = () => {
      this.isKept = false;
    };
    sigma.getMouseCaptor().on("wheel", leave);
    sigma.getMouseCaptor().on("mousemovebody", () => {
      if (sigma.getMouseCaptor().isMoving) leave();
    });
    sigma.getTouchCaptor().on("touchmove", leave);
  }

  fit(ids: readonly string[] | null, padding: Padding, animate: boolean): void {
    const { width, height } = this.store;
    const box =
      ids === null ? { left: 0, right: width, top: 0, bottom: height } : boxOfNodes(this.store, ids);
    if (box === null) return;
    const sigma = this.sigma().resize();
    const camera = cameraFor(box, padding, sigma.getDimensions(), this.store);
    this.frame = { ids, padding, camera };
    this.isKept = true;
    this.move(camera, animate ? CAMERA_MS : 0);
  }

  zoomBy(factor: number): void {
    const camera = this.sigma().getCamera();
    this.isKept = false;
    this.move({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio / factor) }, ZOOM_MS);
  }

  /** The container has another size: whoever has moved the view keeps it, else the same things stay framed. */
  resized(): void {
    this.sigma().resize().scheduleRender();
    if (this.frame !== null && this.isKept) this.fit(this.frame.ids, this.frame.padding, false);
  }

  private move(state: Camera, ms: number): void {
    const camera = this.sigma().getCamera();
    if (ms > 0 && !this.reducedMotion) {
      camera.animate(state, { duration: ms, easing: ease });
      return;
    }
    // A move that still runs would overwrite it, and sigma has no way to stop one but another.
    if (camera.isAnimated()) camera.animate(state, { duration: 1 });
    camera.setState(state);
    this.sigma().scheduleRender();
  }
}
