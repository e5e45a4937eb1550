/**
 * The entities of the picture for the keyboard and for those who do not see it: one stop in the order of
 * tabs, arrow keys from each to its neighbours. The focused one stands where its dot is drawn.
 */
import { useRef, useState } from "preact/hooks";
import { fullName } from "../names.js";
import { nextNode } from "../node-walk.js";
import { ID_END, type StageDriver } from "../stage-driver.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

interface NodeWalkProps {
  readonly explorer: Explorer;
  readonly driver: StageDriver;
}

/** More are not walked one by one: the search and the table have them. The hubs come first. */
const MOST = 400;

const STEPS = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;

export function NodeWalk({ explorer, driver }: NodeWalkProps) {
  const { facts, shown } = explorer;
  const t = text.value;
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const last = useRef<string | null>(null);
  // Read only where one has the focus, so that it follows its dot.
  if (focused !== null) void driver.moved.value;
  const { graph } = shown.value;
  const stage = driver.stage.value;
  const drawn = driver.drawn.value.split(ID_END);
  const isDrawn = new Set(drawn);
  const first = [...facts.layout.wheel.filter((id) => isDrawn.has(id)), ...drawn.slice(0, MOST)];
  const nodes = [...new Set(first)].filter((id) => graph.hasNode(id)).slice(0, MOST);
  const stop = last.current !== null && nodes.includes(last.current) ? last.current : nodes[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const way = STEPS[event.key as keyof typeof STEPS];
    if (way === undefined || stop === undefined) return;
    event.preventDefault();
    if (stage === null) {
      // Nothing says where they stand: from one to the next in their order.
      const next = nodes.indexOf(stop) + (way.x + way.y);
      list.current?.querySelectorAll("button")[Math.min(nodes.length - 1, Math.max(0, next))]?.focus();
      return;
    }
    const places = nodes.flatMap((id) => {
      const at = stage.toScreen(id);
      return at === null ? [] : [{ id, at }];
    });
    const next = nextNode(places, stop, way, new Set(graph.hasNode(stop) ? graph.neighbors(stop) : []));
    const button = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(next)}"]`);
    button?.focus();
  };
  const onFocus = (id: string) => {
    last.current = id;
    setFocused(id);
    driver.hovered.value = { type: "node", id, at: stage?.toScreen(id) ?? { x: 0, y: 0 } };
  };
  const onBlur = () => {
    setFocused(null);
    driver.hovered.value = null;
  };

  return (
    <ul class="node-walk" ref={list} aria-label={t.stage.walk} onKeyDown={onKeyDown}>
      {nodes.map((id) => {
        const at = id === focused ? stage?.toScreen(id) : null;
        return (
          <li key={id}>
            <button
              type="button"
              data-id={id}
              tabIndex={id === stop ? 0 : -1}
              style={at == null ? undefined : { transform: `translate(${at.x}px, ${at.y}px)` }}
              onFocus={() => onFocus(id)}
              onBlur={onBlur}
              onClick={() => explorer.select({ type: "entity", id })}
            >
              {fullName(facts.dataset, id, t)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
