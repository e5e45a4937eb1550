/** What facts from a reader's own file do otherwise than the built-in ones. Types alone: the page starts without them. */
import type { ComponentType } from "preact";
import type { Facts } from "../data.js";
import type { Drawing } from "../drawing.js";
import type { Filter } from "../filtered.js";
import type { Finder } from "../find.js";
import type { Language } from "../language.js";
import type { Loops } from "../ranked-loops.js";
import type { Shown } from "../shown.js";
import type { Explorer } from "../state.js";
import type { Text } from "../text/en.js";
import type { Order } from "../url.js";

/** What a file says at all: what it does not say is not shown as if it did. */
export interface Tells {
  /** Kinds of deals. */
  readonly kinds: boolean;
  readonly amounts: boolean;
  readonly days: boolean;
  /** How firm its deals are, and what became of them. */
  readonly states: boolean;
  readonly entityKinds: boolean;
  readonly layers: boolean;
  readonly countries: boolean;
  /** How power is made: no graph file says it. */
  readonly technologies: boolean;
  /** What its deals rest on: no graph file says it either. */
  readonly sources: boolean;
}

/** What is asked of a search beside its filter. */
export interface OwnQuery {
  readonly rank?: Order | undefined;
  readonly through?: readonly string[] | undefined;
  readonly via?: string | undefined;
}

export interface OwnPartProps {
  readonly explorer: Explorer;
}

export interface Own {
  /** Tells one opened file from another. */
  readonly id: string;
  /** The name of the file. */
  readonly file: string;
  /** The built-in facts, which stand behind it. */
  readonly home: Facts;
  /** Words in place of those that would be untrue of it. */
  words(language: Language): { readonly find: string; readonly entities: string; readonly payments: string };
  readonly tells: Tells;
  /** Too large for what is counted anew at every move: filters, days and the like. */
  readonly isLarge: boolean;
  /** The view without filters, where it was made while the file was read. */
  readonly everything: Shown | null;
  /** How the picture is drawn where it is no wheel. */
  readonly drawing: Drawing | null;
  /** Loops that are searched elsewhere and come as they are found. */
  loops(filter: Filter, query?: OwnQuery): Loops;
  titleOf(deal: string, text: Text): string;
  readonly finder: Finder;
  readonly parts: {
    readonly Headline: ComponentType<OwnPartProps>;
    /** How far the search for loops has come. */
    readonly SearchNote: ComponentType<OwnPartProps>;
    readonly DealCard: ComponentType<OwnPartProps & { readonly id: string }>;
    readonly LinkNote: ComponentType;
    /** What lies over the picture. */
    readonly OverStage: ComponentType<OwnPartProps>;
  };
}
