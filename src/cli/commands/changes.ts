/** `changes`: what was added, removed and corrected between two versions of the facts. */
import { CHANGE_FORMATS, type ChangeFormat } from "../../formats/changes.js";
import { datasetChanges } from "../../model/changes.js";
import { loadVersion } from "../../node/load-version.js";
import { writeWhole } from "../../node/write-file.js";
import { command } from "../command.js";
import { OUTPUT_OPTIONS } from "../options.js";
import { oneOf, usageError } from "../usage.js";

const NAMES = Object.keys(CHANGE_FORMATS) as ChangeFormat[];

export const changes = command({
  summary: "what was added, removed and corrected between two versions of the facts",
  takes: "FROM TO",
  arguments: [2, 2],
  example: "capital-loop changes old/dataset.json graph-data --format atom --out changes.atom",
  options: {
    format: {
      type: "string",
      value: "FORMAT",
      help: `one of ${NAMES.join(", ")}; markdown unless given`,
      example: "--format atom",
    },
    url: {
      type: "string",
      value: "URL",
      help: "atom: where the feed is published",
      example: "--url https://example.org/changes.atom",
    },
    out: {
      type: "string",
      value: "PATH",
      help: "the file; stdout unless given, or with -",
      example: "--out changes.md",
    },
    quiet: OUTPUT_OPTIONS.quiet,
  },
  async run(values, [from = "", to = ""], out) {
    const format = oneOf("format", values.format ?? "markdown", NAMES);
    const url = values.url;
    if (url !== undefined && !/^https?:$/.test(protocolOf(url)))
      throw usageError(`--url: "${url}" is no address; write it like https://example.org/changes.atom`);
    const found = datasetChanges(await loadVersion(from), await loadVersion(to));
    const text = CHANGE_FORMATS[format](found, { url });
    if (values.out === undefined || values.out === "-") await out.write(text);
    else {
      await writeWhole(values.out, [text]);
      out.note(`${values.out}: changes from ${found.from.version} to ${found.to.version}`);
    }
    return 0;
  },
});

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : "";
}
