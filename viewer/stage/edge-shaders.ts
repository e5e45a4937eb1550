/**
 * The edge program's GLSL. Every instance is one line: the vertex shader walks its cubic curve from rim to
 * rim in CSS pixels (y up), the fragment shader decides by two distances (along and across) what is dash,
 * hollow, arrowhead, casing or nothing. The same rules as `geometry.ts`.
 */
import { AIR } from "../../src/layout/ways.js";

/** Put before the vertex shader, it makes the same program cheap for straight lines. */
export const STRAIGHT = "#define STRAIGHT\n";

/** What a line carries besides its stroke; added up in the last number of `a_style`, its layer times the last. */
export const MARKS = { arrow: 1, casing: 2, double: 4, silent: 8, layer: 16 } as const;

const float = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

const HEAD = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_style;     // width, dash on, dash off, marks; px
varying vec4 v_line;      // along, across, whole length, arrow length; px
varying float v_arrow;    // half the arrow's breadth
`;

export const EDGE_VERTEX = /* glsl */ `
${HEAD}
attribute vec4 a_ends;    // payer, payee; framed coordinates
attribute vec4 a_bend;    // the two control points
attribute vec4 a_rims;    // radii of both discs, level runs before and after the curve
attribute vec4 a_style;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_place;   // t along (under 0: the run before, over 1: the run after), side

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_size;     // screen px per px of width and radius
uniform float u_reach;    // how far beside a line the pointer still hits it, px
uniform vec2 u_layers;    // the lowest and the highest layer that are painted now

vec2 toPx(vec2 framed) {
  return (u_matrix * vec3(framed, 1.0)).xy * u_viewport * 0.5;
}

vec2 P0, C1, C2, P3;

#ifdef STRAIGHT
vec2 place(float t) { return mix(P0, P3, t); }
vec2 speed(float t) { return P3 - P0; }
float arc(float from, float to) { return (to - from) * distance(P0, P3); }
float cut(vec2 centre, float radius, float inside) {
  return clamp(abs(inside - radius / max(distance(P0, P3), 1e-4)), 0.0, 1.0);
}
#else
vec2 place(float t) {
  float u = 1.0 - t;
  return u * u * u * P0 + 3.0 * u * u * t * C1 + 3.0 * u * t * t * C2 + t * t * t * P3;
}

vec2 speed(float t) {
  float u = 1.0 - t;
  return 3.0 * u * u * (C1 - P0) + 6.0 * u * t * (C2 - C1) + 3.0 * t * t * (P3 - C2);
}

float arc(float from, float to) {
  float h = 0.5 * (to - from);
  float m = 0.5 * (to + from);
  return h * (0.5688888889 * length(speed(m))
    + 0.4786286705 * (length(speed(m + h * 0.5384693101)) + length(speed(m - h * 0.5384693101)))
    + 0.2369268851 * (length(speed(m + h * 0.9061798459)) + length(speed(m - h * 0.9061798459))));
}

float cut(vec2 centre, float radius, float inside) {
  float outside = 0.5;
  for (int i = 0; i < 12; i++) {
    float t = 0.5 * (inside + outside);
    if (distance(place(t), centre) < radius) inside = t; else outside = t;
  }
  return 0.5 * (inside + outside);
}
#endif

void main() {
  float marks = a_style.w;
  float layer = floor(marks / ${float(MARKS.layer)});
  if (layer < u_layers.x || layer > u_layers.y) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }

  float unit = u_matrix[0][0] * u_viewport.x * 0.5;
  float lead = a_rims.z * unit;
  float tail = a_rims.w * unit;
  vec2 from = toPx(a_ends.xy);
  vec2 to = toPx(a_ends.zw);
  P0 = from + vec2(lead, 0.0);
  C1 = toPx(a_bend.xy);
  C2 = toPx(a_bend.zw);
  P3 = to - vec2(tail, 0.0);

  float arrow = mod(marks, 2.0);
  float casing = mod(floor(marks / 2.0), 2.0);
  float width = a_style.x * u_size;
  float fromRadius = a_rims.x * u_size + ${float(AIR.start)};
  float toRadius = a_rims.y * u_size + (arrow > 0.5 ? ${float(AIR.tip)} : ${float(AIR.plain)});
  float t0 = lead == 0.0 ? cut(from, fromRadius, 0.0) : 0.0;
  float t1 = tail == 0.0 ? cut(to, toRadius, 1.0) : 1.0;

  v_color = a_color;
  float silent = 0.0;
  #ifdef PICKING_MODE
  v_color = a_id;
  silent = mod(floor(marks / 8.0), 2.0);
  #endif

  // Hidden (all zeros), or its discs touch: nothing is left to draw.
  if (t1 - t0 < 0.002 || a_style.x <= 0.0 || silent > 0.5) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }

  float before = lead == 0.0 ? 0.0 : max(0.0, abs(lead) - fromRadius);
  float after = tail == 0.0 ? 0.0 : max(0.0, abs(tail) - toRadius);
  float curve = arc(t0, t1);
  float whole = before + curve + after;

  float t = mix(t0, t1, clamp(a_place.x, 0.0, 1.0));
  vec2 position = place(t);
  vec2 way = speed(t);
  way = length(way) > 1e-4 ? normalize(way) : normalize(to - from);
  float s = before + arc(t0, t);

  // Both ends reach one pixel further, so that they too are antialiased.
  if (a_place.x < 0.0) {
    if (lead != 0.0) way = vec2(sign(lead), 0.0);
    position -= way * (before + 1.0);
    s = -1.0;
  } else if (a_place.x > 1.0) {
    if (tail != 0.0) way = vec2(sign(tail), 0.0);
    position += way * (after + 1.0);
    s = whole + 1.0;
  }

  float head = (0.75 * a_style.x + 3.2) * u_size;
  v_line.z = whole;
  v_line.w = arrow * min(1.5 * head, 0.6 * whole);
  v_arrow = 0.72 * head;
  v_style = vec4(width, a_style.yz * u_size, marks);

  float spread = max(0.5 * width + 2.0 * casing, arrow * v_arrow) + 1.0;
  #ifdef PICKING_MODE
  spread = 0.5 * width + u_reach;
  #endif
  float across = a_place.y * spread;
  position += vec2(-way.y, way.x) * across;
  v_line.xy = vec2(s, across);
  gl_Position = vec4(position / (u_viewport * 0.5), 0.0, 1.0);
}
`;

export const EDGE_FRAGMENT = /* glsl */ `
${HEAD}
uniform vec3 u_paper;
uniform float u_pixelRatio;

// How much of a pixel lies within \`reach\` of a middle line; under a pixel wide, it fades instead.
float band(float off, float reach) {
  return clamp((reach - off) * u_pixelRatio + 0.5, 0.0, min(1.0, 2.0 * reach * u_pixelRatio));
}

float after(float s) {
  return clamp(s * u_pixelRatio + 0.5, 0.0, 1.0);
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = vec4(v_color.rgb, 1.0);
  #else
  float s = v_line.x;
  float across = abs(v_line.y);
  float whole = v_line.z;
  float head = v_line.w;
  float width = v_style.x;
  float marks = v_style.w + 0.5;

  // The stroke ends a pixel inside the arrowhead, so that no seam shows between them.
  float body = after(s) * after(whole - head + (head > 0.0 ? 1.0 : 0.0) - s);
  float stroke = band(across, 0.5 * width) * body;

  float on = v_style.y;
  float period = on + v_style.z;
  if (on > 0.0) {
    float off = abs(mod(s, period) - 0.5 * on);
    stroke *= band(min(off, period - off), 0.5 * on);
  }

  float tip = 0.0;
  if (head > 0.0) {
    float back = whole - s;
    float slant = (across - v_arrow * back / head) * head / length(vec2(head, v_arrow));
    tip = clamp(0.5 - slant * u_pixelRatio, 0.0, 1.0) * after(head - back) * after(back);
  }

  vec3 color = v_color.rgb;
  if (mod(floor(marks / 4.0), 2.0) > 0.5 && width >= 2.4) {
    color = mix(color, u_paper, band(across, max(0.17 * width, 0.5)) * (1.0 - tip));
  }

  float alpha = max(stroke, tip) * v_color.a * (255.0 / 254.0);
  float casing = 0.0;
  if (mod(floor(marks / 2.0), 2.0) > 0.5) casing = band(across, 0.5 * width + 2.0) * body;
  gl_FragColor = vec4(color * alpha + u_paper * casing * (1.0 - alpha), alpha + casing * (1.0 - alpha));
  #endif
}
`;
