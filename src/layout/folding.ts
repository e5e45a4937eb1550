/** How many names a margin has room for: where rows would stand too close, groups fold to "n more". */
import { ROWS } from "./measures.js";

/** A group's size, and how many of it keep a cell of their own; the others share one. */
export interface Fold {
  readonly all: number;
  readonly shown: number;
}

/**
 * The distance of rows, and how many of each group are shown. Where rows would be too close, the smallest
 * groups fold, each to one row that says how many there are. Where not even that is enough they stay, and
 * only as many of the largest group keep their rows as fit.
 *
 * @param sizes how many each group has.
 * @param height pixels there are for rows, without headings.
 * @param columns cells a row has.
 * @remarks Time O(g · s) for g groups of up to s.
 */
export function foldRows(
  sizes: readonly number[],
  height: number,
  columns: number,
): { readonly pitch: number; readonly folds: readonly Fold[] } {
  const whole = sizes.map((all): Fold => ({ all, shown: all }));
  const pitchOf = (folds: readonly Fold[]) =>
    Math.min(ROWS.widest, height / folds.reduce((sum, fold) => sum + rowUnits(fold, columns), 0));
  const fits = (folds: readonly Fold[]) => pitchOf(folds) >= ROWS.tightest;

  // A group that fills one cell folds to one cell: nothing would be won.
  const smallestFirst = whole
    .flatMap(({ all }, i) => (all > 1 ? [i] : []))
    .sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const largest = smallestFirst.pop();
  const foldSmallest = (): readonly Fold[] => {
    let folds = whole;
    for (const i of smallestFirst) {
      if (fits(folds)) break;
      folds = folds.with(i, { all: sizes[i] ?? 0, shown: 0 });
    }
    return folds;
  };
  const foldLargest = (from: readonly Fold[]): readonly Fold[] => {
    let folds = from;
    const all = largest === undefined ? 0 : (sizes[largest] ?? 0);
    for (let shown = all - 1; shown >= 0 && largest !== undefined && !fits(folds); shown--) {
      folds = folds.with(largest, { all, shown });
    }
    return folds;
  };

  const smallest = foldSmallest();
  const tail = foldLargest(whole);
  const folds = fits(smallest) ? smallest : fits(tail) ? tail : foldLargest(smallest);
  return { pitch: pitchOf(folds), folds };
}

/** How many rows high a group is: a last row that is full reaches half a row lower with its last column. */
export function rowUnits({ all, shown }: Fold, columns: number): number {
  const cells = shown + (shown < all ? 1 : 0);
  return Math.ceil(cells / columns) + (columns > 1 && cells % columns === 0 ? 0.5 : 0);
}
