/** The built explorer in a real Chromium: one server and one browser a test file. */
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { serveExplorer } from "../../src/node/serve.js";
import { findBrowser } from "./install.js";

/**
 * Software rendering, so that WebGL works on a machine without a display; and nothing that would call
 * home, so that a test sees only the page's own requests.
 */
const ARGUMENTS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** What `npm run build` leaves. */
const BUILT = fileURLToPath(new URL("../../dist/viewer", import.meta.url));

export interface Explorer {
  /** The address of the page, with a slash at its end. */
  readonly url: string;
  readonly browser: Browser;
  /** A page of its own, at an address below the explorer's; `before` meets it while it is still empty. */
  open(
    path?: string,
    options?: BrowserContextOptions,
    before?: (page: Page) => Promise<unknown>,
  ): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** A page, and all that went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors, uncaught errors, and requests to any other address. */
  readonly complaints: readonly string[];
}

/** Starts the explorer and a browser; `withoutWebGl` turns the graphics off. */
export async function startExplorer({ withoutWebGl = false } = {}): Promise<Explorer> {
  const server = await serveExplorer({ port: 0, folder: BUILT });
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "",
    args: withoutWebGl
      ? [...ARGUMENTS.filter((word) => !word.includes("swiftshader")), "--disable-gpu", "--disable-3d-apis"]
      : ARGUMENTS,
  });
  return {
    url: server.url,
    browser,
    async open(path = "", options = {}, before = async () => undefined) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        const address = request.url();
        if (!address.startsWith(server.url) && !/^(data|blob):/.test(address))
          complaints.push(`request to ${address}`);
      });
      await before(page);
      await page.goto(server.url + path);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
