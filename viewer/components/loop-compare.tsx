/** Two loops side by side: what can go round each, how firm, since when, and the legs they share. */
import type { Loop } from "../../src/loops/loop.js";
import { chosenLoop } from "../chosen-loop.js";
import { legsOfLoop } from "../highlight.js";
import { displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { LOOP_WORDS } from "../text/loop-words.js";
import { text } from "../text/text.js";
import { Usd } from "./amount.js";
import { loopName } from "./loop-name.js";

interface LoopCompareProps {
  readonly explorer: Explorer;
  readonly loop: Loop;
}

/** Loops looked through for those that share legs, and how many are offered. */
const LOOKED_AT = 120;
const OFFERED = 6;

export function LoopCompare({ explorer, loop }: LoopCompareProps) {
  const { beside } = explorer.view.value;
  const other = beside === null || beside === loop.id ? null : chosenLoop(explorer, beside);
  return other === null ? (
    <Offer explorer={explorer} loop={loop} />
  ) : (
    <SideBySide explorer={explorer} loop={loop} other={other.loop} />
  );
}

const sharedLegs = (a: string, b: string): readonly string[] => {
  const legs = new Set(legsOfLoop(b));
  return legsOfLoop(a).filter((leg) => legs.has(leg));
};

/** The loops that share the most legs, then the strongest. */
function Offer({ explorer, loop }: LoopCompareProps) {
  const words = LOOP_WORDS[text.value.language];
  const near = explorer.shown.value.loops
    .first(LOOKED_AT)
    .filter(({ id }) => id !== loop.id)
    .map(({ id }) => ({ id, shared: sharedLegs(loop.id, id).length }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, OFFERED);
  if (near.length === 0) return null;
  return (
    <details class="fold">
      <summary>{words.compare}</summary>
      <ul class="plain">
        {near.map(({ id }) => {
          const name = loopName(explorer, id);
          return (
            <li key={id}>
              <button
                type="button"
                class="link"
                aria-label={words.compareWith(name)}
                onClick={() => explorer.go({ beside: id })}
              >
                {name}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

interface SideBySideProps extends LoopCompareProps {
  readonly other: Loop;
}

function SideBySide({ explorer, loop, other }: SideBySideProps) {
  const t = text.value;
  const words = LOOP_WORDS[t.language];
  const both = [loop, other];
  const shared = sharedLegs(loop.id, other.id);
  const name = (id: string) => displayName(explorer.facts.dataset, id, t);
  const rows = [
    [words.rows.most, both.map(({ id, bottleneckUsd }) => <Usd key={id} value={bottleneckUsd} />)],
    [words.rows.legs, both.map(({ length }) => length)],
    [words.rows.weakest, both.map(({ firmness }) => t.deal.states[firmness])],
    [
      words.rows.closed,
      both.map(({ closedOn }) => (closedOn === null ? t.loop.figures.unknown : t.month(closedOn))),
    ],
    [words.rows.undisclosed, both.map(({ undisclosedLegs }) => undisclosedLegs)],
  ] as const;
  return (
    <section class="compare">
      <h3>
        {words.compareTitle}{" "}
        <button type="button" class="link" onClick={() => explorer.go({ beside: null })}>
          {words.stop}
        </button>
      </h3>
      <table>
        <thead>
          <tr>
            <td />
            {both.map(({ id }) => (
              <th key={id} scope="col">
                {loopName(explorer, id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([heading, [mine, theirs]]) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="caveat">
        {words.shared(shared.length)}{" "}
        {shared.map((leg) => leg.split(">").map(name).join(" → ")).join(t.comma)}
      </p>
    </section>
  );
}
