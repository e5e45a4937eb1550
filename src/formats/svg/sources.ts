/** Where the picture is known from: every document where there is room for them, else how many and where. */
import type { Dataset } from "../../model/dataset.js";
import { sortedIds } from "../../model/ids.js";
import type { Source } from "../../model/source.js";
import { attribute } from "../xml.js";
import { cut } from "./marks.js";
import { wordsElement } from "./words.js";

/** More documents than this are counted. */
const MOST_LISTED = 80;
const LINE = 26;
const COLUMN = 556;
/** Characters a column has room for, in the sizes of a title and of an address. */
const TITLE = 92;
const ADDRESS = 104;

export interface SourceList {
  readonly height: number;
  elements(x: number, y: number): Generator<string>;
}

/** The documents that some of these deals rest on. */
export function sourceList(deals: readonly string[], dataset: Dataset | null): SourceList {
  if (dataset === null) return words("Drawn from a graph file, which names no sources.");
  const cited = new Set(
    deals.flatMap((id) => (dataset.deals.get(id)?.evidence ?? []).map(({ source }) => source)),
  );
  const sources = sortedIds([...cited]).flatMap((id) => dataset.sources.get(id) ?? []);
  const from = `Sources: ${sources.length} ${sources.length === 1 ? "document" : "documents"}. Facts: CC BY 4.0.`;
  if (sources.length > MOST_LISTED)
    return words(`${from} Each deal's own: capital-loop show DEAL, or its card in the explorer.`);
  const rows = Math.ceil(sources.length / 2);
  return {
    height: LINE * (rows + 1),
    *elements(x, y) {
      yield wordsElement({ x, y, text: from, px: 11, weight: 600 });
      for (const [i, source] of sources.entries())
        yield* documentLines(source, x + COLUMN * Math.floor(i / rows), y + LINE * ((i % rows) + 1));
    },
  };
}

function* documentLines(
  { publisher, title, published, url, id }: Source,
  x: number,
  y: number,
): Generator<string> {
  const date = published === undefined ? "" : `, ${published}`;
  yield wordsElement({
    x,
    y: y - 4,
    text: cut(`${publisher}: ${title ?? id}`, TITLE - date.length) + date,
    px: 9.5,
  });
  if (url === undefined) return;
  const address = wordsElement({ x, y: y + 7, text: cut(url, ADDRESS), px: 8.5, muted: true });
  yield `<a${attribute("href", url)}>${address.trimEnd()}</a>\n`;
}

function words(text: string): SourceList {
  return {
    height: LINE,
    *elements(x, y) {
      yield wordsElement({ x, y, text, px: 11, muted: true });
    },
  };
}
