/**
 * What is shown now: the one mutable copy of the scene. Sigma's reducers only read it, so a change costs
 * as much as what it names. It tells which items must be drawn anew, and whether sigma must index them again.
 */
import type { Fade } from "./fade.js";
import type { Hairlines, Scene, SceneEdge, SceneNode, ScenePatch, SceneText } from "./scene.js";

/** What sigma has to do after a change. */
export interface Change {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** A place or a kind of line changed: sigma must index again. */
  readonly reindex: boolean;
  readonly fades: readonly Fade[];
}

/** Whether two plain values say the same; scenes are written anew each time, down to their small parts. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

/** Whether a change changes nothing. */
function isPartOf<Item extends object>(part: Partial<Item>, item: Item): boolean {
  return (Object.keys(part) as (keyof Item)[]).every((key) => isSame(part[key], item[key]));
}

/** How strong something is drawn; 0 when it is hidden. */
export function strengthOf({
  hidden,
  alpha,
}: {
  readonly hidden?: boolean | undefined;
  readonly alpha: number;
}): number {
  return hidden ? 0 : alpha;
}

export class SceneStore {
  readonly nodes = new Map<string, SceneNode>();
  readonly edges = new Map<string, SceneEdge>();
  /** Edges with chevrons or words beside them. */
  readonly adorned = new Set<string>();
  texts: readonly SceneText[] = [];
  hairlines: Hairlines | null = null;
  width = 1160;
  height = 752;
  private readonly edgesOf = new Map<string, string[]>();

  /** Takes a scene; null when it has ids that are not here yet or other ends, and all must be built anew. */
  accept(scene: Scene): Change | null {
    this.hairlines = scene.hairlines ?? null;
    if (!this.covers(scene)) {
      this.replace(scene);
      return null;
    }
    const named = {
      nodes: new Set(scene.nodes.map(({ id }) => id)),
      edges: new Set(scene.edges.map(({ id }) => id)),
    };
    const gone = { hidden: true } as const;
    // What a scene leaves out is set back, not kept.
    const wholeNode = { hidden: false, ring: false, labelPx: undefined };
    const wholeEdge = { hidden: false, chevrons: undefined, note: undefined, pickable: true };
    return this.patch({
      nodes: [
        ...scene.nodes.map((node) => ({ ...wholeNode, ...node })),
        ...[...this.nodes.keys()].filter((id) => !named.nodes.has(id)).map((id) => ({ id, ...gone })),
      ],
      edges: [
        ...scene.edges.map((edge) => ({ ...wholeEdge, ...edge })),
        ...[...this.edges.keys()].filter((id) => !named.edges.has(id)).map((id) => ({ id, ...gone })),
      ],
      texts: scene.texts,
    });
  }

  /** Changes what is named. */
  patch({ nodes = [], edges = [], texts }: ScenePatch): Change {
    const fades: Fade[] = [];
    const change = { nodes: new Set<string>(), edges: new Set<string>(), reindex: false, fades };
    const fade = (kind: Fade["kind"], id: string, from: number, to: number) => {
      if (from !== to) fades.push({ kind, id, from, to });
    };
    for (const part of nodes) {
      const old = this.nodes.get(part.id);
      if (old === undefined || isPartOf(part, old)) continue;
      const node = { ...old, ...part };
      this.nodes.set(part.id, node);
      change.nodes.add(part.id);
      fade("node", part.id, strengthOf(old), strengthOf(node));
      const moved = node.x !== old.x || node.y !== old.y;
      change.reindex ||= moved;
      // A line ends at its discs' rims and vanishes with them.
      if (moved || node.radius !== old.radius || Boolean(node.hidden) !== Boolean(old.hidden)) {
        for (const edge of this.edgesAt(part.id)) change.edges.add(edge);
      }
    }
    for (const part of edges) {
      const old = this.edges.get(part.id);
      if (old === undefined || isPartOf(part, old)) continue;
      const edge = { ...old, ...part };
      this.setEdge(edge);
      change.edges.add(part.id);
      fade("edge", part.id, strengthOf(old), strengthOf(edge));
      change.reindex ||= (edge.curve.type === "line") !== (old.curve.type === "line");
    }
    if (texts !== undefined) this.texts = texts;
    return change;
  }

  /** The lines that begin or end at a node. */
  edgesAt(nodeId: string): readonly string[] {
    return this.edgesOf.get(nodeId) ?? [];
  }

  private setEdge(edge: SceneEdge): void {
    this.edges.set(edge.id, edge);
    if (edge.chevrons !== undefined || edge.note !== undefined) this.adorned.add(edge.id);
    else this.adorned.delete(edge.id);
  }

  private covers(scene: Scene): boolean {
    if (scene.width !== this.width || scene.height !== this.height) return false;
    if (!scene.nodes.every(({ id }) => this.nodes.has(id))) return false;
    return scene.edges.every(({ id, from, to }) => {
      const known = this.edges.get(id);
      return known !== undefined && known.from === from && known.to === to;
    });
  }

  private replace(scene: Scene): void {
    this.nodes.clear();
    this.edges.clear();
    this.edgesOf.clear();
    this.adorned.clear();
    this.width = scene.width;
    this.height = scene.height;
    this.texts = scene.texts;
    for (const node of scene.nodes) {
      this.nodes.set(node.id, node);
      this.edgesOf.set(node.id, []);
    }
    for (const edge of scene.edges) {
      for (const end of [edge.from, edge.to]) {
        const there = this.edgesOf.get(end);
        if (there === undefined) throw new RangeError(`setScene: edge "${edge.id}" names no node "${end}"`);
        there.push(edge.id);
      }
      this.setEdge(edge);
    }
  }
}
