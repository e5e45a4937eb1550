/** What a reader's own file can say, and what can be asked of its loops. */
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
