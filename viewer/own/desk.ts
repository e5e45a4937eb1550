/** The page's side of the worker: a file goes in, the graph and its loops come out. */
import { type CapitalGraph, emptyGraph } from "../../src/graph/capital-graph.js";
import type { Filter } from "../filtered.js";
import { LaterLoops } from "./later-loops.js";
import type { FromWorker, GraphHead, OwnFault, Slot, ToWorker } from "./messages.js";
import type { OwnQuery } from "./own.js";

/** How far the reading has come. */
export interface Progress {
  readonly bytes: number;
  readonly lines: number;
  /** All of it is read; what is left is to put it in order. */
  readonly isRead: boolean;
}

/** A file was not read; `fault` says why. */
export class NotRead extends Error {
  constructor(readonly fault: OwnFault) {
    super(fault.message);
  }
}

export class Desk {
  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  readonly #searches = new Map<number, LaterLoops>();
  readonly graph: CapitalGraph = emptyGraph("1970-01-01");
  #searched = 0;

  /**
   * Reads a file into `graph`.
   *
   * @throws NotRead when it cannot be.
   */
  read(file: File, onProgress: (progress: Progress) => void): Promise<GraphHead> {
    return new Promise((resolve, reject) => {
      this.#worker.onerror = ({ message }) =>
        reject(new NotRead({ code: null, message, problems: [], more: 0 }));
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        switch (data.type) {
          case "progress":
            return onProgress(data);
          case "part":
            for (const [id, attributes] of data.part.nodes) this.graph.addNode(id, attributes);
            for (const [key, from, to, flow] of data.part.edges)
              this.graph.addDirectedEdgeWithKey(key, from, to, flow);
            return;
          case "read":
            this.graph.replaceAttributes(data.head.attributes);
            return resolve(data.head);
          case "failed":
            return reject(new NotRead(data.fault));
          case "loops":
            return this.#searches.get(data.id)?.take(data.state);
        }
      };
      this.#tell({ type: "read", file });
    });
  }

  /** Starts a search; one of the same slot before it ends. */
  search(slot: Slot, filter: Filter, query: OwnQuery): LaterLoops {
    const id = ++this.#searched;
    const control = {
      stop: () => this.#tell({ type: "stop", id }),
      goOn: () => this.#tell({ type: "goOn", id }),
    };
    const loops = new LaterLoops(control, (to) => this.#tell({ type: "more", id, to }));
    this.#searches.set(id, loops);
    this.#tell({ type: "search", id, slot, filter, query });
    return loops;
  }

  /** Ends whatever is being done, at once. */
  end(): void {
    this.#worker.terminate();
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
