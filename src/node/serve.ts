/** The explorer on this machine: built files over HTTP, to this machine's browsers and nobody else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { CapitalLoopError } from "../errors.js";
import { type ServedFile, servedFile, servedFiles } from "./served-files.js";

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
 * @remarks Every file is read once, when it starts: some 3 MB.
 * @example
 * const explorer = await serveExplorer({ port: 0 });
 * await (await fetch(explorer.url)).text();
 * await explorer.close();
 */
export async function serveExplorer(options: ServeOptions): Promise<RunningExplorer> {
  const { port, folder = BUILT, documents = new Map<string, string>(), embedIn = [] } = options;
  checkOrigins(embedIn);
  const files = filesOf(folder);
  for (const [name, text] of documents) files.set(`/${name}`, servedFile(name, Buffer.from(text)));
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

function filesOf(folder: string): Map<string, ServedFile> {
  try {
    const files = servedFiles(folder);
    if (files.has("/")) return files;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code !== "ENOENT")
      throw new CapitalLoopError("unreadable", `${folder}: it cannot be read (${code}); check who owns it`);
  }
  throw new CapitalLoopError("unreadable", `${folder}: the explorer is not built; run: npm run build`);
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
  readonly files: ReadonlyMap<string, ServedFile>;
  readonly headers: Readonly<Record<string, string>>;
}

function answer(request: IncomingMessage, response: ServerResponse, { files, headers }: Answers): void {
  const say = (status: number, text: string, more: Readonly<Record<string, string>> = {}) => {
    response.writeHead(status, { ...headers, ...more, "Content-Type": "text/plain; charset=utf-8" });
    response.end(`${text}\n`);
  };
  const path = plainPath(request.url ?? "");
  if (!isOwnHost(request.headers.host, request.socket.localPort)) {
    say(403, "This address serves only pages opened from it.");
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    say(405, "Only GET and HEAD are answered here.", { Allow: "GET, HEAD" });
  } else if (path === null) {
    say(400, "This is no path of the explorer.");
  } else {
    const file = files.get(path);
    if (file === undefined) say(404, "There is nothing here. The explorer is at /");
    else send(request, response, file, headers);
  }
}

/** A whole file, whatever range of it was asked for: they are small. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  { body, etag, headers: own }: ServedFile,
  headers: Answers["headers"],
): void {
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, { ...headers, ETag: etag, "Cache-Control": own["Cache-Control"] }).end();
    return;
  }
  response.writeHead(200, { ...headers, ...own });
  response.end(request.method === "HEAD" ? undefined : body);
}

function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  if (host === undefined) return false;
  const own = [ADDRESS, "localhost", "[::1]"].flatMap((name) =>
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  return own.includes(host.toLowerCase());
}

/** The path of an address without its query; null for one that goes up, however it is written. */
function plainPath(url: string): string | null {
  const [path = ""] = url.split(/[?#]/);
  try {
    const plain = decodeURIComponent(path);
    return path.startsWith("/") && !/\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(plain) ? plain : null;
  } catch {
    return null;
  }
}
