/** A file of the reader's own: what the page has to hear before one comes. All else is loaded with the first. */
import type { OwnHost } from "./own/host.js";

let host: OwnHost | null = null;

const door = async () => {
  const { openDoor } = await import("./own/door.js");
  return host === null ? null : openDoor(host);
};

/**
 * Hears of files that are dragged over the page and dropped on it.
 *
 * @param isLost whether the page was loaded anew while a file was shown.
 */
export function hearOfFiles(page: OwnHost, isLost: boolean): void {
  host = page;
  if (isLost) void door().then((opened) => opened?.lost());
  for (const type of ["dragenter", "dragover", "drop"] as const) {
    window.addEventListener(type, (event) => {
      const { dataTransfer } = event;
      if (dataTransfer === null || !dataTransfer.types.includes("Files")) return;
      // Only where this is prevented may a file be dropped.
      event.preventDefault();
      const files = [...dataTransfer.files];
      if (type === "dragenter") void door().then((opened) => opened?.dragged());
      else if (type === "drop") void door().then((opened) => opened?.take(files));
    });
  }
}

/** Lets the reader choose a file of the device. */
export const chooseOwnFile = () => void door().then((opened) => opened?.choose());
