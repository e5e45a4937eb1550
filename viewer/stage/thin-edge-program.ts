/** Hairlines for graphs of very many edges: straight, of one colour, not found by the pointer. */
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { packColor } from "./color.js";
import type { DrawnEdge } from "./edge-program.js";
import { THIN_FRAGMENT, THIN_VERTEX } from "./edge-shaders.js";
import type { Look } from "./look.js";

/** Above this many edges in a scene, all are hairlines. */
export const MAX_DRAWN_LINES = 20_000;

/** The program for hairlines; they too wait while the view moves. */
export function createThinEdgeProgram(look: Look): EdgeProgramType {
  return class extends EdgeProgram<"u_matrix"> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, LINES } = WebGLRenderingContext;
      return {
        VERTICES: 2,
        VERTEX_SHADER_SOURCE: THIN_VERTEX,
        FRAGMENT_SHADER_SOURCE: THIN_FRAGMENT,
        METHOD: LINES,
        UNIFORMS: ["u_matrix"] as const,
        ATTRIBUTES: [
          { name: "a_ends", size: 4, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_end", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [1]],
      };
    }

    override processVisibleItem(
      _edgeIndex: number,
      startIndex: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      { edge, alpha }: DrawnEdge,
    ) {
      const { colours, ink } = look.palette;
      this.array.set([source.x, source.y, target.x, target.y], startIndex);
      this.array[startIndex + 4] = packColor(colours[edge.colour] ?? ink, alpha);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<"u_matrix">) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    }

    override render(params: RenderParams) {
      const picking = this.pickProgram;
      this.pickProgram = null;
      if (this.capacity <= look.linesWhileMoving || !look.isMoving) super.render(params);
      this.pickProgram = picking;
    }
  };
}
