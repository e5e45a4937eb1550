/** The figures of a chart as a table: for who hears them, and to be copied. */
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import type { ChartRow } from "./chart-rows.js";
import { Said } from "./said.js";
import { SourceLinks } from "./source-links.js";

interface ChartTableProps {
  readonly label: string;
  readonly rows: readonly ChartRow[];
}

export function ChartTable({ label, rows }: ChartTableProps) {
  const { columns } = FIGURES_WORDS[text.value.language];
  return (
    <table>
      <caption class="hidden-words">{label}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, period, figure, sources, note }) => (
          <tr key={id}>
            <th scope="row">
              <Said said={period} />
            </th>
            <td>
              <Said said={figure} />
            </td>
            <td>
              <SourceLinks sources={sources} />
              {note !== null && (
                <span class="note" lang="en">
                  {" "}
                  · {note}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
