/** Starts the page: asks for the facts, loads what reads them, and puts it on the screen. */
import "./style.css";
import type { FactsRequest } from "./data.js";
import { fetchJson } from "./fetch-json.js";
import { followSystem } from "./theme.js";

followSystem();
void start();

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new TypeError("main: index.html has no #root");
  // The facts travel while the code that reads them is loaded.
  const request: FactsRequest = {
    core: fetchJson("./core.json"),
    layout: fetchJson("./layout.json"),
    details: () => fetchJson("./details.json"),
  };
  try {
    const { mount } = await import("./mount.js");
    await mount(root, request);
  } catch (error) {
    const { showFailure } = await import("./components/failure.js");
    showFailure(root, error, () => location.reload());
  }
}
