/** The explorer on this machine: built files over HTTP, to this machine's browsers and nobody else. */
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { CapitalLoopError } from "../errors.js";

/** Where the explorer is served, what of, and who may frame it. */
export interface ServeOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** The built explorer; the one of this package unless given. */
  readonly folder?: string | undefined;
  /** JSON to serve in place of files of the folder, by their names: the facts of another folder. */
  readonly documents?: ReadonlyMap<string, string> | undefined;
  /** Origins whose pages may show the explorer in a frame, such as `https://example.org`; none unless given. */
  readonly embedIn?: readonly string[] | undefined;
}

/** An explorer that is being served. */
export interface RunningExplorer {
  readonly url: string;
  /** Lets go of the port and of every open connection. */
  close(): Promise<void>;
}

type Files = ReturnType<typeof sirv>;

const ADDRESS = "127.0.0.1";
const BUILT = fileURLToPath(new URL("../viewer", import.meta.url));

/** A browser opens a handful of connections; a page that opens hundreds is none of ours. */
const MOST_CONNECTIONS = 256;
/** Whoever takes longer to ask for a file than this is not asking for one. */
const REQUEST_MS = 10_000;

/** What a page may load, and who may frame it: nothing from, and nobody, elsewhere. */
function headersFor(embedIn: readonly string[]): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embedIn.length === 0 ? "'none'" : embedIn.join(" ")}`,
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    // Browsers of old know only this; it cannot name an origin.
    ...(embedIn.length === 0 ? { "X-Frame-Options": "DENY" } : {}),
  };
}

/** @throws CapitalLoopError `invalid-query` for what is no origin, and so could add a rule of its own. */
function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin && /^https?:/.test(origin)) continue;
    throw new CapitalLoopError(
      "invalid-query",
      `embed: "${origin}" is no origin; write it like https://example.org, without a path`,
    );
  }
}

/**
 * Serves the explorer until it is closed.
 *
 * A page elsewhere can point its own name at 127.0.0.1 and so reach this port; its requests carry that name
 * in `Host`, and are refused.
 *
 * @throws CapitalLoopError `unreadable` when the explorer is not built; `unavailable` when the port cannot be had;
 * `invalid-query` for an `embedIn` that is no origin.
 */
export async function serveExplorer(options: ServeOptions): Promise<RunningExplorer> {
  const { port, folder = BUILT, documents = new Map<string, string>(), embedIn = [] } = options;
  checkOrigins(embedIn);
  if (!existsSync(`${folder}/index.html`))
    throw new CapitalLoopError("unreadable", `${folder}: the explorer is not built; run: npm run build`);
  const built = sirv(folder, { dev: false, etag: true, single: false, dotfiles: false });
  const files: Files = (request, response, next) => {
    const document = documents.get((request.url ?? "").split("?")[0]?.slice(1) ?? "");
    if (document === undefined) return built(request, response, next);
    response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    response.end(document);
  };
  const headers = headersFor(embedIn);
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) =>
    answer(request, response, { files, headers }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, port);
  return {
    url: `http://${ADDRESS}:${portOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is in use" : `cannot be had (${error.code})`;
      reject(new CapitalLoopError("unavailable", `--port: ${port} ${why}; --port 0 picks a free one`));
    });
    server.listen(port, ADDRESS, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

interface Answers {
  readonly files: Files;
  readonly headers: Readonly<Record<string, string>>;
}

function answer(request: IncomingMessage, response: ServerResponse, { files, headers }: Answers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const say = (status: number, text: string) => {
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(`${text}\n`);
  };
  if (!isOwnHost(request.headers.host, request.socket.localPort)) {
    say(403, "This address serves only pages opened from it.");
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    say(405, "Only GET and HEAD are answered here.");
  } else if (!isPlainPath(request.url ?? "")) {
    say(400, "This is no path of the explorer.");
  } else {
    // The file server would throw on a range that ends before it starts; whole files are small enough.
    delete request.headers.range;
    // A file that went away after the start fails while it is sent.
    response.on("pipe", (file) => file.on("error", () => response.destroy()));
    files(request, response, () => say(404, "There is nothing here. The explorer is at /"));
  }
}

function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  if (host === undefined) return false;
  const own = [ADDRESS, "localhost", "[::1]"].flatMap((name) =>
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  return own.includes(host.toLowerCase());
}

/** Whether a path only goes down, however it is written. */
function isPlainPath(url: string): boolean {
  const [path = ""] = url.split(/[?#]/);
  try {
    const plain = decodeURIComponent(path);
    return path.startsWith("/") && !/\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(plain);
  } catch {
    return false;
  }
}
