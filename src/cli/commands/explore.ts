/** `explore`: the explorer in a browser on this machine. */
import { builtDocuments } from "../../node/built-documents.js";
import { serveExplorer } from "../../node/serve.js";
import { command } from "../command.js";
import { OUTPUT_OPTIONS, SOURCE_OPTIONS } from "../options.js";
import { usageError, wholeNumber } from "../usage.js";

/** Vite's port for built sites, which people who run this from a checkout know. */
const DEFAULT_PORT = 4173;
const LAST_PORT = 65_535;

export const explore = command({
  summary: "serve the explorer on 127.0.0.1 and print its address (also without a command)",
  example: "capital-loop explore --open",
  options: {
    port: {
      type: "string",
      value: "N",
      help: `the port; ${DEFAULT_PORT} unless given, 0 picks a free one`,
      example: "--port 0",
    },
    data: SOURCE_OPTIONS.data,
    embed: {
      type: "string",
      multiple: true,
      value: "ORIGIN",
      help: "pages of this origin may show it in a frame; none unless given",
      example: "--embed https://example.org",
    },
    open: { type: "boolean", help: "open it in the browser", example: "--open" },
    quiet: OUTPUT_OPTIONS.quiet,
  },
  heedsInterrupt: true,
  async run(values, _args, out) {
    const port = wholeNumber("port", values.port ?? String(DEFAULT_PORT), 0, 8080);
    if (port > LAST_PORT)
      throw usageError(`--port: ${port} is no port; give 0 to ${LAST_PORT}, such as --port ${DEFAULT_PORT}`);
    const documents = values.data === undefined ? undefined : (await builtDocuments(values.data)).texts;
    const explorer = await serveExplorer({ port, documents, embedIn: values.embed });
    await out.write(`Capital Loop explorer: ${explorer.url}\n`);
    out.note("Ctrl-C ends it");
    if (values.open) await openInBrowser(explorer.url, (error) => out.note(notOpened(error)));
    if (!out.signal.aborted)
      await new Promise((resolve) => out.signal.addEventListener("abort", resolve, { once: true }));
    // Ctrl-C is how a server ends; nothing was cut short.
    await explorer.close();
    return 0;
  },
});

/** Asks the machine to open an address. Whether it can is often only known after it was asked. */
async function openInBrowser(url: string, failed: (error: Error) => void): Promise<void> {
  try {
    const { default: open } = await import("open");
    const browser = await open(url);
    browser.once("error", failed);
    browser.once("exit", (code) => {
      if (code !== null && code !== 0) failed(new Error(`the opener ended with ${code}`));
    });
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
  }
}

function notOpened({ message }: Error): string {
  return `no browser was opened (${message.split("\n")[0]}); open the address yourself`;
}
