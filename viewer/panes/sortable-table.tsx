/** A table whose columns sort; rows are made as the reader comes near them, or all at once by a button. */
import { useEffect, useRef, useState } from "preact/hooks";
import { text } from "../text/text.js";
import { type Column, nextSort, type Sort, sorted } from "./columns.js";
import { panesWords } from "./words.js";

const FIRST_ROWS = 120;
const MORE_ROWS = 200;
/** How near to the end the reader may come before more rows are made, in pixels. */
const NEAR = 800;

interface SortableTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The key of the row that is chosen. */
  readonly chosen: string | null;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
}

export function SortableTable<Row>(props: SortableTableProps<Row>) {
  const { label, columns, rows, keyOf, chosen, sort, onSort } = props;
  const words = panesWords();
  const box = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState(FIRST_ROWS);
  const ordered = sorted(rows, columns, sort, new Intl.Collator(text.value.language).compare);
  const chosenAt = chosen === null ? -1 : ordered.findIndex((row) => keyOf(row) === chosen);
  const count = Math.max(made, chosenAt + 1);

  useEffect(() => {
    box.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const onScroll = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    if (count < ordered.length && scrollTop + clientHeight > scrollHeight - NEAR) setMade(count + MORE_ROWS);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section class="table-box" ref={box} aria-label={label} tabIndex={0} onScroll={onScroll}>
      <table class="facts" aria-rowcount={ordered.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                class={column.numeric === true ? "number-column" : ""}
                aria-sort={sort?.key === column.key ? (sort.descending ? "descending" : "ascending") : "none"}
              >
                <button type="button" onClick={() => onSort(nextSort(sort, column))}>
                  {column.heading}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, count).map((row, i) => (
            <tr
              key={keyOf(row)}
              aria-rowindex={i + 2}
              aria-current={keyOf(row) === chosen ? "true" : undefined}
            >
              {columns.map((column) => (
                <td key={column.key} class={column.numeric === true ? "number-column" : ""}>
                  {column.cell === undefined ? (column.value(row) ?? "") : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {ordered.length === 0 && <p class="pane-none">{words.none}</p>}
      {count < ordered.length && (
        <button type="button" class="more" onClick={() => setMade(ordered.length)}>
          {words.more(ordered.length - count)}
        </button>
      )}
    </section>
  );
}
