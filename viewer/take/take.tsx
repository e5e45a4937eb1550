/** What a reader can take away: the link, the picture, the data of just what is shown, a frame for other pages. */
import "../styles/take.css";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { FORMATS, type FormatName, partsOf, WRITTEN_FORMATS } from "../../src/formats/index.js";
import { CopyLink } from "../components/copy-link.js";
import { Icon } from "../components/icons.js";
import { openDialog } from "../dialogs.js";
import { highlightOf } from "../highlight.js";
import type { Explorer } from "../state.js";
import { TAKE_WORDS, type TakeWords } from "../text/take.js";
import { text } from "../text/text.js";
import { formatView } from "../url.js";
import { pictureSvg, titleOf } from "./picture.js";
import { pngOf, save } from "./save.js";
import { chosenPart } from "./shown-graph.js";

/** The picture has a part of its own. */
const FORMAT_NAMES = WRITTEN_FORMATS.filter((name) => name !== "svg");

export function Take({ explorer }: { readonly explorer: Explorer }) {
  const words = TAKE_WORDS[text.value.language];
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    dialog.current?.showModal();
    // Some formats have room for the sources.
    explorer.facts.details.ask();
  }, [explorer]);

  const close = () => {
    openDialog.value = null;
  };
  const make = async (name: string, content: () => Blob | Promise<Blob>) => {
    try {
      save(name, await content());
      setSaid(words.saved(name));
    } catch (error) {
      setSaid(words.failed + (error instanceof Error ? error.message : String(error)));
    }
  };
  const svg = () => new Blob([pictureSvg(explorer)], { type: "image/svg+xml" });
  const stem = fileStem(explorer);
  return (
    <dialog ref={dialog} class="about take" aria-labelledby="take-title" onClose={close}>
      <header>
        <h2 id="take-title">{words.title}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p>{words.what}</p>
      <Part title={words.link} note={words.linkNote}>
        <CopyLink explorer={explorer} />
      </Part>
      <Part title={words.picture} note={words.pictureNote}>
        <button
          type="button"
          class="take-button"
          onClick={() => make(`${stem}.png`, () => pngOf(pictureSvg(explorer)))}
        >
          {words.png}
        </button>
        <button type="button" class="take-button" onClick={() => make(`${stem}.svg`, svg)}>
          {words.svg}
        </button>
        <button
          type="button"
          class="take-button"
          onClick={() => {
            close();
            // The dialog has to be gone before the page is printed.
            setTimeout(() => print(), 50);
          }}
        >
          {words.print}
        </button>
      </Part>
      <Data explorer={explorer} words={words} make={make} stem={stem} />
      {explorer.own === undefined && <Embed explorer={explorer} words={words} />}
      <p role="status" class="note take-said">
        {said}
      </p>
    </dialog>
  );
}

interface PartProps {
  readonly title: string;
  readonly note: string;
  readonly children: ComponentChildren;
}

function Part({ title, note, children }: PartProps) {
  return (
    <section class="take-part">
      <h3>
        {title} <span class="note">{note}</span>
      </h3>
      <div class="take-buttons">{children}</div>
    </section>
  );
}

interface DataProps {
  readonly explorer: Explorer;
  readonly words: TakeWords;
  readonly make: (name: string, content: () => Blob) => Promise<void>;
  readonly stem: string;
}

function Data({ explorer, words, make, stem }: DataProps) {
  const { facts, shown, selection } = explorer;
  const [onlyChosen, setOnlyChosen] = useState(false);
  const highlight = highlightOf(selection.value, shown.value, facts);
  const whole = shown.value.graph;
  const graph = onlyChosen && highlight !== null ? chosenPart(whole, highlight) : whole;
  const deals = new Set(graph.mapEdges((_key, flow) => flow.deal)).size;
  const dataset = facts.details.whole.value;
  const write = async (name: FormatName) => {
    const { mediaType, extensions } = FORMATS[name];
    // Tables and import sets are several files, each with a name of its own.
    for (const [part, pieces] of Object.entries(partsOf(name) ?? {})) {
      const file = part === "" ? `${stem}.${extensions[0] ?? name}` : `${stem}-${part}`;
      await make(
        file,
        () => new Blob([...pieces(graph, { positions: facts.layout, dataset })], { type: mediaType }),
      );
    }
  };
  return (
    <Part title={words.data} note={words.dataNote(deals, graph.order)}>
      {FORMAT_NAMES.map((name) => (
        <button key={name} type="button" class="take-button" onClick={() => void write(name)}>
          {FORMATS[name].name}
        </button>
      ))}
      {highlight !== null && (
        <label class="take-only">
          <input type="checkbox" checked={onlyChosen} onChange={() => setOnlyChosen(!onlyChosen)} />{" "}
          {words.onlyChosen}
        </label>
      )}
    </Part>
  );
}

/** A frame of 760 by 520: the wheel stands in it beside its names. */
function Embed({ explorer, words }: { readonly explorer: Explorer; readonly words: TakeWords }) {
  const [answer, setAnswer] = useState<string | null>(null);
  const view = { ...explorer.view.value, embed: true, about: false, pane: "graph" as const };
  const address = `${location.origin}${location.pathname}${formatView(view)}`;
  const title = titleOf(explorer).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const code = `<iframe src="${address.replaceAll("&", "&amp;")}" width="760" height="560" title="${title}" loading="lazy"></iframe>`;
  const copy = () => {
    navigator.clipboard.writeText(code).then(
      () => setAnswer(words.copied),
      () => setAnswer(words.copyFailed),
    );
  };
  return (
    <section class="take-part">
      <h3>
        {words.embed} <span class="note">{words.embedNote}</span>
      </h3>
      <textarea readOnly rows={3} aria-label={words.embedCode} value={code} />
      <button type="button" class="link" onClick={copy}>
        <span aria-live="polite">{answer ?? words.copyCode}</span>
      </button>
    </section>
  );
}

/** `capital-loop-2026-11-21-nvidia-openai-oracle`: the day, and what is chosen. */
function fileStem({ asOf, selection, own }: Explorer): string {
  const chosen = selection.value?.id.replaceAll(/[^a-z0-9]+/gi, "-") ?? "";
  const whole = own === undefined ? ["capital-loop", asOf.value] : [own.file.replace(/\..*$/, "")];
  return [...whole, ...(chosen === "" ? [] : [chosen])].join("-");
}
