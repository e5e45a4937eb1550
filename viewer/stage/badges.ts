/** Numbers and amounts beside the legs of a played loop, and the notes of single lines. */
import { type Beside, findSpot, type Spot } from "./beside.js";
import type { ScreenLine } from "./flow-layer.js";
import type { Box } from "./geometry.js";
import { wordsBox, write } from "./labels.js";
import type { Palette, PlayedLeg } from "./scene.js";

const BADGE_PX = 9.5;
const AMOUNT_PX = 12.5;
const NOTE_PX = 11.5;

/** A leg with its place in the loop. */
export interface Leg extends PlayedLeg {
  readonly number: number;
  readonly line: ScreenLine;
}

function beside({ edge, trace, width }: ScreenLine): Beside {
  const { curve } = edge;
  return { trace, halfWidth: width / 2, outer: curve.type === "quad" && curve.k < 0 ? -1 : 1 };
}

function paintAmount(
  context: CanvasRenderingContext2D,
  { at, rightward }: Spot,
  words: { text: string; px: number; weight: number; gap: number },
  palette: Palette,
): void {
  const x = at.x + (rightward ? words.gap : -words.gap);
  write(
    context,
    {
      text: words.text,
      at: { x, y: at.y + 0.36 * words.px },
      align: rightward ? "start" : "end",
      font: `${words.weight} ${words.px}px ${palette.sans}`,
      ink: palette.ink,
      halo: 5,
    },
    palette.paper,
  );
}

function textWidth(
  context: CanvasRenderingContext2D,
  text: string,
  px: number,
  weight: number,
  sans: string,
) {
  const font = `${weight} ${px}px ${sans}`;
  const box = wordsBox(context, { text, at: { x: 0, y: 0 }, align: "start", font, ink: "", halo: 0 }, px);
  return box.right - box.left;
}

/**
 * Paints the badges of a loop and the notes of lines, each where it finds room among `taken`
 * (discs and names on the screen).
 */
export function paintBadges(
  context: CanvasRenderingContext2D,
  legs: readonly Leg[],
  noted: readonly ScreenLine[],
  taken: readonly Box[],
  palette: Palette,
): void {
  const busy = [...taken];
  const lines = [...legs.map(({ line }) => line), ...noted].map(({ trace }) => trace);

  for (const { line, number, amount } of legs) {
    const width = amount === "" ? 0 : textWidth(context, amount, AMOUNT_PX, 700, palette.sans);
    const room = { mark: BADGE_PX, textWidth: width, textHeight: AMOUNT_PX + 4, gap: BADGE_PX + 4.5 };
    const spot = findSpot(beside(line), room, busy, lines);
    busy.push(spot.box);

    context.beginPath();
    context.arc(spot.at.x, spot.at.y, BADGE_PX, 0, 2 * Math.PI);
    context.fillStyle = palette.colours[line.edge.colour] ?? palette.ink;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = palette.paper;
    context.stroke();
    const at = { x: spot.at.x, y: spot.at.y + 4 };
    const font = `700 11.5px ${palette.sans}`;
    write(
      context,
      { text: String(number), at, align: "middle", font, ink: palette.paper, halo: 0 },
      palette.paper,
    );
    if (amount !== "")
      paintAmount(context, spot, { text: amount, px: AMOUNT_PX, weight: 700, gap: room.gap }, palette);
  }

  for (const line of noted) {
    const { note } = line.edge;
    if (note === undefined) continue;
    const words = {
      text: note.text,
      px: note.strong ? AMOUNT_PX : NOTE_PX,
      weight: note.strong ? 700 : 500,
      gap: 0,
    };
    const width = textWidth(context, words.text, words.px, words.weight, palette.sans);
    const room = { mark: 4, textWidth: width, textHeight: words.px + 4, gap: 0 };
    const spot = findSpot(beside(line), room, busy, lines);
    busy.push(spot.box);
    paintAmount(context, spot, words, palette);
  }
}
