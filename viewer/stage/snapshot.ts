/** A picture of what is drawn: all layers of canvas, one above the other, on paper. */
import type Sigma from "sigma";

/** Draws once more and copies; rejects when the browser cannot make a picture of it. */
export async function pictureOf(sigma: Sigma, paper: string): Promise<Blob> {
  // What WebGL drew is gone after this task, so the layers are copied right after drawing.
  sigma.refresh({ partialGraph: {}, skipIndexation: true });
  const layers = sigma.getContainer().querySelectorAll("canvas");
  const canvas = document.createElement("canvas");
  canvas.width = layers[0]?.width ?? 1;
  canvas.height = layers[0]?.height ?? 1;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("snapshot: this browser gives out no drawing canvas");
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of layers) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("snapshot: no picture came")) : resolve(blob)));
  });
}
