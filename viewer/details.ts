/** What only cards need of the facts: fetched when the first card opens, and kept. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { CoreDocument } from "../src/model/core.js";
import type { Dataset } from "../src/model/dataset.js";

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
      Promise.all([import("./join-details.js"), fetchDetails()])
        .then(([{ joinDetails }, document]) => {
          whole.value = joinDetails(core, document);
        })
        .catch((error: unknown) => {
          isAsked = false;
          fault.value = error instanceof Error ? error.message : String(error);
        });
    },
  };
}
