/** The picture without WebGL: the same scene drawn as SVG. Entities answer the pointer; nothing moves. */
import { useEffect, useRef } from "preact/hooks";
import { scaledScene } from "../scaled-scene.js";
import type { StageDriver } from "../stage-driver.js";
import type { Explorer } from "../state.js";
import { sceneElements } from "../take/scene-svg.js";
import { themePalette } from "../theme.js";

interface FlatStageProps {
  readonly explorer: Explorer;
  readonly driver: StageDriver;
}

/** The least a finger or a pointer can hit. */
const TARGET = 12;
/** Half of what a card covers: the middle of the picture moves out from under it. */
const HALF_CARD = 200;

export function FlatStage({ explorer, driver }: FlatStageProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const scene = scaledScene(driver.scene.value, driver.spread.value.scale);
  const isBeside = explorer.selection.value !== null && driver.spread.value.mode !== "wheel";
  const left = isBeside ? HALF_CARD : 0;

  // Heard by the drawing as a whole, as a canvas is; the list of entities beside it has the keys.
  useEffect(() => {
    const svg = drawing.current;
    if (svg === null) return;
    const idAt = ({ target }: Event) => (target as SVGElement).dataset.id ?? null;
    const onClick = (event: MouseEvent) => {
      const id = idAt(event);
      explorer.select(id === null ? null : { type: "entity", id });
    };
    const onOver = (event: PointerEvent) => {
      const id = idAt(event);
      const at = { x: event.offsetX, y: event.offsetY };
      driver.hovered.value = id === null ? null : { type: "node", id, at };
    };
    svg.addEventListener("click", onClick);
    svg.addEventListener("pointerover", onOver);
    return () => {
      svg.removeEventListener("click", onClick);
      svg.removeEventListener("pointerover", onOver);
    };
  }, [explorer, driver]);

  return (
    <svg
      ref={drawing}
      class="flat-stage"
      viewBox={`${left} 0 ${scene.width} ${scene.height}`}
      aria-hidden="true"
    >
      <g dangerouslySetInnerHTML={{ __html: [...sceneElements(scene, themePalette())].join("") }} />
      {scene.nodes
        .filter(({ hidden }) => hidden !== true)
        .map(({ id, x, y, radius }) => (
          <circle key={id} class="flat-target" data-id={id} cx={x} cy={y} r={Math.max(radius, TARGET)} />
        ))}
    </svg>
  );
}
