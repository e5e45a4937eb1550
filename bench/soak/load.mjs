/** Requests to the explorer on this machine, at a steady rate: every file of it in turn, and one that is not there. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = new URL("../../", import.meta.url).pathname;
const VIEWER = join(ROOT, "dist/viewer");

/** What is asked for, with how many bytes it is; null is not there. */
function everyFile() {
  const names = readdirSync(VIEWER, { recursive: true }).filter((name) =>
    statSync(join(VIEWER, name)).isFile(),
  );
  return [
    ["", statSync(join(VIEWER, "index.html")).size],
    ...names.map((name) => [name, statSync(join(VIEWER, name)).size]),
    ["nowhere", null],
  ];
}

/** The command as a user runs it, in a process of its own; resolves once it has said its address. */
async function explorer() {
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), "explore", "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const url = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the explorer ended with ${code}`)));
    child.stdout.once("data", (piece) => resolve(/http\S+/.exec(String(piece))?.[0]));
  });
  return { url, child };
}

/** Seconds of processor that a process has used; null where the system does not say. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/**
 * Asks so many times a second for so many seconds, on the clock, whether or not the answers keep up.
 *
 * @returns how many were asked and answered otherwise than they should be, how long they took from the moment
 * they were due, and the processor time of the server for each.
 */
export async function load(rate, seconds) {
  const { url, child } = await explorer();
  const files = everyFile();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times = [];
  let wrong = 0;
  const ask = ([path, bytes], due) =>
    new Promise((resolve) => {
      const request = get(url + path, { agent }, (response) => {
        let got = 0;
        response.on("data", (piece) => {
          got += piece.length;
        });
        response.on("end", () => {
          const { statusCode } = response;
          if (bytes === null ? statusCode !== 404 : statusCode !== 200 || got !== bytes) wrong++;
          resolve(times.push(performance.now() - due));
        });
      });
      request.on("error", () => resolve(wrong++));
    });
  const all = [];
  const before = cpuSeconds(child.pid);
  const started = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = started + (n * 1000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    all.push(ask(files[n % files.length], due));
  }
  await Promise.all(all);
  const tookSeconds = (performance.now() - started) / 1000;
  const after = cpuSeconds(child.pid);
  agent.destroy();
  child.removeAllListeners("exit");
  child.kill("SIGTERM");
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return {
    asked: all.length,
    wrong,
    tookSeconds,
    medianMs: at(0.5),
    p99Ms: at(0.99),
    serverCpuMs: before === null || after === null ? null : (1000 * (after - before)) / all.length,
  };
}
