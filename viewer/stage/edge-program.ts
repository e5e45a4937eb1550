/** Sigma's edge program for our lines: many-sided strips along a curve, or one straight piece. */
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { type Way, wayOf } from "../../src/layout/ways.js";
import { packColor } from "./color.js";
import { EDGE_FRAGMENT, EDGE_VERTEX, MARKS, STRAIGHT } from "./edge-shaders.js";
import type { Look } from "./look.js";
import { PAINT_LAYERS, type SceneEdge, type SceneNode } from "./scene.js";

/** What our reducer hands to the program beside what sigma itself wants. */
export interface DrawnEdge extends EdgeDisplayData {
  readonly edge: SceneEdge;
  readonly from: SceneNode;
  readonly to: SceneNode;
  /** Its strength at this moment, on its way to the one of the scene. */
  readonly alpha: number;
}

const UNIFORMS = [
  "u_matrix",
  "u_viewport",
  "u_size",
  "u_paper",
  "u_pixelRatio",
  "u_reach",
  "u_layers",
] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Pieces per curve: at 48 the corners stay under a tenth of a pixel at overview. */
const PIECES = { curve: 48, line: 1 } as const;

/**
 * How far beside a line the pointer still hits it, px. Painted wide to narrow, so that the nearest of several
 * lines wins and not the uppermost; above a number of lines, once must do.
 */
const REACHES = { few: [6, 3.5, 1.5], many: [3] } as const;

/**
 * Layers that are painted one after the other, so that a line comes above others without sigma putting all of
 * them in order again; among very many, only what is chosen.
 */
const PASSES = {
  few: Array.from({ length: PAINT_LAYERS }, (_, layer) => [layer, layer] as const),
  many: [[0, PAINT_LAYERS - 2] as const, [PAINT_LAYERS - 1, PAINT_LAYERS - 1] as const],
  all: [[0, PAINT_LAYERS - 1] as const],
} as const;

function strip(pieces: number): number[][] {
  const places = [-1, ...Array.from({ length: pieces + 1 }, (_, i) => i / pieces), 2];
  return places.flatMap((place) => [
    [place, -1],
    [place, 1],
  ]);
}

/** The program for curves or for straight lines; it reads paper and size from `look` at every frame. */
export function createEdgeProgram(look: Look, shape: keyof typeof PIECES): EdgeProgramType {
  const corners = strip(PIECES[shape]);

  return class extends EdgeProgram<Uniform> {
    reach = 0;
    layers: readonly [number, number] = PASSES.all[0];

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: shape === "line" ? STRAIGHT + EDGE_VERTEX : EDGE_VERTEX,
        FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_ends", size: 4, type: FLOAT },
          { name: "a_bend", size: 4, type: FLOAT },
          { name: "a_rims", size: 4, type: FLOAT },
          { name: "a_style", size: 4, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_place", size: 2, type: FLOAT }],
        CONSTANT_DATA: corners,
      };
    }

    override processVisibleItem(
      edgeIndex: number,
      startIndex: number,
      _source: NodeDisplayData,
      _target: NodeDisplayData,
      { edge, from, to, alpha }: DrawnEdge,
    ) {
      const way: Way = wayOf(from, to, edge.curve);
      const [a, b] = [look.framed(from), look.framed(to)];
      const [c1, c2] = [look.framed(way.c1), look.framed(way.c2)];
      const marks =
        (edge.arrow ? MARKS.arrow : 0) +
        (edge.casing ? MARKS.casing : 0) +
        (edge.double ? MARKS.double : 0) +
        (edge.pickable === false ? MARKS.silent : 0) +
        edge.layer * MARKS.layer;
      const [on, off] = edge.dash ?? [0, 0];
      this.array.set(
        [
          ...[a.x, a.y, b.x, b.y],
          ...[c1.x, c1.y, c2.x, c2.y],
          ...[from.radius, to.radius, way.lead / look.side, way.tail / look.side],
          ...[edge.width, on, off, marks],
          packColor(look.palette.colours[edge.colour] ?? look.palette.ink, alpha),
          edgeIndex,
        ],
        startIndex,
      );
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_size, 1 / params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_reach, this.reach);
      gl.uniform2f(uniformLocations.u_layers, ...this.layers);
      gl.uniform3f(uniformLocations.u_paper, ...look.paperRgb);
    }

    override renderProgram(params: RenderParams, info: ProgramInfo) {
      const many = this.capacity <= look.linesFinelyPicked ? "few" : "many";
      for (const reach of info.isPicking ? REACHES[many] : [0]) {
        this.reach = reach;
        for (const layers of info.isPicking ? PASSES.all : PASSES[many]) {
          this.layers = layers;
          super.renderProgram(params, info);
        }
      }
    }

    override render(params: RenderParams) {
      if (this.capacity > look.linesWhileMoving && look.isMoving) return;
      const picking = this.pickProgram;
      // Nobody points at anything while all of it moves.
      if (this.capacity > look.linesFinelyPicked && look.isMoving) this.pickProgram = null;
      super.render(params);
      this.pickProgram = picking;
    }
  };
}
