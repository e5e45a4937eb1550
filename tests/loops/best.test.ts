/** The best few of many against sorting them all. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Best } from "../../src/loops/best.js";

const ascending = (a: number, b: number) => a - b;

test("of whatever comes in whatever order, it keeps those that sorting puts first", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 60, size: "max" }), fc.nat(20), (offered, most) => {
      const best = new Best(most, ascending);
      for (const item of offered) best.offer(item);

      const first = offered.toSorted(ascending).slice(0, most);
      expect(best.sorted()).toEqual(first);
      expect(best.isFull).toBe(offered.length >= most);
      if (best.isFull) expect(best.worst).toBe(first.at(-1));
    }),
    { numRuns: 2000 },
  );
});
