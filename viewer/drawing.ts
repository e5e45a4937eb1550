/** How a view becomes a picture: the wheel with its margins, or another way for graphs it does not suit. */
import type { Layout } from "../src/layout/placed.js";
import { type Frame, frameOf } from "./frame-of.js";
import type { Highlight } from "./highlight.js";
import { sceneOf } from "./scene-of.js";
import type { ScenePlan } from "./scene-plan.js";
import { type Size, type Spread, spreadOf } from "./spread.js";
import type { Scene } from "./stage/scene.js";

export interface Drawing {
  spread(layout: Layout, room: Size, isPhone: boolean): Spread;
  scene(plan: ScenePlan): Scene;
  frame(
    highlight: Highlight | null,
    layout: Layout,
    spread: Spread,
    isPhone: boolean,
    hasCard: boolean,
  ): Frame;
}

export const WHEEL_DRAWING: Drawing = { spread: spreadOf, scene: sceneOf, frame: frameOf };
