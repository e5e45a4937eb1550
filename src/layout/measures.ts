/** The stage and its lengths, in pixels at the size at which stage pixels are screen pixels; y points down. */

export const STAGE = { width: 1160, height: 752 } as const;

export const WHEEL = { x: 536, y: 372, radius: 172 } as const;

/** Two arcs beside the wheel: how far out, how far up and down. */
export const BRACKET = { reach: 282, rise: 288, span: 0.93 } as const;

/**
 * The columns of dots, the headings, the x where lines from the second column have passed the first one's
 * names, and the y where the last row ends: on the left above the strip's heading, on the right beside it.
 */
export const MARGINS = {
  in: { columns: [146], heading: 138, align: "end", gutter: 146, bottom: STAGE.height - 25 },
  out: {
    columns: [STAGE.width - 240, STAGE.width - 112],
    heading: STAGE.width - 232,
    align: "start",
    gutter: STAGE.width - 246,
    bottom: STAGE.height - 8,
  },
} as const;

/** Rows of the margins: the baseline of the first heading, the room a heading takes, the distance of rows. */
export const ROWS = { top: 70, heading: 28, aboveFirst: 8, widest: 17, tightest: 12.4 } as const;

/** The foot: dots in a line, wider between components, and room for the heading before them. */
export const STRIP = {
  y: STAGE.height - 16,
  pitch: 9,
  between: 8,
  left: 176,
  right: STAGE.width - 280,
  heading: 12,
  highestArc: 16,
} as const;

/** Radii of those that are no hubs. */
export const RADII = { bracket: 4.6, margin: 2.6, apart: 2.2 } as const;

/** Air between a name and the rim of its dot, and the type it is set in. */
export const LABEL = {
  hubAir: 6,
  hubAirUpright: 10,
  air: 4,
  bracketPx: 11.5,
  marginPx: 11,
  em: 0.56,
} as const;

/** The most characters of a name in a margin, by margin and column. */
export const LONGEST_NAME = { in: [20], out: [16, 18] } as const;

/** A tenth of a pixel is as fine as a place is written. */
export function tenth(px: number): number {
  return Math.round(px * 10) / 10 + 0;
}
