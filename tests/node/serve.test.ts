/** The explorer's server: what it gives, to whom, and what it refuses. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningExplorer, serveExplorer } from "../../src/node/serve.js";

const root = mkdtempSync(join(tmpdir(), "capital-loop-"));
const folder = join(root, "viewer");
let explorer: RunningExplorer;
let port: number;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Capital Loop</title>");
  writeFileSync(join(folder, "assets/main.js"), "export {};");
  writeFileSync(join(folder, "dataset.json"), "{}");
  writeFileSync(join(folder, ".env"), "secret");
  writeFileSync(join(root, "outside.txt"), "secret");
  symlinkSync(join(root, "outside.txt"), join(folder, "link.txt"));
  explorer = await serveExplorer({ port: 0, folder });
  port = Number(new URL(explorer.url).port);
});
afterAll(async () => {
  await explorer.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** The first line of the answer to a request written by hand, which no client would send. */
function askRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(text));
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (piece: string) => {
      answer += piece;
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("what is there", () => {
  test.each([
    ["/", "text/html;charset=utf-8", "<!doctype html><title>Capital Loop</title>"],
    ["/?layer=chips", "text/html;charset=utf-8", "<!doctype html><title>Capital Loop</title>"],
    ["/assets/main.js", "text/javascript", "export {};"],
    ["/dataset.json", "application/json", "{}"],
  ])("%s", async (path, type, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, headers: { "content-type": type }, body });
  });

  test("is asked about without its body by HEAD, and not sent twice", async () => {
    const head = await ask("/", { method: "HEAD" });
    const etag = head.headers.etag ?? "";
    const again = await ask("/", { headers: { "if-none-match": `"other", W/${etag}` } });
    const another = await ask("/assets/main.js", { headers: { "if-none-match": etag } });

    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(another.status).toBe(200);
    expect(head).toMatchObject({ status: 200, body: "" });
    expect(again).toMatchObject({ status: 304, headers: { etag, "cache-control": "no-cache" }, body: "" });
  });

  test("comes with headers that load nothing from elsewhere", async () => {
    const { headers } = await ask("/");

    expect(headers).toMatchObject({
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("is not asked of anything else: the rest is a plain 404", async () => {
    const missing = await ask("/nowhere");

    expect(missing).toMatchObject({
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: "There is nothing here. The explorer is at /\n",
    });
    expect((await ask("/.env")).status).toBe(404);
    expect((await ask("/assets/")).status).toBe(404);
  });
});

describe("who may ask", () => {
  test.each(["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])("%s", async (name) => {
    expect((await ask("/", { headers: { host: `${name}:${port}` } })).status).toBe(200);
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "localhost"])(
    "not a page that calls us %j",
    async (host) => {
      expect(await ask("/", { headers: { host } })).toMatchObject({ status: 403 });
    },
  );

  test("not one who names nobody", async () => {
    expect(await askRaw("GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /);
    expect(await askRaw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("only by GET and HEAD", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      expect(await ask("/", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
    }
  });
});

describe("what lies outside", () => {
  test.each([
    "/../outside.txt",
    "/assets/../../outside.txt",
    "/%2e%2e/outside.txt",
    "/%2E%2E%2Foutside.txt",
    "/..%5coutside.txt",
    "/..\\outside.txt",
    "/index.html%00.txt",
    "/%",
    "http://127.0.0.1/outside.txt",
    "//../outside.txt",
    "/link.txt",
  ])("%s is refused", async (path) => {
    const answer = await askRaw(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    );

    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain("secret");
  });
});

test("the facts of another folder stand in for the built ones", async () => {
  const documents = new Map([["dataset.json", '{"mine":true}']]);
  const other = await serveExplorer({ port: 0, folder, documents });

  const facts = await fetch(`${other.url}dataset.json?v=1`);
  const page = await fetch(other.url);

  expect(facts.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await facts.json()).toEqual({ mine: true });
  expect(page.status).toBe(200);
  await other.close();
});

test("pages of an origin that is named may frame it, and nobody else's", async () => {
  const other = await serveExplorer({
    port: 0,
    folder,
    embedIn: ["https://example.org", "http://localhost:8080"],
  });

  const { headers } = await fetch(other.url);
  await other.close();

  expect(headers.get("content-security-policy")).toMatch(
    /; frame-ancestors https:\/\/example\.org http:\/\/localhost:8080$/,
  );
  expect(headers.get("x-frame-options")).toBeNull();
});

test.each([
  "*",
  "example.org",
  "https://example.org/page",
  "https://a.example; script-src *",
  "data:x",
  "null",
])("%j is no origin, and adds no rule of its own", async (origin) => {
  await expect(serveExplorer({ port: 0, folder, embedIn: [origin] })).rejects.toThrow(
    /^embed: ".*" is no origin; write it like https:\/\/example\.org, without a path$/,
  );
});

test("headers or a path of more than 16 kB are refused, and the server goes on", async () => {
  expect((await ask("/", { headers: { cookie: "x".repeat(20_000) } })).status).toBe(431);
  expect((await ask(`/${"x".repeat(20_000)}`)).status).toBe(431);
  expect((await ask("/")).status).toBe(200);
});

test("a range is not heeded: a file comes whole, whatever was asked for of it", async () => {
  for (const range of ["bytes=0-3", "bytes=9-3", "bytes=-1"]) {
    const answer = await ask("/", { headers: { range } });

    expect(answer).toMatchObject({ status: 200, body: "<!doctype html><title>Capital Loop</title>" });
  }
});

test("what is served is what was there at the start, also when the folder is built anew meanwhile", async () => {
  rmSync(join(folder, "assets/main.js"));
  writeFileSync(join(folder, "assets/later.js"), "export {};");

  expect(await ask("/assets/main.js")).toMatchObject({ status: 200, body: "export {};" });
  expect((await ask("/assets/later.js")).status).toBe(404);
});

test.each([
  ["nowhere", "nowhere: the explorer is not built; run: npm run build"],
  ["outside.txt", "outside.txt: it cannot be read (ENOTDIR); check who owns it"],
  ["empty", "empty: the explorer is not built; run: npm run build"],
])("%s is no explorer, which is said in one line", async (name, line) => {
  mkdirSync(join(root, "empty"), { recursive: true });

  await expect(serveExplorer({ port: 0, folder: join(root, name) })).rejects.toThrow(line);
});

test("a port in use, or an explorer that is not built, is said in one line", async () => {
  await expect(serveExplorer({ port, folder })).rejects.toThrow(
    `--port: ${port} is in use; --port 0 picks a free one`,
  );
  await expect(serveExplorer({ port: 0, folder: root })).rejects.toThrow(
    `${root}: the explorer is not built; run: npm run build`,
  );
});

test("closing lets go of the port, open connections and all", async () => {
  const other = await serveExplorer({ port: 0, folder });
  const socket = connect(Number(new URL(other.url).port), "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));

  await other.close();

  await expect(fetch(other.url)).rejects.toThrow();
  socket.destroy();
});
