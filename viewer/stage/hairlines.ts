/**
 * Very many straight lines of one colour on a layer of their own, below all others: one buffer and one call a
 * frame, however many there are. The pointer does not find them.
 */
import type Sigma from "sigma";
import { rgbOf } from "./color.js";
import { finished } from "./finished.js";
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

/** What draws, once there is anything to draw: few pictures need one graphics context more. */
interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly gl: WebGLRenderingContext | WebGL2RenderingContext;
  readonly program: WebGLProgram;
}

/** A drawing may take so long, in milliseconds; a machine that is slower draws a sample. */
const TIME = 60;
/** How many lines are drawn at first, to learn how fast that goes. */
const TRIED = 4_000;
/** A drawing that took less tells little of how long a larger one takes, in milliseconds. */
const TELLING = TIME / 4;
/** Fewer lines are drawn stronger, up to this. */
const STRONGEST = 0.5;

/** Draws lines on a canvas of sigma's, and only when something of them changed. */
export class HairlineLayer {
  /** Null where the graphics card refuses it. */
  private drawing: Drawn | null | undefined;
  /** What the last drawing was made of. */
  private last: readonly unknown[] = [];
  private sent: Float32Array | null = null;
  /** How many lines this machine draws in time, as far as it is known. */
  private most = TRIED;
  private speed: "unknown" | "timed now" | "known" = "unknown";
  /** How often the picture was painted, and its last lines once more. */
  private paints = 0;
  private again = () => 0;
  private hasEnded = false;

  constructor(private readonly sigma: Sigma) {
    sigma.on("kill", () => {
      this.hasEnded = true;
    });
  }

  resize({ width, height }: Size): void {
    const canvas = this.drawing?.canvas;
    if (canvas === undefined) return;
    const pixelRatio = window.devicePixelRatio || 1;
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * pixelRatio);
    this.last = [];
  }

  /** @param most how many lines may be drawn now. */
  paint(view: View, lines: Lines | null, palette: Palette, most: number): void {
    if (lines === null && this.drawing === undefined) return;
    if (this.drawing === undefined) {
      this.drawing = start(this.sigma);
      this.resize(this.sigma.getDimensions());
    }
    if (this.drawing === null) return;
    this.paints++;
    const { drawing } = this;
    this.again = () => this.draw(drawing, view, lines, palette, most);
    if (this.again() > 0 && this.speed === "unknown") void this.time(drawing.gl);
  }

  /** @returns how many lines were drawn: none where nothing has changed. */
  private draw(
    { canvas, gl, program }: Drawn,
    view: View,
    lines: Lines | null,
    palette: Palette,
    most: number,
  ): number {
    const { screen, place } = view;
    const { x, y } = view.toScreen({ x: 0, y: 0 });
    const color = palette.colours[lines?.colour ?? ""] ?? palette.ink;
    const all = (lines?.ends.length ?? 0) / 4;
    const count = Math.min(most, all, this.most);
    const now = [lines?.ends, lines?.alpha, count, color, x, y, place, canvas.width, canvas.height];
    if (now.every((part, i) => part === this.last[i])) return 0;
    this.last = now;
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (lines === null || count === 0) return 0;
    if (this.sent !== lines.ends) {
      gl.bufferData(gl.ARRAY_BUFFER, lines.ends, gl.STATIC_DRAW);
      this.sent = lines.ends;
    }
    const scale = { x: (2 * place) / screen.width, y: (-2 * place) / screen.height };
    const shift = { x: (2 * x) / screen.width - 1, y: 1 - (2 * y) / screen.height };
    gl.uniform4f(gl.getUniformLocation(program, "u_view"), scale.x, scale.y, shift.x, shift.y);
    const alpha = Math.min(Math.max(STRONGEST, lines.alpha), (lines.alpha * all) / count);
    const [r, g, b] = rgbOf(color);
    gl.uniform4f(gl.getUniformLocation(program, "u_color"), r / 255, g / 255, b / 255, alpha);
    gl.drawArrays(gl.LINES, 0, 2 * count);
    return count;
  }

  /**
   * Times the last drawing by making it once more, and goes on to more lines while they are drawn in no time. What
   * is painted meanwhile, the discs among it, would count too: then it is timed anew.
   */
  private async time(gl: Drawn["gl"]): Promise<void> {
    this.speed = "timed now";
    while (this.speed !== "known" && !this.hasEnded) {
      const { paints } = this;
      await finished(gl);
      if (this.paints !== paints) continue;
      this.last = [];
      const before = performance.now();
      const count = this.again();
      await finished(gl);
      if (this.paints !== paints) continue;
      if (count === 0) break;
      const took = performance.now() - before;
      if (took > TELLING || count < this.most) this.speed = "known";
      this.most = Math.max(this.most, Math.round((count * TIME) / Math.max(0.1, took)));
    }
    if (this.speed !== "known") this.speed = "unknown";
    if (!this.hasEnded) this.again();
  }
}

function start(sigma: Sigma): Drawn | null {
  const canvas = sigma.createCanvas("hairlines", { beforeLayer: "edges" });
  const how: WebGLContextAttributes = {
    antialias: false,
    // What has not changed is not drawn again, and is there for whoever takes a picture.
    preserveDrawingBuffer: true,
  };
  const gl = canvas.getContext("webgl2", how) ?? canvas.getContext("webgl", how);
  const program = gl === null ? null : linked(gl);
  return gl === null || program === null ? null : { canvas, gl, program };
}

/** The program with its one buffer; null when the graphics card refuses it. */
function linked(gl: Drawn["gl"]): WebGLProgram | null {
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
  gl.useProgram(program);
  gl.clearColor(0, 0, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  const at = gl.getAttribLocation(program, "a_at");
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  return program;
}
