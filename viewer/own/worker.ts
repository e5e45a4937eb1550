/** The worker of one dropped file: reads it, tells the page of it in parts, then searches it for loops. */
import { CapitalLoopError } from "../../src/errors.js";
import { forbidEval } from "../no-eval.js";
import type { FromWorker, OwnFault, ToWorker } from "./messages.js";
import type { Searches } from "./searches.js";

forbidEval();

const tell = (message: FromWorker) => postMessage(message);

let searches: Searches | null = null;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case "read":
      void read(data.file);
      return;
    case "search":
      searches?.start(data);
      return;
    case "more":
      searches?.more(data.id, data.to);
      return;
    case "stop":
      searches?.stop(data.id);
      return;
    case "goOn":
      searches?.goOn(data.id);
  }
});

async function read(file: File): Promise<void> {
  try {
    // In pieces, so that the reading begins while what comes after it is loaded.
    const [{ partsOf, readOwn }, { Searches }] = await Promise.all([
      import("./read-own.js"),
      import("./searches.js"),
    ]);
    const { graph, legs, head } = await readOwn(file, (bytes, lines, isRead) =>
      tell({ type: "progress", bytes, lines, isRead }),
    );
    for (const part of partsOf(graph)) tell({ type: "part", part });
    searches = new Searches(graph, legs, (id, state) => tell({ type: "loops", id, state }));
    tell({ type: "read", head });
  } catch (error) {
    tell({ type: "failed", fault: faultOf(error) });
  }
}

function faultOf(error: unknown): OwnFault {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof CapitalLoopError)) return { code: null, message, problems: [], more: 0 };
  const more = Number(/: and (\d+) more$/.exec(message)?.[1] ?? 0);
  return { code: error.code, message, problems: error.problems, more };
}
