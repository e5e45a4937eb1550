/** `explore` from outside: it says where it is, answers there, and ends with Ctrl-C. */
import type { ChildProcess } from "node:child_process";
import { expect, test } from "vitest";
import { SMALL_WORLD, spoiltWorld } from "../small-world.js";
import { type Run, run } from "./run.js";

/** Runs until its address is known, does something there, then presses Ctrl-C. */
async function exploring(args: readonly string[], visit: (url: string) => Promise<void>): Promise<Run> {
  let visited: Promise<void> = Promise.resolve();
  const started = (child: ChildProcess) =>
    child.stdout?.once("data", (text: string) => {
      const url = /http:\/\/\S+/.exec(text)?.[0] ?? "";
      visited = visit(url).finally(() => child.kill("SIGINT"));
    });
  const ended = await run(args, { started, keepsStdinOpen: true });
  await visited;
  return ended;
}

test.each([[["explore", "--port", "0"]], [["--port", "0"]]])(
  "%j serves the explorer and its facts",
  async (args) => {
    const pages: [number, string][] = [];

    const { code, stdout, stderr } = await exploring(args, async (url) => {
      for (const path of ["", "core.json", "details.json", "layout.json", "nowhere"]) {
        const response = await fetch(url + path);
        pages.push([response.status, response.headers.get("content-type") ?? ""]);
        await response.arrayBuffer();
      }
    });

    expect(stdout).toMatch(/^Capital Loop explorer: http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(stderr).toBe("Ctrl-C ends it\n");
    expect(code).toBe(0);
    expect(pages).toEqual([
      [200, "text/html;charset=utf-8"],
      [200, "application/json"],
      [200, "application/json"],
      [200, "application/json"],
      [404, "text/plain; charset=utf-8"],
    ]);
  },
);

test("a port in use is said in one line", async () => {
  let second: Run | undefined;
  await exploring(["--port", "0"], async (url) => {
    second = await run(["explore", "--port", new URL(url).port]);
  });

  expect(second?.code).toBe(1);
  expect(second?.stderr).toMatch(/^--port: \d+ is in use; --port 0 picks a free one\n$/);
});

test("the facts of another folder are explored with --data, once they hold", async () => {
  let version = "";
  await exploring(["explore", "--port", "0", "--data", SMALL_WORLD], async (url) => {
    const facts = (await (await fetch(`${url}core.json`)).json()) as { about: { version: string } };
    version = facts.about.version;
  });
  const world = spoiltWorld([["deals/2032/cloud-bond.yaml", "kind: bond", "kind: bnd"]]);
  const spoilt = await run(["explore", "--port", "0", "--data", world.dir]);
  world.remove();

  expect(version).toBe("2032.6.30");
  expect([spoilt.code, spoilt.stdout]).toEqual([1, ""]);
  expect(spoilt.stderr).toContain('cloud-bond.yaml:1:7 kind: "bnd" is not known here');
});
