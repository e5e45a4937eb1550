/** When a graphics card is done, which it does not say by itself. */

/** How often it is asked, in milliseconds. */
const ASK_MS = 2;

/**
 * Resolves when all that this context was told to draw is drawn. The page goes on meanwhile, unless the browser
 * has no fences (before WebGL 2): there it waits.
 */
export async function finished(gl: WebGLRenderingContext | WebGL2RenderingContext): Promise<void> {
  if (!("fenceSync" in gl)) {
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    return;
  }
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (fence === null) return;
  gl.flush();
  while (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED)
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  gl.deleteSync(fence);
}
