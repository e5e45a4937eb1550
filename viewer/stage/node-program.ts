/** Sigma's node program for our glyphs. */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { mixHex, packColor } from "./color.js";
import type { Look } from "./look.js";
import { NODE_FRAGMENT, NODE_VERTEX } from "./node-shaders.js";
import { GLYPHS, type SceneNode } from "./scene.js";

/** What our reducer hands to the program beside what sigma itself wants. */
export interface DrawnNode extends NodeDisplayData {
  readonly node: SceneNode;
  /** Its strength at this moment, on its way to the one of the scene. */
  readonly alpha: number;
}

const UNIFORMS = ["u_matrix", "u_viewport", "u_size", "u_paper", "u_focus", "u_pixelRatio"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** The program for all glyphs; it reads the theme from `look` at every frame. */
export function createNodeProgram(look: Look): NodeProgramType {
  return class extends NodeProgram<Uniform> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: NODE_VERTEX,
        FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_node", size: 3, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    override processVisibleItem(nodeIndex: number, startIndex: number, data: DrawnNode) {
      const { node, x, y, alpha } = data;
      const { paper, ink, muted } = look.palette;
      const color = mixHex(paper, node.tone === "ink" ? ink : muted, alpha);
      this.array.set(
        [x, y, node.radius, GLYPHS[node.glyph], node.ring ? 1 : 0, packColor(color, 1), nodeIndex],
        startIndex,
      );
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_size, 1 / params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform3f(uniformLocations.u_paper, ...look.paperRgb);
      gl.uniform3f(uniformLocations.u_focus, ...look.focusRgb);
    }
  };
}

/** Sigma draws a hovered node once more above its name; we do not, so its second program does nothing. */
export const NoHoverProgram: NodeProgramType = class {
  drawLabel = undefined;
  drawHover = undefined;
  kill() {}
  reallocate() {}
  process() {}
  render() {}
};
