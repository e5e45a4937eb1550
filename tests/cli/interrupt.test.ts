/** Ctrl-C: a search ends with what it has found, and says that this is not all. */
import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import { CountShape, LoopsShape } from "./contract.js";
import { run } from "./run.js";

const FLOW_S = new URL("../graphs/flow-s.txt", import.meta.url).pathname;

/** Loops without a bound: far more than anybody could wait for. */
const ENDLESS = ["loops", "--graph", FLOW_S, "--max-length", "none"];

/** Presses Ctrl-C once the search says how to end it. */
const interruptOnceTold = {
  started: (child: ChildProcess) =>
    child.stderr?.on("data", (text: string) => {
      if (text.includes("Ctrl-C ends it")) child.kill("SIGINT");
    }),
};

describe("Ctrl-C during a search", () => {
  test("counts what was found", async () => {
    const { code, stdout, stderr } = await run(
      [...ENDLESS, "--count", "--format", "json"],
      interruptOnceTold,
    );

    const { count, truncated } = CountShape.parse(JSON.parse(stdout));
    expect([code, truncated]).toEqual([130, true]);
    expect(count).toBeGreaterThan(0);
    expect(stderr).toBe(
      "still searching; Ctrl-C ends it and prints what was found by then\ninterrupted: there may be more\n",
    );
  });

  test("lists what was found, as one whole document", async () => {
    const { code, stdout } = await run(
      [...ENDLESS, "--rank", "total", "--top", "3", "--format", "json"],
      interruptOnceTold,
    );

    const document = LoopsShape.parse(JSON.parse(stdout));
    expect(code).toBe(130);
    expect(document).toMatchObject({ truncated: true, reason: "aborted", complete: false });
    expect(document.loops).toHaveLength(3);
  });

  test("marks lines of JSON by a last one", async () => {
    const { code, stdout } = await run(
      [...ENDLESS, "--rank", "total", "--top", "1", "--format", "ndjson"],
      interruptOnceTold,
    );

    const [loop, mark, ...rest] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(130);
    expect(loop).toHaveProperty("bottleneckUsd");
    expect(mark).toMatchObject({ truncated: true, reason: "aborted" });
    expect(rest).toEqual([]);
  });
});

/** Ctrl-C before the graph is there: stdin stays open, as a terminal does. */
const awaiting = {
  stdin: "a b\n",
  keepsStdinOpen: true,
  started: (child: ChildProcess) => setTimeout(() => child.kill("SIGINT"), 2000),
};

test("Ctrl-C while the graph is still awaited gives an empty result, not silence", async () => {
  const { code, stdout } = await run(["loops", "--graph", "-", "--format", "json"], awaiting);

  expect(code).toBe(130);
  expect(LoopsShape.parse(JSON.parse(stdout))).toMatchObject({
    truncated: true,
    reason: "aborted",
    loops: [],
  });
});

test("Ctrl-C ends at once what has nothing to save", async () => {
  expect(await run(["export", "--graph", "-", "--to", "json"], awaiting)).toEqual({
    code: 130,
    stdout: "",
    stderr: "",
  });
});

test("a reader that has seen enough ends it quietly", async () => {
  const { code, stderr } = await run(["loops", "--graph", FLOW_S, "--format", "ndjson"], {
    started: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
  });

  expect([code, stderr]).toEqual([0, ""]);
});
