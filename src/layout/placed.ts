/** What a layout is made of. Plain data: it is written beside the facts and compared byte for byte. */
import type { GroupTitle } from "./sectors.js";

/** Hubs stand on the wheel, the rest of the core on brackets beside it; the others in a margin or the strip. */
export const PLACES = ["hub", "bracket", "in", "out", "apart"] as const;
export type Place = (typeof PLACES)[number];

/** The shapes of an entity's kind: a disc with an eye is a lab, a hollow square a vehicle or site. */
export type Glyph = "disc" | "eye" | "square" | "diamond" | "triangle" | "hollow";

/** Where a name is anchored, from its dot's centre; `dy` is the middle of the letters. */
export interface LabelAt {
  readonly dx: number;
  readonly dy: number;
  readonly align: "start" | "middle" | "end";
}

/** One entity's place, in stage pixels. */
export interface PlacedEntity {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  /** Which bracket or margin; null on the wheel and in the strip. */
  readonly side: "left" | "right" | null;
  /** Which column of its margin, from 0; null elsewhere. */
  readonly column: number | null;
  readonly radius: number;
  readonly glyph: Glyph;
  /** The id of its group in a margin; null elsewhere. */
  readonly group: string | null;
  /** Null where no name is written: in the strip, and behind "n more". */
  readonly labelAt: LabelAt | null;
  /** The most characters a name has room for (a Chinese one counts as two); null for no bound. */
  readonly labelLength: number | null;
}

/** A place before its numbers are rounded. */
export type Spot = Omit<PlacedEntity, "glyph">;

/** An entity's number and its place. */
export type Placed = readonly [v: number, spot: Spot];

/** A heading in a margin, and those under it from the top down. */
export interface PlacedGroup {
  /** Its margin and its title's key, such as `in-investors`. */
  readonly id: string;
  readonly place: "in" | "out";
  readonly title: GroupTitle;
  /** The heading's anchor; y is its baseline. */
  readonly x: number;
  readonly y: number;
  readonly align: "start" | "end";
  readonly ids: readonly string[];
  /** Those there is no row for: they stand together where "n more" is written. */
  readonly folded: readonly string[];
}

/** Where every entity of the picture stands. */
export interface Layout {
  readonly stage: { readonly width: number; readonly height: number };
  /** How many entities form the core: the hubs and the brackets. 0 when nothing goes round. */
  readonly coreSize: number;
  /** The hubs, clockwise from the top. */
  readonly wheel: readonly string[];
  /** By id, in the order of ids. */
  readonly nodes: Readonly<Record<string, PlacedEntity>>;
  /** Margin by margin, from the top down. */
  readonly groups: readonly PlacedGroup[];
  /** Where the strip's heading ends, on its baseline; null when nothing stands apart. */
  readonly strip: { readonly x: number; readonly y: number } | null;
}

/** Where an entity stands; undefined for one the layout does not know. */
export function placedAt(layout: Layout | undefined, id: string): PlacedEntity | undefined {
  return layout !== undefined && Object.hasOwn(layout.nodes, id) ? layout.nodes[id] : undefined;
}
