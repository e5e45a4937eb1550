/** The picture and what lies over it: tools, the names for those who do not see it, notes when it fails. */
import { useEffect, useRef, useState } from "preact/hooks";
import { driveStage, type StageDriver } from "../stage-driver.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { Empty } from "./empty.js";
import type { FlatStage } from "./flat-stage.js";
import { FullScreen } from "./full-screen.js";
import { Icon } from "./icons.js";
import { NodeWalk } from "./node-walk.js";
import { PlaceButtons } from "./place-buttons.js";
import { Tooltip } from "./tooltip.js";

export function StageView({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.stage;
  const box = useRef<HTMLDivElement>(null);
  const [driver, setDriver] = useState<StageDriver | null>(null);

  useEffect(() => {
    if (box.current === null) return;
    const started = driveStage(box.current, explorer);
    setDriver(started);
    return () => started.end();
  }, [explorer]);

  // Space plays the chosen loop again, unless it presses what has the focus.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFree = event.target === document.body || (event.target as Element).matches(".card, .card-body");
      if (event.key !== " " || !isFree || explorer.selection.value?.type !== "loop") return;
      event.preventDefault();
      driver?.play();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [explorer, driver]);

  const fault = explorer.stageFault.value;
  const { own } = explorer;
  return (
    <section class="stage" aria-label={t.label}>
      <div class="canvas" ref={box} />
      {driver !== null && fault !== null && <Flat explorer={explorer} driver={driver} />}
      {driver !== null && <NodeWalk explorer={explorer} driver={driver} />}
      {driver !== null && <Tooltip explorer={explorer} driver={driver} />}
      {driver !== null && <PlaceButtons explorer={explorer} driver={driver} />}
      {explorer.shown.value.loops.isNone && <Empty explorer={explorer} />}
      {own !== undefined && <own.parts.OverStage explorer={explorer} />}
      {fault !== null && (
        <p class="stage-fault" role="status">
          {t[fault]}
        </p>
      )}
      {driver !== null && fault === null && <Tools driver={driver} />}
    </section>
  );
}

/** The still picture in place of the other, once its code is there. */
function Flat({ explorer, driver }: { readonly explorer: Explorer; readonly driver: StageDriver }) {
  const [Part, setPart] = useState<typeof FlatStage | null>(null);
  useEffect(() => {
    import("./flat-stage.js").then((part) => setPart(() => part.FlatStage));
  }, []);
  return Part === null ? null : <Part explorer={explorer} driver={driver} />;
}

function Tools({ driver }: { readonly driver: StageDriver }) {
  const t = text.value.stage;
  const zoom = (factor: number) => driver.stage.value?.zoomBy(factor);
  return (
    <fieldset class="tools" aria-label={t.tools}>
      <button type="button" aria-label={t.zoomIn} title={t.zoomIn} onClick={() => zoom(1.4)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={t.zoomOut} title={t.zoomOut} onClick={() => zoom(1 / 1.4)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={t.fit} title={t.fit} onClick={() => driver.refit()}>
        <Icon name="fit" />
      </button>
      <FullScreen />
    </fieldset>
  );
}
