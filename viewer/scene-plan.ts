/** Everything a scene is made from. */
import type { LegGraph } from "../src/graph/legs.js";
import type { WidthScale } from "../src/layout/line-look.js";
import type { Layout } from "../src/layout/placed.js";
import type { Highlight } from "./highlight.js";
import type { Shown } from "./shown.js";
import type { Spread } from "./spread.js";
import type { Text } from "./text/en.js";

/** How strongly lines are drawn: one number a tier, from the theme's tokens. */
export interface Strengths {
  readonly lead: number;
  readonly loop: number;
  readonly weak: number;
  readonly rim: number;
  readonly dim: number;
}

export interface ScenePlan {
  readonly layout: Layout;
  readonly spread: Spread;
  readonly shown: Shown;
  /** What the first view shows: its entities stay as faint marks when nothing goes round. */
  readonly everything: Shown;
  /** Flows that ended, for the ghosts beside a chosen deal. */
  readonly ended: LegGraph | null;
  /** Whether everything that ended is drawn; not when left out. */
  readonly ghosts?: boolean | undefined;
  readonly highlight: Highlight | null;
  /** Under the pointer: an entity's id or a leg's key. */
  readonly hovered: string | null;
  readonly strengths: Strengths;
  /** What widths stand for; nothing where it is null, and what they do in the built-in facts when left out. */
  readonly scale?: WidthScale | null | undefined;
  readonly nameOf: (id: string) => string;
  /** How wide a name is in a margin's type, in screen pixels. */
  readonly widthOf: (name: string) => number;
  readonly text: Text;
}

/** Whether the filters hide all that goes round. */
export function isEmpty({ shown, everything }: Pick<ScenePlan, "shown" | "everything">): boolean {
  return shown.loops.isNone && !everything.loops.isNone;
}
