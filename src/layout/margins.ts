/** The margins: groups by layer under headings, in rows as far apart as the stage allows. */
import { foldRows, rowUnits } from "./folding.js";
import { type Ground, inZone } from "./ground.js";
import { LABEL, LONGEST_NAME, MARGINS, RADII, ROWS, tenth, WHEEL } from "./measures.js";
import type { Placed, PlacedGroup, Spot } from "./placed.js";
import { GROUP_ORDER } from "./sectors.js";

/** A margin's places and headings. */
export interface Margin {
  readonly placed: readonly Placed[];
  readonly groups: readonly PlacedGroup[];
}

/**
 * Places a margin. Those of a group stand in the order of the heights at which their money is paid or comes
 * from, so that lines cross little; where not all have a row, those that handle most do.
 *
 * @param yOf the height at which each of the core stands.
 */
export function placeMargin(
  ground: Ground,
  place: "in" | "out",
  yOf: (v: number) => number | undefined,
): Margin {
  const members = inZone(ground, place);
  const height = new Map(members.map((v) => [v, meanHeight(ground, v, yOf)]));
  members.sort((a, b) => (height.get(a) ?? 0) - (height.get(b) ?? 0) || a - b);
  const groups = GROUP_ORDER[place]
    .map((title) => ({ title, members: members.filter((v) => ground.sectors[v]?.[place] === title) }))
    .filter((group) => group.members.length > 0);

  const { columns, heading, align, bottom } = MARGINS[place];
  const { pitch, folds } = foldRows(
    groups.map((group) => group.members.length),
    bottom - ROWS.top - ROWS.aboveFirst - (groups.length - 1) * ROWS.heading,
    columns.length,
  );
  const placed: Placed[] = [];
  let top: number = ROWS.top;
  const headings = groups.map(({ title, members: all }, i): PlacedGroup => {
    const fold = folds[i] ?? { all: all.length, shown: all.length };
    const id = `${place}-${title}`;
    const y = top;
    top += ROWS.heading + pitch * rowUnits(fold, columns.length);

    const keeps = largest(ground, all, fold.shown);
    const shown = all.filter((v) => keeps.has(v));
    const folded = all.filter((v) => !keeps.has(v));
    const spotOf = (cell: number) => ({ ...cellSpot(place, cell, y + ROWS.aboveFirst, pitch), group: id });
    const more = { ...spotOf(fold.shown), labelAt: null, labelLength: null };
    placed.push(
      ...shown.map((v, cell): Placed => [v, spotOf(cell)]),
      ...folded.map((v): Placed => [v, more]),
    );
    const idOf = (v: number) => ground.legs.ids[v] ?? "";
    return {
      id,
      place,
      title,
      x: heading,
      y: tenth(y),
      align,
      ids: shown.map(idOf),
      folded: folded.map(idOf),
    };
  });
  return { placed, groups: headings };
}

/** The n members that handle most; ties go to the smaller id. */
function largest(ground: Ground, members: readonly number[], n: number): ReadonlySet<number> {
  const usd = (v: number) => ground.throughflowUsd[v] as number;
  return new Set([...members].sort((a, b) => usd(b) - usd(a) || a - b).slice(0, n));
}

/** A cell of a group, counted row by row: a dot, its name to the outside. A second column lies half a row lower. */
function cellSpot(place: "in" | "out", cell: number, top: number, pitch: number): Spot {
  const { columns } = MARGINS[place];
  const column = cell % columns.length;
  const row = Math.floor(cell / columns.length);
  const air = RADII.margin + LABEL.air;
  return {
    place,
    x: columns[column] ?? 0,
    y: top + (row + 0.5 + column / 2) * pitch,
    side: place === "in" ? "left" : "right",
    column,
    radius: RADII.margin,
    group: null,
    labelAt: { dx: place === "in" ? -air : air, dy: 0, align: place === "in" ? "end" : "start" },
    labelLength: LONGEST_NAME[place][column] ?? null,
  };
}

function meanHeight(ground: Ground, v: number, yOf: (v: number) => number | undefined): number {
  const heights = (ground.neighbours[v] ?? []).flatMap((w) => yOf(w) ?? []);
  return heights.length === 0 ? WHEEL.y : heights.reduce((sum, y) => sum + y, 0) / heights.length;
}
