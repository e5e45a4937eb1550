/** What lies over the page while a file comes in. */
import "../styles/own.css";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../../src/errors.js";
import { READ_EXTENSIONS } from "../../src/reading/graph-format.js";
import { Icon } from "../components/icons.js";
import { OWN_WORDS, type OwnWords } from "../text/own.js";
import { text } from "../text/text.js";
import type { Progress } from "./desk.js";
import type { OwnFault } from "./messages.js";

export type Doorway =
  | { readonly type: "nothing" | "target" | "noFile" | "lost" }
  | { readonly type: "several"; readonly files: number }
  | { readonly type: "reading"; readonly name: string; readonly size: number; readonly progress: Progress }
  /** `stands` is the file that is shown still; null for the built-in facts. */
  | {
      readonly type: "failed";
      readonly name: string;
      readonly fault: OwnFault;
      readonly stands: string | null;
    };

export const NOTHING: Doorway = { type: "nothing" };

interface DoorViewProps {
  readonly state: ReadonlySignal<Doorway>;
  readonly onLeave: () => void;
  readonly onStop: () => void;
}

export function DoorView({ state, onLeave, onStop }: DoorViewProps) {
  const words = OWN_WORDS[text.value.language];
  const now = state.value;
  switch (now.type) {
    case "nothing":
      return null;
    case "target":
      return <Target onLeave={onLeave} />;
    case "reading":
      return <Reading {...now} onStop={onStop} />;
    case "failed":
      return <Failed {...now} onLeave={onLeave} />;
    default: {
      const title =
        now.type === "several" ? words.several(now.files) : now.type === "lost" ? words.lost : words.noFile;
      return <Notice title={title} onLeave={onLeave} />;
    }
  }
}

/** The whole page is the target; it goes when the file is taken away again. */
function Target({ onLeave }: Pick<DoorViewProps, "onLeave">) {
  const words = OWN_WORDS[text.value.language];
  return (
    <aside class="own-target" aria-label={words.label} onDragLeave={onLeave}>
      <div>
        <p class="own-title">{words.drop}</p>
        <p>{words.dropWhat}</p>
        <p>{words.stays}</p>
      </div>
    </aside>
  );
}

interface ReadingProps extends Pick<DoorViewProps, "onStop"> {
  readonly name: string;
  readonly size: number;
  readonly progress: Progress;
}

function Reading({ name, size, progress: { bytes, lines, isRead }, onStop }: ReadingProps) {
  const words = OWN_WORDS[text.value.language];
  return (
    <aside class="own-card" aria-label={words.label}>
      <p class="own-title">{words.reading(name)}</p>
      <progress aria-label={words.reading(name)} max={Math.max(1, size)} value={isRead ? size : bytes} />
      <p class="note" role="status">
        {isRead ? words.ordering : words.read(amount(bytes), amount(size), lines)}
      </p>
      <p class="note">{words.stays}</p>
      <button type="button" class="take-button" onClick={onStop}>
        {words.stop}
      </button>
    </aside>
  );
}

/** `4.2 MB`. */
function amount(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

interface FailedProps extends Pick<DoorViewProps, "onLeave"> {
  readonly name: string;
  readonly fault: OwnFault;
  readonly stands: string | null;
}

function Failed({ name, fault, stands, onLeave }: FailedProps) {
  const words = OWN_WORDS[text.value.language];
  return (
    <Card onLeave={onLeave}>
      <h2 class="own-title">{words.failed(name)}</h2>
      <Why name={name} fault={fault} words={words} />
      <p>{stands === null ? words.stands : words.ownStands(stands)}</p>
    </Card>
  );
}

/** Each problem with its place; what is said of the file as a whole stands alone. */
function Why({
  name,
  fault,
  words,
}: {
  readonly name: string;
  readonly fault: OwnFault;
  readonly words: OwnWords;
}) {
  const { code, problems, more, message } = fault;
  if (code === "unknown-format") return <p>{words.unknown(READ_EXTENSIONS.join(", "))}</p>;
  if (problems.length === 0) {
    return (
      <>
        {code === null && <p>{words.ours}</p>}
        <pre lang="en">{message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message}</pre>
      </>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <ol class="own-problems" tabIndex={0}>
      {problems.map((problem, i) => (
        <ProblemRow key={`${i} ${problem.line}`} problem={problem} words={words} />
      ))}
      {more > 0 && <li>{words.more(more)}</li>}
    </ol>
  );
}

function ProblemRow({ problem, words }: { readonly problem: Problem; readonly words: OwnWords }) {
  const { line, column, path, message, hint } = problem;
  return (
    <li>
      <pre>
        {words.place(line, column)}
        {"\n"}
        <span lang="en">{path === "" ? message : `${path} ${message}`}</span>
      </pre>
      <p lang="en">{hint.charAt(0).toUpperCase() + hint.slice(1)}.</p>
    </li>
  );
}

function Notice({ title, onLeave }: Pick<DoorViewProps, "onLeave"> & { readonly title: string }) {
  return (
    <Card onLeave={onLeave}>
      <h2 class="own-title">{title}</h2>
    </Card>
  );
}

function Card({
  children,
  onLeave,
}: Pick<DoorViewProps, "onLeave"> & { readonly children: preact.ComponentChildren }) {
  const words = OWN_WORDS[text.value.language];
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <aside class="own-card failed" aria-label={words.label}>
      <button ref={close} type="button" class="icon-button" aria-label={words.close} onClick={onLeave}>
        <Icon name="close" />
      </button>
      <div role="alert">{children}</div>
    </aside>
  );
}
