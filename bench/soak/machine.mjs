/** What a machine does to a program: kills it, runs out of disk, forbids a folder, lives in another time zone. */
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = new URL("../../", import.meta.url).pathname;
const MAIN = join(ROOT, "dist/cli/main.js");

function run(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [options.main ?? MAIN, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 27,
    ...options,
  });
  return { code: status, stdout, stderr };
}

/** Through a shell that first narrows what the program may do. */
function runUnder(setting, args) {
  const script = `${setting}; exec "$0" "$@"`;
  const { status, stderr } = spawnSync("bash", ["-c", script, process.execPath, MAIN, ...args], {
    encoding: "utf8",
  });
  return { code: status, stderr };
}

function expectThat(holds, what) {
  if (!holds) throw new Error(what);
}

/** One line on stderr, exit 1, no stack. */
function expectRefusal({ code, stderr }) {
  expectThat(
    code === 1 && /^[^\n]+\n$/.test(stderr) && !stderr.includes("should not happen"),
    `exit ${code}: ${stderr}`,
  );
  return stderr
    .trim()
    .replaceAll(tmpdir(), "…")
    .replace(/…\/capital-loop-[^/]+\//, "");
}

/** The nth of some moments from the middle of a run to a little after its end. */
function partOf(tookMs, n, of) {
  return tookMs * (0.5 + (0.6 * n) / (of - 1));
}

async function killed(args, afterMs, options = {}) {
  const child = spawn(process.execPath, args, { stdio: "ignore", ...options });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await sleep(afterMs);
  child.kill("SIGKILL");
  await ended;
}

/** A build of its own, so that nothing here touches the one in use. */
function copyOfBuild(folder) {
  mkdirSync(join(folder, "dist"));
  cpSync(join(ROOT, "dist"), join(folder, "dist"), {
    recursive: true,
    filter: (path) => !path.endsWith("/viewer"),
  });
  for (const name of ["node_modules", "graph-data", "package.json"])
    symlinkSync(join(ROOT, name), join(folder, name));
  return join(folder, "dist");
}

/** Each fault by what is done; it gives what happened, or throws. */
export const FAULTS = {
  "killed (SIGKILL) while it exports over an older file": async (folder, { kills }) => {
    const file = join(folder, "loops.gexf");
    const started = performance.now();
    const whole = run(["export", "--to", "gexf"]).stdout;
    const tookMs = performance.now() - started;
    let olds = 0;
    for (let n = 0; n < kills; n++) {
      writeFileSync(file, "old");
      await killed([MAIN, "export", "--to", "gexf", "--out", file], partOf(tookMs, n, kills));
      const text = readFileSync(file, "utf8");
      expectThat(text === "old" || text === whole, "half a file stands in its place");
      if (text === "old") olds++;
    }
    return `the file was whole each of ${kills} times: ${olds} times the old one, else the new one`;
  },
  "killed (SIGKILL) while it builds the facts": async (folder, { kills }) => {
    const dist = copyOfBuild(folder);
    const before = readFileSync(join(dist, "dataset.json"), "utf8");
    const started = performance.now();
    run([], { main: join(dist, "node/build-facts.js") });
    const tookMs = performance.now() - started;
    for (let n = 0; n < kills; n++) {
      await killed([join(dist, "node/build-facts.js")], partOf(tookMs, n, kills));
      expectThat(
        readFileSync(join(dist, "dataset.json"), "utf8") === before,
        "the built facts are not whole",
      );
    }
    const { code } = run([], { main: join(dist, "node/build-facts.js") });
    expectThat(
      code === 0 && readFileSync(join(dist, "dataset.json"), "utf8") === before,
      "the next build differs",
    );
    return "the facts built before stayed; the next build gave the same bytes";
  },
  "the built facts are cut in half": (folder) => {
    const dist = copyOfBuild(folder);
    truncateSync(join(dist, "dataset.json"), 100_000);
    return expectRefusal(run(["loops", "--quiet"], { main: join(dist, "cli/main.js") }));
  },
  "no room for the file (a limit of 64 kB)": (folder) => {
    const said = expectRefusal(
      runUnder("trap '' XFSZ; ulimit -f 64", ["export", "--to", "json", "--out", join(folder, "x.json")]),
    );
    expectThat(readdirSync(folder).length === 0, "something was left behind");
    return said;
  },
  "disk full (a file system of 64 kB)": (folder) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    if (status !== 0) return null;
    try {
      const said = expectRefusal(run(["export", "--to", "json", "--out", join(disk, "x.json")]));
      expectThat(readdirSync(disk).length === 0, "something was left behind");
      return said;
    } finally {
      spawnSync("umount", [disk]);
    }
  },
  "stdout is a full disk": () => {
    if (!existsSync("/dev/full")) return null;
    return expectRefusal(runUnder("exec >/dev/full", ["export", "--to", "json"]));
  },
  "the folder is read-only": (folder) => {
    const locked = join(folder, "locked");
    mkdirSync(locked);
    chmodSync(folder, 0o755);
    chmodSync(locked, 0o555);
    // The superuser may write anywhere: somebody else tries.
    const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const found = run(["export", "--to", "json", "--out", join(locked, "x.json")], who);
    return found.code === null ? null : expectRefusal(found);
  },
  "another time zone and language": () => {
    const here = run(["export", "--to", "json"]).stdout;
    for (const env of [{ TZ: "Pacific/Kiritimati" }, { TZ: "Pacific/Pago_Pago", LC_ALL: "tr_TR.UTF-8" }]) {
      const there = run(["export", "--to", "json"], { env: { ...process.env, ...env } }).stdout;
      expectThat(there === here && there.length > 1000, `other bytes under ${JSON.stringify(env)}`);
    }
    return "the same bytes, fourteen hours ahead and eleven behind";
  },
};

/** Brings every fault about. @returns rows of what was done and what happened; null is what could not be tried. */
export async function machineFaults(options) {
  const rows = [];
  for (const [done, bringAbout] of Object.entries(FAULTS)) {
    const folder = mkdtempSync(join(tmpdir(), "capital-loop-soak-"));
    try {
      rows.push({ done, happened: await bringAbout(folder, options), failed: false });
    } catch (error) {
      rows.push({ done, happened: error.message, failed: true });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}
