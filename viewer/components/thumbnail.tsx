/** A loop as a small picture of its place on the wheel: its shape is learnt before its names. */
import { leadFlow } from "../../src/graph/legs.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import { WHEEL } from "../../src/layout/measures.js";
import type { Layout } from "../../src/layout/placed.js";
import { flowsBetween } from "../loop-at.js";
import type { Shown } from "../shown.js";

interface Dot {
  readonly x: number;
  readonly y: number;
}

const CENTRE = 15;
const RADIUS = 11;
const BOW = 0.24;

/** Entities stand in their direction from the wheel's middle, all on its rim. */
function dotOf(layout: Layout, id: string): Dot {
  const placed = layout.nodes[id];
  const angle = placed === undefined ? 0 : Math.atan2(placed.y - WHEEL.y, placed.x - WHEEL.x);
  return { x: CENTRE + RADIUS * Math.cos(angle), y: CENTRE + RADIUS * Math.sin(angle) };
}

function bowed(a: Dot, b: Dot): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [cx, cy] = [(a.x + b.x) / 2 + BOW * dy, (a.y + b.y) / 2 - BOW * dx];
  const at = (...numbers: number[]) => numbers.map((n) => n.toFixed(1)).join();
  return `M${at(a.x, a.y)}Q${at(cx, cy)} ${at(b.x, b.y)}`;
}

interface ThumbnailProps {
  readonly id: string;
  readonly layout: Layout;
  readonly legs: Shown["legs"];
}

export function Thumbnail({ id, layout, legs }: ThumbnailProps) {
  const entities = id.split(">");
  const dots = entities.map((entity) => dotOf(layout, entity));
  return (
    <svg class="thumbnail" viewBox="0 0 30 30" aria-hidden="true">
      <circle class="rim" cx={CENTRE} cy={CENTRE} r={RADIUS} />
      {dots.map((dot, i) => {
        const next = dots[(i + 1) % dots.length] ?? dot;
        const lead = leadFlow(
          flowsBetween(legs, entities[i] ?? "", entities[(i + 1) % entities.length] ?? ""),
        );
        const lineClass = lead === undefined ? "ops" : lineClassOf(lead);
        return <path key={entities[i]} class={`line ${lineClass}`} d={bowed(dot, next)} />;
      })}
      {dots.map((dot, i) => (
        <circle key={entities[i]} class="dot" cx={dot.x.toFixed(1)} cy={dot.y.toFixed(1)} r="1.9" />
      ))}
    </svg>
  );
}
