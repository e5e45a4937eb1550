/**
 * A scene: everything the stage draws, as plain data. Lengths are stage pixels, y down; the stage shows
 * them 1:1 when its container is as large as the scene. Words here are those of drawing: a node, an edge.
 */
import type { Point } from "../../src/layout/curves.js";
import type { Curve } from "../../src/layout/ways.js";

export type { Curve, Point };

/** The shapes a node can have, with their number in the shader. */
export const GLYPHS = { disc: 0, eye: 1, square: 2, diamond: 3, triangle: 4, hollow: 5 } as const;
export type Glyph = keyof typeof GLYPHS;

export type Align = "start" | "middle" | "end";

/** How many layers lines are painted in; the highest is what is chosen. */
export const PAINT_LAYERS = 5;

/** How a node's name is set: px and weight of the type, width of its paper halo. */
export const LABEL_STYLES = {
  hub: { px: 14, weight: 700, mutedWeight: 500, halo: 4, ink: "ink" },
  bracket: { px: 11.5, weight: 500, mutedWeight: 500, halo: 3, ink: "ink" },
  margin: { px: 11, weight: 400, mutedWeight: 400, halo: 2.5, ink: "ink2" },
} as const;
export type LabelStyle = keyof typeof LABEL_STYLES;

/** Where a name stands: its anchor, from the node's centre; `dy` is the middle of the letters. */
export interface LabelAt {
  readonly dx: number;
  readonly dy: number;
  readonly align: Align;
}

export interface SceneNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly glyph: Glyph;
  readonly tone: "ink" | "muted";
  /** Drawn whenever it is given: what collides is the layout's business. */
  readonly label: string | null;
  readonly labelAt: LabelAt;
  readonly labelStyle: LabelStyle;
  /** Another size for this label, e.g. 15 when a loop is chosen; never drawn under 11 px. */
  readonly labelPx?: number | undefined;
  /** 1 is full strength; a dimmed node is mixed into the paper, so that no line shines through it. */
  readonly alpha: number;
  /** A ring around it: keyboard focus or selection. */
  readonly ring?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

export interface SceneEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly curve: Curve;
  readonly width: number;
  /** A name in `Palette.colours`. */
  readonly colour: string;
  readonly alpha: number;
  /** Drawn and left out, in px; null is a solid line. */
  readonly dash: readonly [on: number, off: number] | null;
  /** A hollow line: what may never have to be paid. */
  readonly double: boolean;
  /** A paper-coloured edge on both sides, which cuts the lines below. */
  readonly casing: boolean;
  readonly arrow: boolean;
  /** Which way capital goes, drawn inside the line: once in the middle, or every 52 px. */
  readonly chevrons?: "middle" | "row" | undefined;
  /** Words beside the line, on the outer side of its bow where there is room. */
  readonly note?: { readonly text: string; readonly strong: boolean } | undefined;
  /** Paint order, from 0 to 4: lower is below. */
  readonly layer: number;
  /** False for what shall let the pointer through. */
  readonly pickable?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

/** How free-standing words are set. */
export const TEXT_STYLES = {
  zone: { px: 15, weight: 700, family: "serif", ink: "ink" },
  note: { px: 11.5, weight: 400, family: "sans", ink: "muted" },
  heading: { px: 11, weight: 600, family: "sans", ink: "ink" },
  count: { px: 11, weight: 400, family: "sans", ink: "muted" },
  strong: { px: 12.5, weight: 700, family: "sans", ink: "ink" },
} as const;
export type TextStyle = keyof typeof TEXT_STYLES;

/** One line of words at a fixed place of the stage; `y` is its baseline. */
export interface SceneText {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly align: Align;
  readonly runs: readonly { readonly text: string; readonly style: TextStyle }[];
  readonly alpha: number;
}

/** Very many straight lines of one colour: not found by the pointer, and below all else. */
export interface Hairlines {
  /**
   * x and y where each begins and where it ends, in stage pixels. The first of them are a fair sample: they are
   * drawn alone while the view moves.
   */
  readonly ends: Float32Array;
  /** A name in `Palette.colours`. */
  readonly colour: string;
  readonly alpha: number;
}

export interface Scene {
  /** The size at which stage pixels are screen pixels. A larger or smaller container scales it to fit. */
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly texts: readonly SceneText[];
  readonly hairlines?: Hairlines | undefined;
}

/** What changed of some nodes and edges; what is not named stays. `texts` replaces all of them. */
export interface ScenePatch {
  readonly nodes?: readonly ({ readonly id: string } & Partial<SceneNode>)[];
  readonly edges?: readonly ({ readonly id: string } & Partial<SceneEdge>)[];
  readonly texts?: readonly SceneText[];
}

/** A theme's colours (`#rrggbb`) and families of type. */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly muted: string;
  readonly focus: string;
  readonly colours: Readonly<Record<string, string>>;
  readonly sans: string;
  readonly serif: string;
}

/** One leg of the loop that is played, in the order of travel. */
export interface PlayedLeg {
  readonly edge: string;
  /** Its amount in words, beside its number; empty for the number alone. */
  readonly amount: string;
}

/** Room to leave free at the sides of the container, in px. */
export interface Padding {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type StageEvent =
  | {
      readonly type: "nodeEnter" | "nodeLeave" | "nodeClick" | "nodeDoubleClick";
      readonly id: string;
      readonly at: Point;
    }
  | {
      readonly type: "edgeEnter" | "edgeLeave" | "edgeClick" | "edgeDoubleClick";
      readonly id: string;
      readonly at: Point;
    }
  | { readonly type: "emptyClick"; readonly at: Point }
  /** The view moved; `zoom` is 1 when the whole scene fits. */
  | { readonly type: "view"; readonly zoom: number }
  /** The graphics context was lost and could not be made again. */
  | { readonly type: "lost" };

/** What the page can do with the stage. All points are px from the container's top left corner. */
export interface Stage {
  /** Shows a scene. Nodes and edges that it no longer names vanish; the view stays where it is. */
  setScene(scene: Scene): void;
  /** Changes only what is named. Ids that are not in the scene are passed over. */
  patch(changes: ScenePatch): void;
  setPalette(palette: Palette): void;
  setReducedMotion(reduced: boolean): void;
  /** Fits these nodes and the bulge of the lines between them; null is the whole scene. */
  frame(nodeIds: readonly string[] | null, padding?: Partial<Padding>, animate?: boolean): void;
  zoomBy(factor: number): void;
  /** How the scene's lengths stand on the screen now: `place` for positions, `size` for radii and widths. */
  scale(): { readonly zoom: number; readonly place: number; readonly size: number };
  /** Numbers, amounts and chevrons on these legs; then capital runs round three times. */
  playLoop(legs: readonly PlayedLeg[]): void;
  stopLoop(): void;
  /** A node's centre, or null when it is not shown. */
  toScreen(nodeId: string): Point | null;
  /** A place on the drawn part of a line: 0 is its start at the payer's rim, 1 its tip. */
  edgePoint(edgeId: string, t: number): Point | null;
  /** What is drawn now, on paper, at the screen's resolution. */
  snapshot(): Promise<Blob>;
  destroy(): void;
}
