/**
 * The stage: sigma behind a small interface of plain data, so that another renderer can stand in. Load it
 * lazily and in a browser only: sigma throws where there is no WebGL.
 */
import type Sigma from "sigma";
import { along } from "../../src/layout/ways.js";
import { Fader } from "./fade.js";
import { FlowLayer, type ScreenLine } from "./flow-layer.js";
import { Framing } from "./framing.js";
import { HairlineLayer } from "./hairlines.js";
import type { LabelBox } from "./labels.js";
import { adornedEdges, lineOnScreen } from "./lines.js";
import { LivingSigma, pane } from "./living-sigma.js";
import { Look } from "./look.js";
import { paintOver } from "./paint-over.js";
import { listen } from "./pointer.js";
import { createRenderer, graphOf, hasWebGl } from "./renderer.js";
import type { Padding, Palette, PlayedLeg, Point, Scene, ScenePatch, Stage, StageEvent } from "./scene.js";
import { pictureOf } from "./snapshot.js";
import { type Change, SceneStore } from "./store.js";
import { type View, viewOf } from "./view.js";

export interface StageOptions {
  readonly palette: Palette;
  readonly reducedMotion: boolean;
  readonly onEvent: (event: StageEvent) => void;
}

/** A view that has not moved for so long rests, ms. */
const REST_MS = 140;
/** More things than this do not fade; they are there at once. */
const MAX_FADES = 3_000;
/** The browser's own record of when sigma took in the whole graph, which costs more than painting it. */
const INDEXED = "stage indexed";
const NO_PADDING: Padding = { left: 0, right: 0, top: 0, bottom: 0 };

/** Makes a stage in a container; null when the browser has no WebGL, so that the page can say so. */
export async function createStage(container: HTMLElement, options: StageOptions): Promise<Stage | null> {
  if (!hasWebGl()) return null;
  try {
    return new SigmaStage(container, options);
  } catch {
    return null;
  }
}

class SigmaStage implements Stage {
  private readonly store = new SceneStore();
  private readonly fader = new Fader();
  private readonly look: Look;
  private readonly framing: Framing;
  private readonly box: HTMLElement;
  private readonly watcher: ResizeObserver;
  private readonly onEvent: (event: StageEvent) => void;
  private readonly living: LivingSigma;
  private flow: FlowLayer | null = null;
  private hairlines: HairlineLayer | null = null;
  private legs: readonly PlayedLeg[] = [];
  private labelBoxes: readonly LabelBox[] = [];
  private ratio = 1;
  private fading = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, { palette, reducedMotion, onEvent }: StageOptions) {
    this.look = new Look(palette);
    this.onEvent = onEvent;
    this.box = container.appendChild(pane());
    this.framing = new Framing(this.store, () => this.sigma);
    this.framing.reducedMotion = reducedMotion;
    try {
      this.living = new LivingSigma(this.box, {
        make: (own) => createRenderer(own, this.store, this.look, this.fader),
        attach: (sigma) => this.attach(sigma),
        pause: () => this.flow?.stop(),
        resume: () => {
          this.build();
          if (this.legs.length > 0) this.playLoop(this.legs);
        },
        lost: () => this.onEvent({ type: "lost" }),
      });
    } catch (error) {
      this.box.remove();
      throw error;
    }
    this.watcher = new ResizeObserver(() => this.framing.resized());
    this.watcher.observe(this.box);
  }

  private get sigma(): Sigma {
    return this.living.now;
  }

  setScene(scene: Scene): void {
    const change = this.store.accept(scene);
    if (change === null) this.build();
    else this.refresh(change);
  }

  patch(changes: ScenePatch): void {
    this.refresh(this.store.patch(changes));
  }

  setPalette(palette: Palette): void {
    this.look.palette = palette;
    const nodes = new Set(this.store.nodes.keys());
    this.refresh({ nodes, edges: new Set(this.store.edges.keys()), reindex: false, fades: [] });
  }

  setReducedMotion(reduced: boolean): void {
    this.framing.reducedMotion = reduced;
  }

  frame(nodeIds: readonly string[] | null, padding: Partial<Padding> = {}, animate = true): void {
    this.framing.fit(nodeIds, { ...NO_PADDING, ...padding }, animate);
  }

  zoomBy(factor: number): void {
    this.framing.zoomBy(factor);
  }

  scale(): { zoom: number; place: number; size: number } {
    const { zoom, place, size } = this.view();
    return { zoom, place, size };
  }

  playLoop(legs: readonly PlayedLeg[]): void {
    this.legs = legs;
    const edges = legs.map(({ edge }) => edge);
    this.flow?.play(edges, this.framing.reducedMotion);
    this.sigma.scheduleRender();
  }

  stopLoop(): void {
    this.legs = [];
    this.flow?.stop();
    this.sigma.scheduleRender();
  }

  toScreen(nodeId: string): Point | null {
    const node = this.store.nodes.get(nodeId);
    return node === undefined || node.hidden ? null : this.view().toScreen(node);
  }

  edgePoint(edgeId: string, t: number): Point | null {
    const line = this.line(edgeId);
    return line === null ? null : along(line.trace, line.trace.length * t).at;
  }

  async snapshot(): Promise<Blob> {
    // A picture shows where things are going, not the way there.
    cancelAnimationFrame(this.fading);
    this.fade(Number.POSITIVE_INFINITY);
    return pictureOf(this.sigma, this.look.palette.paper);
  }

  destroy(): void {
    clearTimeout(this.rest);
    cancelAnimationFrame(this.fading);
    this.watcher.disconnect();
    this.flow?.stop();
    this.living.end();
    this.box.remove();
  }

  /** Hangs our layers and listeners on a new sigma. */
  private attach(sigma: Sigma): void {
    const flow = new FlowLayer(sigma.createCanvas("flow", { afterLayer: "edges" }), {
      palette: () => this.look.palette,
      screen: () => sigma.getDimensions(),
      line: (id) => this.line(id),
      marked: () => adornedEdges(this.store, ({ chevrons }) => chevrons !== undefined),
    });
    const hairlines = new HairlineLayer(sigma);
    const resize = () => {
      flow.resize();
      hairlines.resize(sigma.getDimensions());
    };
    resize();
    sigma.on("resize", resize);
    sigma.on("afterRender", () => this.paint());
    sigma.on("afterProcess", () => performance.mark(INDEXED));
    listen(
      sigma,
      () => this.labelBoxes,
      (event) => this.onEvent(event),
    );
    this.framing.watch(sigma);
    sigma.getCamera().on("updated", ({ ratio }) => this.viewed(ratio));
    this.flow = flow;
    this.hairlines = hairlines;
  }

  /** The view moves. Very many lines are left out meanwhile, and drawn when it rests. */
  private viewed(ratio: number): void {
    clearTimeout(this.rest);
    this.look.isMoving = true;
    this.rest = setTimeout(() => {
      this.look.isMoving = false;
      const { edges, hairlines } = this.store;
      if (edges.size > this.look.linesFinelyPicked || hairlines !== null) this.sigma.scheduleRender();
    }, REST_MS);
    if (ratio !== this.ratio) this.onEvent({ type: "view", zoom: 1 / ratio });
    this.ratio = ratio;
  }

  private build(): void {
    const { width, height } = this.store;
    this.look.width = width;
    this.look.height = height;
    this.fader.finish();
    this.sigma.setCustomBBox({ x: [0, width], y: [0, height] });
    this.sigma.setGraph(graphOf(this.store));
  }

  private refresh({ nodes, edges, reindex, fades }: Change): void {
    const graph = this.sigma.getGraph();
    if (reindex) {
      // All at once: sigma answers each change that it is told of.
      graph.updateEachNodeAttributes(
        (id, place) => {
          const node = nodes.has(id) ? this.store.nodes.get(id) : undefined;
          return node === undefined ? place : { x: node.x, y: this.store.height - node.y };
        },
        { attributes: ["x", "y"] },
      );
    }
    if (fades.length > 0 && fades.length <= MAX_FADES && !this.framing.reducedMotion) {
      this.fader.start(fades, performance.now());
      cancelAnimationFrame(this.fading);
      this.fading = requestAnimationFrame(this.fade);
    }
    this.redraw([...nodes], [...edges], reindex);
  }

  private redraw(nodes: string[], edges: string[], reindex = false): void {
    try {
      this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: !reindex, schedule: true });
    } catch {
      // When the window changes its size, sigma forgets its indices until the next frame, and cannot
      // take a part in between: then it takes all.
      this.sigma.refresh({ schedule: true });
    }
  }

  private readonly fade = (now: number): void => {
    const changed = this.fader.step(now);
    const ids = (kind: string) => changed.filter((fade) => fade.kind === kind).map(({ id }) => id);
    const nodes = ids("node").filter((id) => this.store.nodes.has(id));
    // Sigma leaves out the lines of a hidden node, so these follow it.
    const edges = new Set(ids("edge").filter((id) => this.store.edges.has(id)));
    for (const id of nodes) for (const edge of this.store.edgesAt(id)) edges.add(edge);
    this.redraw(nodes, [...edges]);
    if (this.fader.isRunning) this.fading = requestAnimationFrame(this.fade);
  };

  private view(): View {
    return viewOf(this.sigma.getCamera().getState(), this.sigma.getDimensions(), this.store);
  }

  private line(edgeId: string): ScreenLine | null {
    return lineOnScreen(this.store, this.view(), edgeId);
  }

  /** Everything that is not sigma's: chevrons between its layers, words above them. */
  private paint(): void {
    const { look, store } = this;
    const most = look.isMoving ? look.linesWhileMoving : Number.POSITIVE_INFINITY;
    this.hairlines?.paint(this.view(), store.hairlines, look.palette, most);
    this.flow?.paint();
    const context = this.sigma.getCanvases().labels?.getContext("2d");
    if (context === null || context === undefined) return;
    this.labelBoxes = paintOver(context, {
      store: this.store,
      view: this.view(),
      palette: this.look.palette,
      legs: this.legs,
      line: (id) => this.line(id),
      alphaOf: (id, alpha) => this.fader.alphaOf("node", id, alpha),
    });
  }
}
