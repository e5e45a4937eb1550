/** A line beside the words for it: drawn as its class, its amount or its firmness is drawn on the picture. */
import type { LineClass } from "../../src/layout/line-class.js";
import { dashOf } from "../../src/layout/line-look.js";
import type { Firmness } from "../../src/model/status.js";

interface LineSampleProps {
  /** Pixels. */
  readonly length: number;
  readonly width?: number;
  readonly name?: LineClass;
  readonly firmness?: Firmness;
}

export function LineSample({ length, width = 2.6, name, firmness = "signed" }: LineSampleProps) {
  return (
    <svg viewBox={`0 0 ${length} 8`} aria-hidden="true">
      <path
        class={name === undefined ? "line" : `line ${name}`}
        stroke-width={width}
        stroke-dasharray={dashOf(firmness, width)?.join(" ")}
        d={`M0 4H${length}`}
      />
    </svg>
  );
}
