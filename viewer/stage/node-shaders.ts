/**
 * The node program's GLSL: one square per node, its glyph cut out by a signed distance in CSS pixels
 * (y up), with a paper-coloured rim that parts it from the lines behind it.
 */

const HEAD = /* glsl */ `
precision highp float;
varying vec2 v_at;        // from the node's centre, px
varying vec4 v_color;
varying vec3 v_node;      // radius px, glyph, ring
`;

export const NODE_VERTEX = /* glsl */ `
${HEAD}
attribute vec2 a_position;
attribute vec3 a_node;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_size;

void main() {
  float radius = a_node.x * u_size;
  float spread = 1.3 * radius + (a_node.z > 0.5 ? 6.0 : 1.5);
  #ifdef PICKING_MODE
  spread = max(radius + 3.0, 6.5);
  #endif
  v_node = vec3(radius, a_node.yz);
  v_at = a_corner * spread;
  v_color = a_color;
  #ifdef PICKING_MODE
  v_color = a_id;
  #endif
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = a_node.x > 0.0 ? vec4(centre + v_at / (u_viewport * 0.5), 0.0, 1.0) : vec4(2.0, 2.0, 0.0, 1.0);
}
`;

export const NODE_FRAGMENT = /* glsl */ `
${HEAD}
uniform vec3 u_paper;
uniform vec3 u_focus;
uniform float u_pixelRatio;

float box(vec2 p, float half_, float corner) {
  vec2 q = abs(p) - half_ + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float diamond(vec2 p, float r) {
  return (abs(p.x) + abs(p.y) - r) * 0.70710678;
}

// Apex at 1.15 r, base at -0.85 r and 2.2 r wide.
float triangle(vec2 p, float r) {
  vec2 side = normalize(vec2(2.0, 1.1));
  return max(dot(vec2(abs(p.x), p.y - 1.15 * r), side), -p.y - 0.85 * r);
}

// How much of a pixel is inside.
float fill(float off) {
  return clamp(0.5 - off * u_pixelRatio, 0.0, 1.0);
}

void main() {
  float radius = v_node.x;
  #ifdef PICKING_MODE
  if (length(v_at) > max(radius + 3.0, 6.5)) discard;
  gl_FragColor = vec4(v_color.rgb, 1.0);
  #else
  float glyph = v_node.y;
  float rim = radius < 3.5 ? 0.5 : 0.75;
  float off = length(v_at) - radius;
  if (glyph > 4.5) off = box(v_at, 0.85 * radius, 0.0);
  else if (glyph > 3.5) off = triangle(v_at, radius);
  else if (glyph > 2.5) off = diamond(v_at, 1.25 * radius);
  else if (glyph > 1.5) off = box(v_at, 0.9 * radius, 0.18 * radius);

  vec3 color = v_color.rgb;
  float outer = fill(off - rim);
  float inner = fill(off + rim);
  if (glyph > 4.5) {
    // Its stroke stands astride its outline; the middle is paper.
    float stroke = radius < 3.5 ? 0.6 : 1.0;
    outer = fill(off - stroke - 0.5);
    inner = fill(off - stroke) * (1.0 - fill(off + stroke));
  } else if (glyph > 0.5 && glyph < 1.5) {
    inner *= 1.0 - fill(length(v_at) - 0.34 * radius);
  }
  gl_FragColor = vec4(mix(u_paper, color, inner) * outer, outer);

  if (v_node.z > 0.5) {
    float away = length(v_at) - radius - 2.0;
    float paper = fill(abs(away) - 2.0);
    float ring = fill(abs(away - 1.5) - 1.0);
    vec3 mark = mix(u_paper, u_focus, ring);
    float cover = max(paper, ring) * (1.0 - outer * inner);
    gl_FragColor = vec4(mark * cover, cover) + gl_FragColor * (1.0 - cover);
  }
  #endif
}
`;
