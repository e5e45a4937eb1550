/**
 * XML as it comes, within limits: no entity is ever expanded, nothing is fetched, and a text that would fill
 * the memory is given up early. Element names lose their prefix, for writers disagree about namespaces.
 */
import { SaxesParser } from "saxes";
import type { FileFaults } from "./faults.js";

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of the elements of a document, in their order. */
export interface XmlHandler {
  /** @param at where the element begins; it moves on with the reading. */
  open(name: string, attributes: XmlAttributes, at: Place): void;
  close(name: string, text: string): void;
}

/** Elements inside one another: graphs of graphs have a dozen. */
const MOST_DEPTH = 100;
/** Characters without a tag: no title or list is as long. */
const MOST_CHARACTERS = 1_000_000;

/** Ends the reading; what is wrong has been noted. */
class Stopped extends Error {}

/**
 * Reads a document and tells the handler of its elements. Faults of the writing are noted and end it.
 *
 * @param begin gives the handler for the first element, or null, having noted why there is none.
 * @remarks Time O(characters); space O(depth), beside what the handler keeps.
 */
export async function readXml(
  text: AsyncIterable<string>,
  faults: FileFaults,
  begin: (root: string, place: Place) => XmlHandler | null,
): Promise<void> {
  const reading = new Reading(faults, begin);
  try {
    for await (const piece of text) reading.write(piece);
    reading.end();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

class Reading {
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  readonly #faults: FileFaults;
  readonly #begin: (root: string, place: Place) => XmlHandler | null;
  #handler: XmlHandler | null = null;
  #depth = 0;
  /** One object for all tags, of which there are millions. */
  readonly #start = { line: 1, column: 1 };
  /** The text since the last tag: what an element holds is of interest only where it holds nothing else. */
  #text = "";
  /** Characters since the last tag. */
  #quiet = 0;

  constructor(faults: FileFaults, begin: (root: string, place: Place) => XmlHandler | null) {
    this.#faults = faults;
    this.#begin = begin;
    const parser = this.#parser;
    // Six handlers and no more: with eight, the engine gives up on the parser's shape, and it reads six times
    // slower. The declaration is looked at with the first tag, and a DOCTYPE not at all: what it declares is
    // unknown where it is used.
    parser.on("error", (error) =>
      this.#fail(error.message.replace(/^.*?\d+:\d+: /, ""), "is the file whole, and XML?"),
    );
    parser.on("opentagstart", ({ name }) => {
      // Seen one sign after the name; the tag began with a sign before it.
      this.#start.line = parser.line;
      this.#start.column = Math.max(1, parser.columnIndex - name.length - 1);
    });
    parser.on("opentag", ({ name, attributes }) => this.#open(localName(name), attributes));
    parser.on("closetag", ({ name }) => this.#close(localName(name)));
    parser.on("text", (text) => this.#add(text));
    parser.on("cdata", (text) => this.#add(text));
  }

  write(piece: string): void {
    this.#quiet += piece.length;
    this.#parser.write(piece);
    if (this.#quiet <= MOST_CHARACTERS + piece.length) return;
    this.#fail(
      `more than ${MOST_CHARACTERS.toLocaleString("en-US")} characters without a tag`,
      "is this a graph?",
    );
  }

  end(): void {
    if (this.#handler === null && this.#depth === 0 && this.#parser.position === 0) {
      this.#fail("the file is empty", "was it written to the end?");
    }
    this.#parser.close();
  }

  #open(name: string, attributes: XmlAttributes): void {
    this.#quiet = 0;
    this.#text = "";
    this.#depth++;
    if (this.#depth > MOST_DEPTH)
      this.#fail(`elements stand more than ${MOST_DEPTH} deep in one another`, "no graph is written so");
    if (this.#handler === null) {
      this.#checkDeclaration();
      this.#handler = this.#begin(name, this.#start);
    }
    if (this.#handler === null) throw new Stopped();
    this.#handler.open(name, attributes, this.#start);
  }

  #close(name: string): void {
    this.#quiet = 0;
    this.#depth--;
    this.#handler?.close(name, this.#text);
    this.#text = "";
  }

  #add(text: string): void {
    if (this.#depth > 0) this.#text += text;
  }

  #checkDeclaration(): void {
    const { encoding = "utf-8", version = "1.0" } = this.#parser.xmlDecl;
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding))
      this.#fail(`the file says that it is written in ${encoding.slice(0, 40)}`, "save it as UTF-8");
    if (version !== "1.0") this.#fail(`this is XML ${version.slice(0, 10)}`, "save it as XML 1.0");
  }

  #fail(message: string, hint: string): never {
    const { line, columnIndex } = this.#parser;
    this.#faults.add(line, Math.max(1, columnIndex), "", message.replace(/\.$/, ""), hint);
    throw new Stopped();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
