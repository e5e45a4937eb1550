/** How wide a part of the page is, so that what is drawn in it is laid out to the pixel and never scaled. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** @param before what it is taken for until it is measured, in pixels. */
export function useWidth(part: RefObject<HTMLElement>, before: number): number {
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const own = part.current;
    if (own === null) return;
    const measure = () => setWidth(Math.max(160, Math.floor(own.clientWidth)) || before);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(own);
    return () => watcher.disconnect();
  }, [part, before]);
  return width;
}
