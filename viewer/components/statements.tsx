/** What was said by an entity or of it, the latest first, each with who said it and where. */
import type { Dataset } from "../../src/model/dataset.js";
import { firstDay } from "../../src/model/dates.js";
import { STATEMENT_KINDS, type StatementRecord } from "../../src/model/statement.js";
import { SourceLinks } from "../charts/source-links.js";
import { fullName } from "../names.js";
import { text } from "../text/text.js";
import { OnFile } from "./on-file.js";

interface StatementsProps {
  readonly title: string;
  readonly dataset: Dataset;
  readonly statements: readonly StatementRecord[];
}

export function Statements({ title, dataset, statements }: StatementsProps) {
  const t = text.value;
  if (statements.length === 0) return null;
  const dayOf = ({ on }: StatementRecord) => (on === undefined ? "" : firstDay(on));
  const latest = [...statements].sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || (a.id < b.id ? -1 : 1));
  return (
    <details class="fold">
      <summary>
        {title} <span class="note">{statements.length}</span>
      </summary>
      <ul class="plain">
        {latest.map((statement) => {
          const { id, speaker, kind, what, on, evidence } = statement;
          const name = dataset.speakers.get(speaker)?.name ?? null;
          const sources = evidence.flatMap(({ source }) => dataset.sources.get(source) ?? []);
          return (
            <li key={id}>
              {name === null ? fullName(dataset, speaker, t) : <OnFile>{name}</OnFile>}{" "}
              {STATEMENT_KINDS[kind][t.language]}: <OnFile>{what}</OnFile>{" "}
              {on !== undefined && (
                <span class="note">
                  {t.month(on)}
                  {t.comma}
                </span>
              )}
              <SourceLinks sources={sources} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
