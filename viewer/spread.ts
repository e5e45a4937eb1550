/**
 * How the layout spreads over the room there is. The layout is made for one size; a wider stage gives its
 * margins more room, a narrow one leaves them out, a phone shows the wheel alone. Pure.
 */
import { MARGINS, STAGE, WHEEL } from "../src/layout/measures.js";
import type { Layout, PlacedEntity } from "../src/layout/placed.js";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `whole`: wheel, brackets and margins; `core`: no margins; `wheel`: hubs alone. */
export type SpreadMode = "whole" | "core" | "wheel";

export interface Spread {
  readonly mode: SpreadMode;
  /** The scene's size in stage pixels; the stage fits it into the container exactly. */
  readonly scene: Size;
  /** Screen pixels per stage pixel. */
  readonly scale: number;
  /** What radii and widths are multiplied by. */
  readonly sizes: number;
  /** How far an entity is moved from where the layout puts it. */
  shift(entity: Pick<PlacedEntity, "place" | "side">): { readonly x: number; readonly y: number };
  /** How much wider a margin's name may be than the layout says, in screen pixels. */
  readonly longer: { readonly left: number; readonly right: number };
}

/** Under this much of its own size the margins' names would touch. */
const SMALLEST_WHOLE = 0.85;
/** Wheel and brackets grow no further than this. */
const LARGEST = 1.35;
/** Room for names beside the brackets and the wheel, and above and below, in screen pixels. */
const ROOM = { core: { x: 236, y: 76 }, wheel: { x: 180, y: 96 } } as const;
const EXTENT = {
  core: { x: 2 * 282, y: 2 * 288 },
  wheel: { x: 2 * WHEEL.radius, y: 2 * WHEEL.radius },
} as const;
/** How much of a wider stage goes to the names of the left margin. */
const LEFT_SHARE = 0.18;
/** Between two columns of the right margin, without the dots. */
const RIGHT_NAMES = 110;
/** Where there is more width than height, brackets stand this much further out at most. */
const FURTHER_OUT = 90;
/** Discs of the wheel alone shrink less than their places do, as long as they stay apart. */
const DISCS_ALONE = { least: 0.72, most: 1.4 } as const;

/** Chooses what is shown and where, for a container of this size. */
export function spreadOf(layout: Layout, room: Size, wheelOnly: boolean): Spread {
  const whole = Math.min(room.width / STAGE.width, room.height / STAGE.height);
  if (wheelOnly) return middle("wheel", room);
  if (whole < SMALLEST_WHOLE || layout.groups.length === 0) return middle("core", room);

  const scale = Math.min(whole, LARGEST);
  const scene = { width: room.width / scale, height: room.height / scale };
  const wider = scene.width - STAGE.width;
  const y = (scene.height - STAGE.height) / 2;
  const left = wider * LEFT_SHARE;
  const xOf = {
    in: left,
    out: wider * (1 - LEFT_SHARE),
    hub: wider / 2,
    bracket: wider / 2,
    apart: wider / 2,
  };
  return {
    mode: "whole",
    scene,
    scale,
    sizes: 1,
    shift: ({ place }) => ({ x: xOf[place], y }),
    longer: {
      left: (MARGINS.in.gutter + left) * scale - MARGINS.in.gutter,
      right: (wider * LEFT_SHARE + RIGHT_NAMES) * scale - RIGHT_NAMES,
    },
  };
}

/** The middle alone, in the middle of the room. */
function middle(mode: "core" | "wheel", room: Size): Spread {
  const scale = Math.max(
    0.3,
    Math.min(
      (room.width - ROOM[mode].x) / EXTENT[mode].x,
      (room.height - ROOM[mode].y) / EXTENT[mode].y,
      LARGEST,
    ),
  );
  const scene = { width: room.width / scale, height: room.height / scale };
  const x = scene.width / 2 - WHEEL.x;
  const y = scene.height / 2 - WHEEL.y;
  const slack = (room.width - ROOM[mode].x) / scale - EXTENT[mode].x;
  const out = mode === "wheel" ? 0 : Math.min(FURTHER_OUT, Math.max(0, slack / 2));
  return {
    mode,
    scene,
    scale,
    sizes: mode === "wheel" ? Math.min(Math.max(1, DISCS_ALONE.least / scale), DISCS_ALONE.most) : 1,
    shift: ({ place, side }) => ({ x: x + (place === "bracket" ? (side === "left" ? -out : out) : 0), y }),
    longer: { left: 0, right: 0 },
  };
}
