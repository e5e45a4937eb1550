/** A file of the reader's own: what the page has to hear before one comes. All else is loaded with the first. */
import type { Signal } from "@preact/signals";
import type { Facts } from "./data.js";
import type { Drawing } from "./drawing.js";
import type { Explorer, Own, ViewHistory } from "./state.js";

export type Explore = (facts: Facts, history: ViewHistory, own?: Own) => Explorer;

/** What a file needs of the page it comes to. */
export interface OwnHost {
  /** The one that is shown. */
  readonly explorer: Signal<Explorer>;
  readonly explore: Explore;
  /** How the built-in facts are drawn. */
  readonly wheel: Drawing;
}

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
  const isFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;
  window.addEventListener("dragenter", (event) => {
    if (isFile(event)) void door().then((opened) => opened?.dragged());
  });
  window.addEventListener("dragover", (event) => {
    // Only what is prevented here may be dropped.
    if (isFile(event)) event.preventDefault();
  });
  window.addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    const items = [...(event.dataTransfer?.items ?? [])];
    const hasFolder = items.some((item) => item.webkitGetAsEntry()?.isDirectory === true);
    const files = hasFolder ? [] : [...(event.dataTransfer?.files ?? [])];
    void door().then((opened) => opened?.take(files));
  });
}

/** Lets the reader choose a file of the device. */
export const chooseOwnFile = () => void door().then((opened) => opened?.choose());
