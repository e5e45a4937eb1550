/**
 * Keeps the stage in step with the state: scene, theme, frame and the played loop go in, clicks come out.
 * The drawing code is loaded here, once the page stands.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { legsOf } from "../src/graph/legs.js";
import { WHEEL_DRAWING } from "./drawing.js";
import { ENDED, filteredGraph } from "./filtered.js";
import { highlightOf } from "./highlight.js";
import { marginWidthOf } from "./measure.js";
import { isPhone, reducedMotion } from "./media.js";
import { displayName } from "./names.js";
import { playedLegs } from "./played-legs.js";
import type { Size, Spread } from "./spread.js";
import type { Scene, Stage } from "./stage/scene.js";
import { type Hovered, hear } from "./stage-events.js";
import type { Explorer } from "./state.js";
import { text } from "./text/text.js";
import { themePalette, themeStrengths } from "./theme.js";

export interface StageDriver {
  /** Null until the drawing code is there, and where there is no WebGL. */
  readonly stage: ReadonlySignal<Stage | null>;
  readonly size: ReadonlySignal<Size>;
  readonly spread: ReadonlySignal<Spread>;
  /** What is drawn. */
  readonly scene: ReadonlySignal<Scene>;
  readonly hovered: Signal<Hovered | null>;
  /** The ids of what is drawn, each with `ID_END` after it: it changes only when they do. */
  readonly drawn: ReadonlySignal<string>;
  /** Goes up when places on the screen may have changed. */
  readonly moved: Signal<number>;
  /** Back to the frame that the selection asks for. */
  refit(): void;
  /** Runs capital along the chosen loop or path once more. */
  play(): void;
  end(): void;
}

/** A sign that no id has. */
export const ID_END = "\u0000";

/** How long a camera move takes; places on the screen hold after it. */
const CAMERA_MS = 520;

/** Draws in a container until it is ended. */
export function driveStage(container: HTMLElement, explorer: Explorer): StageDriver {
  const { facts, shown, everything, selection } = explorer;
  const stage = signal<Stage | null>(null);
  const hovered = signal<Hovered | null>(null);
  const moved = signal(0);
  const sizeNow = (): Size => ({ width: container.clientWidth, height: container.clientHeight });
  const size = signal(sizeNow());

  const drawing = explorer.own?.drawing ?? WHEEL_DRAWING;
  const spread = computed(() => drawing.spread(facts.layout, size.value, isPhone.value));
  const highlight = computed(() => highlightOf(selection.value, shown.value, facts));
  const hoveredId = computed(() => hovered.value?.id ?? null);
  const ended = computed(() =>
    legsOf(filteredGraph(facts.graph, explorer.filter.value, facts.dataset.deals, ENDED)),
  );
  // A file that tells of no ends needs no search for them.
  const hasEnded = explorer.own?.tells.states !== false;
  const ghosts = computed(() => explorer.view.value.ghosts);
  const strengths = computed(() => themeStrengths());
  const scene = computed(() =>
    drawing.scene({
      layout: facts.layout,
      spread: spread.value,
      shown: shown.value,
      everything: everything.value,
      ended: hasEnded && (ghosts.value || highlight.value?.type === "deal") ? ended.value : null,
      ghosts: ghosts.value,
      highlight: highlight.value,
      hovered: hoveredId.value,
      strengths: strengths.value,
      scale: explorer.own?.scale,
      nameOf: (id) => displayName(facts.dataset, id, text.value),
      widthOf: marginWidthOf,
      text: text.value,
    }),
  );

  const drawn = computed(() => scene.value.nodes.map(({ id }) => id + ID_END).join(""));

  const refit = () => {
    const { entities, padding } = drawing.frame(
      highlight.peek(),
      facts.layout,
      spread.peek(),
      isPhone.peek(),
      !explorer.view.peek().embed,
    );
    stage.peek()?.frame(entities, padding);
    moved.value = moved.peek() + 1;
    setTimeout(() => {
      moved.value = moved.peek() + 1;
    }, CAMERA_MS);
  };

  const play = () => {
    const legs = playedLegs(selection.peek(), shown.peek().legs, text.peek());
    if (legs.length > 0 && highlight.peek() !== null) stage.peek()?.playLoop(legs);
    else stage.peek()?.stopLoop();
  };

  let framed: readonly unknown[] = [];
  const stops = [
    effect(() => {
      // Another language brings another type.
      void text.value;
      stage.value?.setPalette(themePalette());
    }),
    effect(() => stage.value?.setReducedMotion(reducedMotion.value)),
    effect(() => {
      if (stage.value === null) return;
      stage.value.setScene(scene.value);
      // Another selection or another size is framed anew, once what is to be framed is there.
      const wanted = [stage.value, spread.value, selection.value];
      if (wanted.every((part, i) => part === framed[i])) return;
      framed = wanted;
      refit();
    }),
    effect(() => {
      void selection.value;
      if (stage.value !== null) play();
    }),
  ];

  const watcher = new ResizeObserver(() => {
    size.value = sizeNow();
  });
  watcher.observe(container);

  let isOver = false;
  const begin = async () => {
    const { createStage } = await import("./stage/stage.js");
    if (isOver) return;
    const made = await createStage(container, {
      palette: themePalette(),
      reducedMotion: reducedMotion.peek(),
      onEvent: (event) => {
        hear(event, explorer, hovered, stage.peek());
        if (event.type === "view") moved.value = moved.peek() + 1;
      },
    });
    if (isOver) made?.destroy();
    else if (made === null) explorer.stageFault.value = "noWebGl";
    else stage.value = made;
  };
  begin().catch(() => {
    explorer.stageFault.value = "lost";
  });

  return {
    stage,
    size,
    spread,
    scene,
    hovered,
    drawn,
    moved,
    refit,
    play,
    end() {
      isOver = true;
      watcher.disconnect();
      for (const stop of stops) stop();
      stage.peek()?.destroy();
    },
  };
}
