/** A measure that takes a moment: computed after the page has had its turn, and only for the last asked. */
import { useEffect, useState } from "preact/hooks";

/** How long the reader may go on before it is computed, in milliseconds. */
const WAIT_MS = 60;

/**
 * The result of `compute`, or null until it is there; the one before stays meanwhile.
 *
 * @param inputs what it depends on: another of them computes it anew.
 */
export function useComputed<Result>(compute: () => Result, inputs: readonly unknown[]): Result | null {
  const [result, setResult] = useState<Result | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResult(() => compute()), WAIT_MS);
    return () => clearTimeout(timer);
  }, inputs);
  return result;
}
