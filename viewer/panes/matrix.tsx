/** Who pays whom as a grid: rows pay columns, darker is more; a cell opens its deals. */
import { useRef, useState } from "preact/hooks";
import { LAYERS } from "../../src/model/entity.js";
import { Usd } from "../components/amount.js";
import { Icon } from "../components/icons.js";
import { ViewLink } from "../components/links.js";
import { dealTitle, displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { type Ends, MATRIX_BY, type MatrixBy } from "../url.js";
import { dealRows } from "./deal-rows.js";
import { type Matrix as Cells, cellKey, type MatrixCell, matrixOf, NO_LAYER, shadeOf } from "./matrix-of.js";
import { firstCell, nextCell } from "./matrix-walk.js";
import { Pane } from "./pane.js";
import { Switch } from "./switch.js";
import { panesWords } from "./words.js";

export function Matrix({ explorer }: { readonly explorer: Explorer }) {
  const words = panesWords().matrix;
  const { own } = explorer;
  const hasLayers = own?.tells.layers !== false;
  const { by: asked, cell } = explorer.view.value;
  const by = hasLayers ? asked : "entity";
  const matrix = matrixOf(explorer.shown.value, by);
  const chosen = cell === null ? undefined : matrix.cells.get(cellKey(cell));
  return (
    <Pane label={words.label}>
      <header class="pane-head">
        {hasLayers && (
          <Switch
            label={words.byLabel}
            words={words.by}
            options={MATRIX_BY}
            chosen={by}
            onChoose={(next) => explorer.go({ by: next, cell: null })}
          />
        )}
        <p class="note">{words.how}</p>
      </header>
      <div class="matrix-room">
        <Grid explorer={explorer} matrix={matrix} by={by} chosen={cell} />
        {cell !== null && chosen !== undefined && (
          <CellDeals explorer={explorer} ends={cell} by={by} cell={chosen} />
        )}
      </div>
    </Pane>
  );
}

/** What a row or column is called. */
function namer({ facts }: Explorer, by: MatrixBy): (id: string) => string {
  const t = text.value;
  if (by === "entity") return (id) => displayName(facts.dataset, id, t);
  return (id) =>
    id in LAYERS ? LAYERS[id as keyof typeof LAYERS][t.language] : id === NO_LAYER ? t.place.others : id;
}

interface GridProps {
  readonly explorer: Explorer;
  readonly matrix: Cells;
  readonly by: MatrixBy;
  readonly chosen: Ends | null;
}

/** For the keyboard the grid is one stop; arrow keys go to the next cell with a payment. */
function Grid({ explorer, matrix, by, chosen }: GridProps) {
  const t = text.value;
  const words = panesWords();
  const grid = useRef<HTMLTableElement>(null);
  const name = namer(explorer, by);
  const first = firstCell(matrix) ?? "";
  const [stop, setStop] = useState(first);
  const stopKey = matrix.cells.has(stop) ? stop : first;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextCell(matrix, stopKey, event.key);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(next)}"]`)?.focus();
  };
  if (matrix.ids.length === 0) return <p class="pane-none">{words.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <div class="matrix-box" tabIndex={0}>
      <table class={`matrix by-${by}`} ref={grid} aria-label={words.matrix.label} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden-words">{words.matrix.payer}</span>
            </th>
            {matrix.ids.map((id) => (
              <th key={id} scope="col">
                <span>{name(id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.ids.map((from) => (
            <tr key={from}>
              <th scope="row">{name(from)}</th>
              {matrix.ids.map((to) => {
                const key = cellKey({ from, to });
                const cell = matrix.cells.get(key);
                if (cell === undefined) return <td key={to} class={from === to ? "same" : ""} />;
                const amount = cell.amountUsd === null ? t.undisclosed : t.usd(cell.amountUsd);
                const label = words.matrix.cell(name(from), name(to), amount, cell.deals.length);
                return (
                  <td key={to} class={`shade-${shadeOf(cell.amountUsd)}`}>
                    <button
                      type="button"
                      data-cell={key}
                      aria-label={label}
                      title={label}
                      aria-pressed={chosen !== null && cellKey(chosen) === key}
                      tabIndex={key === stopKey ? 0 : -1}
                      onFocus={() => setStop(key)}
                      onClick={() => explorer.go({ cell: { from, to } })}
                    >
                      {by === "layer" && (cell.amountUsd === null ? "·" : t.usd(cell.amountUsd))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellDealsProps {
  readonly explorer: Explorer;
  readonly ends: Ends;
  readonly by: MatrixBy;
  readonly cell: MatrixCell;
}

/** The deals of one cell, the largest first. */
function CellDeals({ explorer, ends, by, cell }: CellDealsProps) {
  const t = text.value;
  const words = panesWords().matrix;
  const name = namer(explorer, by);
  const wanted = new Set(cell.deals);
  const rows = dealRows(explorer.shown.value.graph, explorer.facts.dataset.deals)
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (b.amountUsd ?? -1) - (a.amountUsd ?? -1));
  const title = `${name(ends.from)} → ${name(ends.to)}`;
  return (
    <section class="cell-deals" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words.close}
          onClick={() => explorer.go({ cell: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <p class="note">
        <Usd value={cell.amountUsd} />, {words.deals(cell.deals.length)}. {words.apart}
      </p>
      <ul>
        {rows.map(({ id, amountUsd }) => (
          <li key={id}>
            <ViewLink explorer={explorer} to={{ type: "deal", id }}>
              {dealTitle(explorer.facts.dataset, id, t)}
            </ViewLink>
            <span class="timeline-amount">
              <Usd value={amountUsd} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
