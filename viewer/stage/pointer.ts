/**
 * What is under the pointer: a node, a name (which stands for its node) or a line, in this order. Sigma
 * finds nodes and lines; names are found here. Tells of changes only.
 */
import type Sigma from "sigma";
import type { LabelBox } from "./labels.js";
import type { Point, StageEvent } from "./scene.js";

type Target = { readonly kind: "node" | "edge"; readonly id: string };

/** Room around a name that still answers. */
const ROOM_PX = 2;

/** Listens to sigma until it is killed. */
export function listen(
  sigma: Sigma,
  labels: () => readonly LabelBox[],
  tell: (event: StageEvent) => void,
): void {
  let node: string | null = null;
  let edge: string | null = null;
  let label: string | null = null;
  let current: Target | null = null;
  let isAway = false;
  const mouse = sigma.getMouseCaptor();

  const nameAt = ({ x, y }: Point) =>
    labels().find(
      (box) =>
        x > box.left - ROOM_PX &&
        x < box.right + ROOM_PX &&
        y > box.top - ROOM_PX &&
        y < box.bottom + ROOM_PX,
    )?.id ?? null;

  const settle = (at: Point) => {
    const found = node ?? label;
    const next: Target | null =
      found !== null ? { kind: "node", id: found } : edge !== null ? { kind: "edge", id: edge } : null;
    if (next?.kind === current?.kind && next?.id === current?.id) return;
    if (current !== null) tell({ type: `${current.kind}Leave`, id: current.id, at });
    current = next;
    sigma.getContainer().style.cursor = next === null ? "" : "pointer";
    if (next !== null) tell({ type: `${next.kind}Enter`, id: next.id, at });
  };
  const point = ({ x, y }: Point): Point => ({ x, y });

  sigma.on("enterNode", (payload) => {
    node = payload.node;
    settle(point(payload.event));
  });
  sigma.on("enterStage", () => {
    isAway = false;
  });
  sigma.on("leaveNode", ({ event }) => {
    node = null;
    // Sigma looks for a line only at the next move, and till then takes the one before the node for it.
    queueMicrotask(() => {
      if (!isAway) mouse.emit("mousemove", event);
    });
  });
  sigma.on("enterEdge", (payload) => {
    edge = payload.edge;
    settle(point(payload.event));
  });
  sigma.on("leaveEdge", ({ event }) => {
    edge = null;
    settle(point(event));
  });
  sigma.on("leaveStage", ({ event }) => {
    [node, edge, label] = [null, null, null];
    isAway = true;
    settle(point(event));
    // Sigma keeps what was under the pointer in mind and would not tell of it again.
    queueMicrotask(() => {
      const nowhere = { ...event, x: -99, y: -99 };
      mouse.emit("mousemove", nowhere); // leaves the node
      mouse.emit("mousemove", nowhere); // leaves the line
    });
  });
  mouse.on("mousemove", (event) => {
    label = node === null ? nameAt(event) : null;
    settle(point(event));
  });

  const click = (target: Target | null, at: Point) => {
    const name = target?.kind === "node" ? null : nameAt(at);
    if (name !== null) tell({ type: "nodeClick", id: name, at });
    else if (target === null) tell({ type: "emptyClick", at });
    else tell({ type: `${target.kind}Click`, id: target.id, at });
  };
  sigma.on("clickNode", ({ node: id, event }) => click({ kind: "node", id }, point(event)));
  sigma.on("clickEdge", ({ edge: id, event }) => click({ kind: "edge", id }, point(event)));
  sigma.on("clickStage", ({ event }) => click(null, point(event)));

  // On something, a double click focuses it; on nothing, sigma zooms in.
  const twice = (target: Target | null, payload: { event: Point; preventSigmaDefault(): void }) => {
    const at = point(payload.event);
    const name = target?.kind === "node" ? null : nameAt(at);
    const meant: Target | null = name === null ? target : { kind: "node", id: name };
    if (meant === null) return;
    payload.preventSigmaDefault();
    tell({ type: `${meant.kind}DoubleClick`, id: meant.id, at });
  };
  sigma.on("doubleClickNode", (payload) => twice({ kind: "node", id: payload.node }, payload));
  sigma.on("doubleClickEdge", (payload) => twice({ kind: "edge", id: payload.edge }, payload));
  sigma.on("doubleClickStage", (payload) => twice(null, payload));
}
