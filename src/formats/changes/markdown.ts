/** Changes as Markdown, for release notes. */
import { CHANGED_SORTS, type DatasetChanges } from "../../model/changes.js";
import { type ChangeRow, changeRows, FATES, NOUNS } from "./rows.js";

/** One section a sort of record, one list a fate; the same changes give the same bytes. */
export function changesToMarkdown(changes: DatasetChanges): string {
  const { from, to } = changes;
  const rows = changeRows(changes);
  const sections = CHANGED_SORTS.flatMap((sort) =>
    FATES.flatMap((fate) => {
      const some = rows.filter((row) => row.sort === sort && row.fate === fate);
      if (some.length === 0) return [];
      return [`## ${some.length} ${nounOf(sort, some.length)} ${fate}\n\n${some.map(item).join("\n")}\n`];
    }),
  );
  const head = `# Changes from ${from.version} (as of ${from.asOf}) to ${to.version} (as of ${to.asOf})\n`;
  return [head, ...(sections.length === 0 ? ["Nothing changed.\n"] : sections)].join("\n");
}

function nounOf(sort: ChangeRow["sort"], count: number): string {
  return count === 1 ? NOUNS[sort] : sort === "observations" ? "figures" : sort;
}

function item({ id, title, lines }: ChangeRow): string {
  const own = title === id ? `\`${id}\`` : `\`${id}\` ${plain(title)}`;
  return [`- ${own}`, ...lines.map((line) => `  - ${plain(line)}`)].join("\n");
}

/** A text in which nothing is a mark of Markdown or HTML. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>#|~]/g, "\\$&");
}
