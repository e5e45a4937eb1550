/** Where files come in: the target while one is dragged, how far its reading has come, and what is wrong with it. */
import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { READ_EXTENSIONS } from "../../src/reading/graph-format.js";
import type { Explorer } from "../state.js";
import type { ViewState } from "../url.js";
import { Desk, NotRead } from "./desk.js";
import { DoorView, type Doorway, NOTHING } from "./door-view.js";
import type { OwnHost } from "./host.js";
import type { OwnFault } from "./messages.js";
import { factsOfOwn, type OpenedFacts } from "./own-facts.js";
import { keepLinks, ownHistory, ownOf, stepHome } from "./own-history.js";

export interface Door {
  /** A file is held over the page. */
  dragged(): void;
  /** Lets the reader choose a file of the device. */
  choose(): void;
  take(files: readonly File[]): void;
  /** The file whose views the history holds is not here any more. */
  lost(): void;
}

let door: Door | null = null;

/** The one door of the page. */
export function openDoor(host: OwnHost): Door {
  door ??= new OwnDoor(host);
  return door;
}

class OwnDoor implements Door {
  readonly #host: OwnHost;
  readonly #explorer: Signal<Explorer>;
  readonly #home: Explorer;
  readonly #state: Signal<Doorway> = signal(NOTHING);
  /** The file that is open, whether it is shown or stands behind the built-in facts. */
  #open: { readonly id: string; readonly explorer: Explorer; end(): void } | null = null;
  #reading: Desk | null = null;
  #homeView: ViewState;
  #opened = 0;

  constructor(host: OwnHost) {
    this.#host = host;
    this.#explorer = host.explorer;
    this.#home = host.explorer.peek();
    this.#homeView = this.#home.view.peek();
    const root = document.body.appendChild(document.createElement("div"));
    render(<DoorView state={this.#state} onLeave={() => this.#clear()} onStop={() => this.#stop()} />, root);
    window.addEventListener("popstate", ({ state }) => {
      const isOpen = this.#open !== null && ownOf(state) === this.#open.id;
      this.#explorer.value = isOpen && this.#open !== null ? this.#open.explorer : this.#home;
    });
  }

  dragged(): void {
    if (this.#reading === null) this.#state.value = { type: "target" };
  }

  choose(): void {
    const field = document.createElement("input");
    field.type = "file";
    field.accept = [...READ_EXTENSIONS, ".gz"].join();
    field.onchange = () => this.take([...(field.files ?? [])]);
    field.click();
  }

  lost(): void {
    this.#state.value = { type: "lost" };
  }

  take(files: readonly File[]): void {
    const [file] = files;
    if (file === undefined) this.#state.value = { type: "noFile" };
    else if (files.length > 1) this.#state.value = { type: "several", files: files.length };
    else void this.#read(file);
  }

  async #read(file: File): Promise<void> {
    this.#reading?.end();
    const desk = new Desk();
    this.#reading = desk;
    const { name, size } = file;
    this.#state.value = { type: "reading", name, size, progress: { bytes: 0, lines: 0, isRead: false } };
    try {
      const head = await desk.read(file, (progress) => {
        if (this.#reading === desk) this.#state.value = { type: "reading", name, size, progress };
      });
      this.#reading = null;
      this.#clear();
      const id = `${++this.#opened} ${name}`;
      const back = () => this.#leave();
      this.#show(
        id,
        factsOfOwn({ id, file: name, home: this.#home.facts, back, wheel: this.#host.wheel }, head, desk),
      );
    } catch (error) {
      desk.end();
      // Stopped, or another file came: nobody asks any more why this one failed.
      if (this.#reading !== desk) return;
      this.#reading = null;
      const fault = error instanceof NotRead ? error.fault : faultOf(error);
      this.#state.value = {
        type: "failed",
        name,
        fault,
        stands: this.#explorer.peek().own?.file ?? null,
      };
    }
  }

  #show(id: string, { facts, own, end }: OpenedFacts): void {
    if (this.#explorer.peek() === this.#home) this.#homeView = this.#home.view.peek();
    this.#open?.end();
    const { lang } = this.#explorer.peek().view.peek();
    const explorer = this.#host.explore(facts, ownHistory(id, lang), own);
    const freeLinks = keepLinks((view) => {
      if (this.#explorer.peek() === explorer) explorer.go(view);
    });
    this.#open = {
      id,
      explorer,
      end() {
        freeLinks();
        end();
      },
    };
    this.#explorer.value = explorer;
  }

  /** Shows the built-in facts again, as they were left. */
  #leave(): void {
    stepHome({ ...this.#homeView, lang: this.#explorer.peek().view.peek().lang });
  }

  #stop(): void {
    this.#reading?.end();
    this.#reading = null;
    this.#clear();
  }

  #clear(): void {
    this.#state.value = NOTHING;
  }
}

function faultOf(error: unknown): OwnFault {
  const message = error instanceof Error ? error.message : String(error);
  return { code: null, message, problems: [], more: 0 };
}
