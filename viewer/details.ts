/** What only cards need of the facts: fetched when the first card opens, and kept. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { fromBuilt } from "../src/model/built.js";
import { type Dataset, parseDataset } from "../src/model/dataset.js";
import { type CoreDocument, joinBuilt } from "../src/model/split.js";

export interface Details {
  /** The whole facts; null until they are there. */
  readonly whole: ReadonlySignal<Dataset | null>;
  /** Why they could not be had, until they are asked for again. */
  readonly fault: ReadonlySignal<string | null>;
  /** Fetches them, unless they are there or on their way. */
  ask(): void;
}

/** Details that come from `fetchDetails` when they are first asked for. */
export function detailsOf(core: CoreDocument, fetchDetails: () => Promise<unknown>): Details {
  const whole = signal<Dataset | null>(null);
  const fault = signal<string | null>(null);
  let isAsked = false;
  return {
    whole,
    fault,
    ask() {
      if (isAsked) return;
      isAsked = true;
      fault.value = null;
      fetchDetails()
        .then((document) => {
          // The build checked the records, and both parts come from one build.
          whole.value = parseDataset(fromBuilt(joinBuilt(core, document)), undefined, "checked");
        })
        .catch((error: unknown) => {
          isAsked = false;
          fault.value = error instanceof Error ? error.message : String(error);
        });
    },
  };
}
