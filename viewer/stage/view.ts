/** Where the stage stands on the screen: from sigma's camera to pixels and back. Pure. */
import type { Box } from "./geometry.js";
import type { Padding, Point } from "./scene.js";

/** A camera as sigma keeps it: its centre in the framed square (y up), and 1 / zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Screen px per stage px for places and for sizes, and the way between the two. */
export interface View {
  readonly zoom: number;
  readonly place: number;
  readonly size: number;
  readonly screen: Size;
  toScreen(point: Point): Point;
}

/** How far one may zoom: from a little more than everything to a few neighbours. */
export const ZOOM = { min: 0.6, max: 8, framed: 2.5 } as const;

/** Screen px per stage px when the whole scene is fitted into the container. */
export function fitOf(screen: Size, scene: Size): number {
  return Math.min(screen.width / scene.width, screen.height / scene.height);
}

/**
 * How discs and widths stand to the scene's: they grow with its root on zooming in, so that there is room
 * between them near by, and shrink less than places do in a container smaller than the scene.
 */
export function sizeOf(fit: number, zoom: number): number {
  return (fit < 1 ? fit ** 0.65 : fit) * Math.sqrt(zoom);
}

export function viewOf(camera: Camera, screen: Size, scene: Size): View {
  const fit = fitOf(screen, scene);
  const zoom = 1 / camera.ratio;
  const place = fit * zoom;
  const side = Math.max(scene.width, scene.height);
  const centre = {
    x: scene.width / 2 + (camera.x - 0.5) * side,
    y: scene.height / 2 - (camera.y - 0.5) * side,
  };
  return {
    zoom,
    place,
    size: sizeOf(fit, zoom),
    screen,
    toScreen: ({ x, y }) => ({
      x: screen.width / 2 + (x - centre.x) * place,
      y: screen.height / 2 + (y - centre.y) * place,
    }),
  };
}

/** The camera that fits a box of the stage into what the padding leaves of the screen. */
export function cameraFor(box: Box, padding: Padding, screen: Size, scene: Size): Camera {
  const free = {
    width: Math.max(40, screen.width - padding.left - padding.right),
    height: Math.max(40, screen.height - padding.top - padding.bottom),
  };
  const fit = fitOf(screen, scene);
  const wanted = Math.min(
    free.width / Math.max(1, box.right - box.left),
    free.height / Math.max(1, box.bottom - box.top),
  );
  const zoom = Math.min(Math.max(wanted / fit, ZOOM.min), ZOOM.framed);
  // The box's middle comes to the middle of the free part, so the camera looks beside it.
  const place = fit * zoom;
  const x = (box.left + box.right) / 2 - (padding.left - padding.right) / 2 / place;
  const y = (box.top + box.bottom) / 2 - (padding.top - padding.bottom) / 2 / place;
  const side = Math.max(scene.width, scene.height);
  return {
    x: 0.5 + (x - scene.width / 2) / side,
    y: 0.5 - (y - scene.height / 2) / side,
    ratio: 1 / zoom,
  };
}
