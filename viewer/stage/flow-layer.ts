/**
 * The canvas between lines and nodes: chevrons, and the pulse that runs round a played loop. It is drawn
 * on its own while the pulse runs; sigma stands still meanwhile.
 */

import { along, arrowSize, type Trace } from "../../src/layout/ways.js";
import { beadsAt, chevronsOn, FLOW } from "./flow.js";
import type { Palette, Point, SceneEdge } from "./scene.js";
import type { Size } from "./view.js";

/** A line as it stands on the screen. */
export interface ScreenLine {
  readonly edge: SceneEdge;
  readonly trace: Trace;
  /** px */
  readonly width: number;
}

/** What the layer asks for whenever it paints. */
export interface FlowSource {
  palette(): Palette;
  screen(): Size;
  line(edgeId: string): ScreenLine | null;
  /** Edges that carry chevrons whether played or not. */
  marked(): Iterable<SceneEdge>;
}

/** Lines fainter than this carry no chevrons. */
const FAINT = 0.5;

/** How far a chevron steps aside for what is in its way, px; in a row it gives way instead. */
const STEPS = { middle: [0, -16, 16, -32, 32], row: [0] } as const;

/** Whether a point lies on a line or so near that a chevron there would touch it. */
function isOn({ trace, width }: ScreenLine, { x, y }: Point): boolean {
  const near = width / 2 + 6;
  return trace.points.some((point, i) => {
    const next = trace.points[i + 1];
    if (next === undefined) return false;
    const [dx, dy] = [next.x - point.x, next.y - point.y];
    const share = ((x - point.x) * dx + (y - point.y) * dy) / (dx * dx + dy * dy || 1);
    const nearest = Math.min(Math.max(share, 0), 1);
    return Math.hypot(x - point.x - nearest * dx, y - point.y - nearest * dy) < near;
  });
}

export class FlowLayer {
  private legs: readonly string[] = [];
  private started: number | null = null;
  private frame = 0;
  private reduced = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly source: FlowSource,
  ) {}

  play(legs: readonly string[], reduced: boolean): void {
    this.stop();
    this.legs = legs;
    this.reduced = reduced;
    if (reduced) this.paint();
    else this.frame = requestAnimationFrame(this.tick);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.legs = [];
    this.started = null;
  }

  /** Fits the canvas to the container; a canvas that is resized is empty. */
  resize(): void {
    const pixelRatio = window.devicePixelRatio || 1;
    const { width, height } = this.source.screen();
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.canvas.width = Math.round(width * pixelRatio);
    this.canvas.height = Math.round(height * pixelRatio);
    this.canvas.getContext("2d")?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  }

  /** Draws the layer as it is now. */
  paint(now = performance.now()): void {
    const context = this.canvas.getContext("2d");
    if (context === null) return;
    const { width, height } = this.source.screen();
    context.clearRect(0, 0, width, height);

    const lines = this.legs.map((id) => this.source.line(id));
    const beads =
      this.started === null
        ? []
        : (beadsAt(
            now - this.started,
            lines.map((line) => line?.trace.length ?? 0),
          ) ?? []);
    const played = new Set(this.legs);
    const marked = [...this.source.marked()].flatMap((edge) => {
      const line = played.has(edge.id) || edge.alpha < FAINT ? null : this.source.line(edge.id);
      return line ?? [];
    });
    for (const line of marked) {
      // A chevron where another such line crosses would seem to be that one's.
      const others = marked.filter((other) => other !== line);
      this.chevrons(context, line, line.edge.chevrons ?? "middle", (at) =>
        others.some((other) => isOn(other, at)),
      );
    }
    lines.forEach((line, leg) => {
      if (line === null) return;
      const here = beads.filter((bead) => bead.leg === leg);
      // Chevrons say which way on solid lines only; in a dashed one they would be lost among the gaps.
      if (line.edge.dash === null) {
        this.chevrons(context, line, "row", (_, distance) =>
          here.some((bead) => Math.abs(bead.distance - distance) < FLOW.spacingPx),
        );
      }
      for (const { distance, share } of here) this.bead(context, line, distance, share);
    });
  }

  private readonly tick = (now: number): void => {
    this.started ??= now;
    const lengths = this.legs.map((id) => this.source.line(id)?.trace.length ?? 0);
    const over = this.reduced || beadsAt(now - this.started, lengths) === null;
    if (over) this.started = null;
    this.paint(now);
    if (!over) this.frame = requestAnimationFrame(this.tick);
  };

  private chevrons(
    context: CanvasRenderingContext2D,
    { edge, trace, width }: ScreenLine,
    kind: "middle" | "row",
    isTaken: (at: Point, distance: number) => boolean,
  ): void {
    const usable = trace.length - (edge.arrow ? arrowSize(width).length : 0);
    const size = Math.max(2.2, width * 0.36);
    context.strokeStyle = this.source.palette().paper;
    context.lineWidth = Math.max(1.4, Math.min(2, width * 0.22));
    context.lineCap = "round";
    context.lineJoin = "round";
    for (const wanted of chevronsOn(usable, kind)) {
      const distance = STEPS[kind]
        .map((step) => wanted + step)
        .find((tried) => !isTaken(along(trace, tried).at, tried));
      if (distance === undefined) continue;
      const { at, to } = along(trace, distance);
      const back = { x: at.x - to.x * size, y: at.y - to.y * size };
      context.beginPath();
      context.moveTo(back.x - to.y * size, back.y + to.x * size);
      context.lineTo(at.x + to.x * size * 0.6, at.y + to.y * size * 0.6);
      context.lineTo(back.x + to.y * size, back.y - to.x * size);
      context.stroke();
    }
  }

  private bead(context: CanvasRenderingContext2D, line: ScreenLine, distance: number, share: number): void {
    const { palette } = this.source;
    const { at } = along(line.trace, distance);
    const dot = (radius: number, colour: string) => {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      context.fill();
    };
    // A bead of paper would be lost in a gap, so it wears a coat of its line's colour.
    const core = Math.max(1.7, line.width * 0.32) * share;
    if (line.edge.dash !== null) dot(core + 1.8, palette().colours[line.edge.colour] ?? palette().ink);
    dot(core, palette().paper);
  }
}
