/** Ids as numbers, each text kept once. */
import { compareIds } from "../model/ids.js";
import { ownText } from "./own-text.js";

/** Whole numbers below this are found by place, without a text to look up. */
const MOST_BY_PLACE = 1 << 25;

/**
 * Numbers ids from 0 in the order they come.
 *
 * @remarks Time O(1) an id. Space: a text and its place for each; 4 bytes more up to the largest whole number
 * below 33 million, or an entry of a map for an id of another form.
 */
export class IdTable {
  readonly #ids: string[] = [];
  #byPlace = new Int32Array(1024).fill(-1);
  readonly #byText = new Map<string, number>();

  get size(): number {
    return this.#ids.length;
  }

  /** Every id, by its number. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** The number of an id, a new one where it has none yet. */
  number(id: string): number {
    const known = this.find(id);
    if (known !== undefined) return known;
    const number = this.#ids.length;
    const place = placeOf(id);
    const own = ownText(id);
    this.#ids.push(own);
    if (place === -1) this.#byText.set(own, number);
    else {
      if (place >= this.#byPlace.length) this.#growTo(place);
      this.#byPlace[place] = number;
    }
    return number;
  }

  /** The number of an id that has one. */
  find(id: string): number | undefined {
    const place = placeOf(id);
    if (place === -1) return this.#byText.get(id);
    const number = this.#byPlace[place];
    return number === undefined || number === -1 ? undefined : number;
  }

  /** The numbers of all ids, in the order of the ids. */
  inOrder(): Int32Array {
    const whole: number[] = [];
    const others: number[] = [];
    this.#ids.forEach((id, number) => {
      if (placeOf(id) === -1) others.push(number);
      else whole.push(number);
    });
    const inOrder = new Int32Array(this.#ids.length);
    // Whole numbers come first, by size: the places are in that order already.
    let at = 0;
    if (whole.length > 0) for (const number of this.#byPlace) if (number !== -1) inOrder[at++] = number;
    others.sort((a, b) => compareIds(this.#ids[a] as string, this.#ids[b] as string));
    for (const number of others) inOrder[at++] = number;
    return inOrder;
  }

  #growTo(place: number): void {
    const grown = new Int32Array(Math.min(MOST_BY_PLACE, 2 ** Math.ceil(Math.log2(place + 1)))).fill(-1);
    grown.set(this.#byPlace);
    this.#byPlace = grown;
  }
}

/** The size of a whole number written without leading zeros; -1 for any other id, and for a large one. */
function placeOf(id: string): number {
  if (id.length > 8 || id === "") return -1;
  let value = 0;
  for (let i = 0; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  const hasLeadingZero = id.length > 1 && id.charCodeAt(0) === 48;
  return hasLeadingZero || value >= MOST_BY_PLACE ? -1 : value;
}
