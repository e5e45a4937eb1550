/** Changes as an Atom feed (RFC 4287): one entry a record, so that a reader follows what it watches. */
import type { DatasetChanges } from "../../model/changes.js";
import { escaped } from "../xml.js";
import { type ChangeRow, changeRows, NOUNS } from "./rows.js";

export interface AtomOptions {
  /** Where the feed is published; it then names itself, as feed readers like it. */
  readonly url?: string | undefined;
}

/**
 * A feed whose entries bear the later version's as-of day: facts are dated by day, and the same changes give the
 * same bytes.
 *
 * @remarks Ids are `urn:capital-loop:<version>:<sort>:<id>:<fate>`, so that a record changed again is a new entry.
 */
export function changesToAtom(changes: DatasetChanges, { url }: AtomOptions = {}): string {
  const { from, to } = changes;
  const updated = `${to.asOf}T00:00:00Z`;
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom">`,
    `  <id>${escaped(url ?? `urn:capital-loop:${encodeURIComponent(to.version)}`)}</id>`,
    `  <title>Capital Loop: changes from ${escaped(from.version)} to ${escaped(to.version)}</title>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>Capital Loop</name></author>`,
    ...(url === undefined ? [] : [`  <link rel="self" href="${escaped(url)}"/>`]),
    ...changeRows(changes).flatMap((row) => entry(row, to.version, updated)),
    `</feed>`,
  ];
  return `${lines.join("\n")}\n`;
}

function entry({ sort, fate, id, title, lines }: ChangeRow, version: string, updated: string): string[] {
  const urn = ["urn:capital-loop", version, sort, id, fate].map((part, i) =>
    i === 0 ? part : encodeURIComponent(part),
  );
  const text = [id, ...lines].join("\n");
  return [
    `  <entry>`,
    `    <id>${urn.join(":")}</id>`,
    `    <title>${escaped(`${NOUNS[sort]} ${fate}: ${title}`)}</title>`,
    `    <updated>${updated}</updated>`,
    `    <category term="${sort}"/>`,
    `    <category term="${fate}"/>`,
    `    <content type="text">${escaped(text)}</content>`,
    `  </entry>`,
  ];
}
