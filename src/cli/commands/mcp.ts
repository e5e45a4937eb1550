/** `mcp`: the facts as tools for an assistant, over stdin and stdout. */
import { stdin, stdout } from "node:process";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CapitalLoopError } from "../../errors.js";
import { buildGraph } from "../../graph/build.js";
import { HIT_TYPES, indexNames } from "../../model/search.js";
import { loadDataset } from "../../node/load-dataset.js";
import { command } from "../command.js";
import { mcpServer } from "../mcp/server.js";
import { OUTPUT_OPTIONS, SOURCE_OPTIONS } from "../options.js";
import { version } from "../version.js";

/** A question is a few hundred bytes; whoever sends more than this without a line's end asks none. */
const MOST_BYTES = 2 ** 20;

export const mcp = command({
  summary: "answer an assistant's questions over stdin and stdout (Model Context Protocol)",
  example: "capital-loop mcp --data graph-data",
  options: { data: SOURCE_OPTIONS.data, quiet: OUTPUT_OPTIONS.quiet },
  heedsInterrupt: true,
  async run(values, _args, out) {
    const dataset = await loadDataset(values.data);
    const facts = { dataset, whole: buildGraph(dataset), names: indexNames(dataset, HIT_TYPES) };
    const server = mcpServer(facts, version());
    const ended = new Promise<void>((resolve, reject) => {
      // The client ends the talk by closing our stdin.
      stdin.once("end", resolve);
      out.signal.addEventListener("abort", () => resolve(), { once: true });
      server.server.onclose = () => reject(tooLong());
    });
    server.server.onerror = (error) => {
      const kind = error instanceof SyntaxError ? "JSON" : error.name === "ZodError" ? "JSON-RPC 2.0" : null;
      // Anything else ends the talk, and is said then.
      if (kind !== null)
        out.note(`stdin: a line that is no ${kind} was passed over; send one message a line`);
    };
    await server.connect(new StdioServerTransport(stdin, stdout, { maxBufferSize: MOST_BYTES }));
    if (out.isTerminal) out.note("this speaks to programs, not to people; Ctrl-C ends it");
    if (!out.signal.aborted) await ended;
    await server.close();
    return 0;
  },
});

/** The transport ends the talk itself for one reason alone. */
function tooLong(): CapitalLoopError {
  return new CapitalLoopError(
    "unreadable",
    "stdin: more than 1 MB without the end of a line; send one message a line",
  );
}
