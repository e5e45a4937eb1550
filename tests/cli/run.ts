/** Runs the built command line as a user does. */
import { type ChildProcess, spawn } from "node:child_process";

export const MAIN = new URL("../../dist/cli/main.js", import.meta.url).pathname;

export interface Run {
  /** Null when a signal ended it before it could say anything. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Buffer;
  readonly cwd?: string;
  /** Leaves stdin open, as a terminal does. */
  readonly keepsStdinOpen?: boolean;
  /** Called once it runs, for instance to interrupt it. */
  readonly started?: (child: ChildProcess) => unknown;
}

export function run(
  args: readonly string[],
  { stdin, cwd, keepsStdinOpen = false, started }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      stdout += piece;
    });
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      stderr += piece;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    // What it does not read to the end is no fault of the test.
    child.stdin.on("error", () => {});
    if (stdin !== undefined) child.stdin.write(stdin);
    if (!keepsStdinOpen) child.stdin.end();
    started?.(child);
  });
}
