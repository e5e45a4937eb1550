/** Parts of the page that the first screen does not need: loaded when asked for, or when there is time. */
import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Explorer } from "../state.js";

interface LaterProps {
  readonly explorer: Explorer;
}

/** After the first screen stands, what is likely wanted next is fetched. */
const IDLE_MS = 1500;

/**
 * A component that is loaded later.
 *
 * @param isWanted whether it has anything to show; until then it is only fetched in idle time.
 */
export function later(
  load: () => Promise<ComponentType<LaterProps>>,
  isWanted: (explorer: Explorer) => boolean,
): (props: LaterProps) => VNode | null {
  const loaded = signal<{ readonly Part: ComponentType<LaterProps> } | null>(null);
  const fetchOnce = () => {
    if (loaded.peek() !== null) return;
    load().then(
      (Part) => {
        loaded.value = { Part };
      },
      // Offline for a moment: it is asked for again when it is wanted.
      () => undefined,
    );
  };
  return ({ explorer }) => {
    const wanted = isWanted(explorer);
    useEffect(() => {
      if (wanted) return fetchOnce();
      const timer = setTimeout(fetchOnce, IDLE_MS);
      return () => clearTimeout(timer);
    }, [wanted]);
    if (!wanted || loaded.value === null) return null;
    const { Part } = loaded.value;
    return <Part explorer={explorer} />;
  };
}
