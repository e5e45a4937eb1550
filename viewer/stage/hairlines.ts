/**
 * Very many straight lines of one colour on a layer of their own, below all others: one buffer and one call a
 * frame, however many there are. The pointer does not find them.
 */
import type Sigma from "sigma";
import { rgbOf } from "./color.js";
import type { Hairlines as Lines, Palette } from "./scene.js";
import type { Size, View } from "./view.js";

const VERTEX = /* glsl */ `
attribute vec2 a_at;      // stage pixels
uniform vec4 u_view;      // scale and shift from stage pixels to clip space
void main() {
  gl_Position = vec4(a_at * u_view.xy + u_view.zw, 0.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
uniform vec4 u_color;
void main() {
  gl_FragColor = vec4(u_color.rgb * u_color.a, u_color.a);
}
`;

/** Draws lines on a canvas of sigma's; a context that is lost takes them along until sigma is made anew. */
export class HairlineLayer {
  private readonly canvas: HTMLCanvasElement;
  private readonly gl: WebGLRenderingContext | null;
  private readonly program: WebGLProgram | null;
  private sent: Float32Array | null = null;

  constructor(sigma: Sigma) {
    this.canvas = sigma.createCanvas("hairlines", { beforeLayer: "edges" });
    this.gl = this.canvas.getContext("webgl", { antialias: true, preserveDrawingBuffer: false });
    this.program = this.gl === null ? null : linked(this.gl);
  }

  resize({ width, height }: Size): void {
    const pixelRatio = window.devicePixelRatio || 1;
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.canvas.width = Math.round(width * pixelRatio);
    this.canvas.height = Math.round(height * pixelRatio);
  }

  paint(view: View, lines: Lines | null, palette: Palette): void {
    const { gl, program } = this;
    if (gl === null || program === null) return;
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (lines === null || lines.ends.length === 0) return;
    gl.useProgram(program);
    if (this.sent !== lines.ends) {
      gl.bufferData(gl.ARRAY_BUFFER, lines.ends, gl.STATIC_DRAW);
      this.sent = lines.ends;
    }
    const { width, height } = view.screen;
    const origin = view.toScreen({ x: 0, y: 0 });
    const scale = { x: (2 * view.place) / width, y: (-2 * view.place) / height };
    const shift = { x: (2 * origin.x) / width - 1, y: 1 - (2 * origin.y) / height };
    gl.uniform4f(gl.getUniformLocation(program, "u_view"), scale.x, scale.y, shift.x, shift.y);
    const [r, g, b] = rgbOf(palette.colours[lines.colour] ?? palette.ink);
    gl.uniform4f(gl.getUniformLocation(program, "u_color"), r / 255, g / 255, b / 255, lines.alpha);
    gl.drawArrays(gl.LINES, 0, lines.ends.length / 2);
  }
}

/** The program with its one buffer; null when the graphics card refuses it. */
function linked(gl: WebGLRenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) return null;
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  const at = gl.getAttribLocation(program, "a_at");
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  return program;
}
