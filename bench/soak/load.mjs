/** Requests to the explorer on this machine, at a steady rate. */
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { serveExplorer } from "../../dist/node.js";

const PATHS = ["", "theme.js", "layout.json", "icon.svg", "nowhere"];

/** @returns how many were asked and answered as they should be, and how long they took. */
export async function load(rate, seconds) {
  const explorer = await serveExplorer({ port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times = [];
  let wrong = 0;
  const ask = (path) =>
    new Promise((resolve) => {
      const started = performance.now();
      const request = get(explorer.url + path, { agent }, (response) => {
        if (response.statusCode !== (path === "nowhere" ? 404 : 200)) wrong++;
        response.resume();
        response.on("end", () => resolve(times.push(performance.now() - started)));
      });
      request.on("error", () => resolve(wrong++));
    });
  const all = [];
  const started = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = started + (n * 1000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    all.push(ask(PATHS[n % PATHS.length]));
  }
  await Promise.all(all);
  const tookSeconds = (performance.now() - started) / 1000;
  agent.destroy();
  await explorer.close();
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return { asked: all.length, wrong, tookSeconds, medianMs: at(0.5), p99Ms: at(0.99) };
}
