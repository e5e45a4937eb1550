import { describe, expect, test } from "vitest";
import { foldRows, rowUnits } from "../../src/layout/folding.js";

const shown = (sizes: readonly number[], height: number, columns = 1) =>
  foldRows(sizes, height, columns).folds.map((fold) => fold.shown);

describe("rows of a margin", () => {
  test("are 17 px apart where there is room, closer where there is less", () => {
    expect(foldRows([3, 4], 500, 1)).toMatchObject({ pitch: 17 });
    expect(foldRows([20, 12], 480, 1)).toMatchObject({ pitch: 15 });
    expect(shown([20, 12], 480)).toEqual([20, 12]);
  });

  test("fold the smallest groups first, where that is enough", () => {
    // 42 rows of 12.4 px need 520.8; without four of the five 471.2.
    expect(shown([37, 5], 520)).toEqual([37, 0]);
    expect(shown([37, 5], 521)).toEqual([37, 5]);
    // One row folds to one row: the group of one stays.
    expect(shown([36, 1, 5], 520)).toEqual([36, 1, 0]);
  });

  test("fold the end of the largest group, where folding all others is not enough", () => {
    // 40 rows fit into 496 px: 33 names, "n more", and the group of six.
    expect(shown([80, 6], 496)).toEqual([33, 6]);
  });

  test("fold everything that can fold, where nothing is enough", () => {
    expect(shown([80, 6, 1], 20)).toEqual([0, 0, 1]);
  });

  test("hold two names each in two columns; a full last row reaches half a row lower", () => {
    expect([1, 2, 3, 4].map((all) => rowUnits({ all, shown: all }, 2))).toEqual([1, 1.5, 2, 2.5]);
    // Four names and "n more" fill three rows, the last one half.
    expect(rowUnits({ all: 9, shown: 4 }, 2)).toBe(3);
  });
});
