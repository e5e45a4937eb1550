/**
 * The files of a folder, held in memory as they are served: read once, so that a request costs no disk, and what
 * is sent stays of one piece when the folder is built anew meanwhile.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** One file: its bytes, a name that changes with them, and the headers that tell of them. */
export interface ServedFile {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css;charset=utf-8",
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A file as it is served under a name that ends in its type. */
export function servedFile(name: string, body: Buffer): ServedFile {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return {
    body,
    etag,
    headers: {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Content-Length": String(body.length),
      // The explorer may be another one tomorrow at this address: asked for again, and not sent again.
      "Cache-Control": "no-cache",
      ETag: etag,
    },
  };
}

/**
 * The files of a folder by their paths, such as `/assets/main.js`; `/` is `/index.html`. Hidden ones are left out,
 * and so is whatever is no file, such as a link.
 */
export function servedFiles(folder: string): Map<string, ServedFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, ServedFile>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const steps = relative(folder, path).split(sep);
    if (!entry.isFile() || steps.some((step) => step.startsWith("."))) continue;
    files.set(`/${steps.join("/")}`, servedFile(entry.name, readFileSync(path)));
  }
  const first = files.get("/index.html");
  if (first !== undefined) files.set("/", first);
  return files;
}
