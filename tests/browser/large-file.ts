/** A seeded table of payments: the same for the same seed, as large as asked. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Few are paid by many: payees are drawn towards the first, as in real trade. */
export function tableOf(rows: number, entities: number, seed: number): string {
  const next = numbersFrom(seed);
  const any = (lean: number) => `company-${Math.floor(next() ** lean * entities)}`;
  const lines = ["source,target,amount"];
  for (let row = 0; row < rows; row++) {
    const [from, to] = [any(1), any(1.6)];
    lines.push(`${from},${from === to ? `${to}-b` : to},${Math.round(next() * 1e9)}`);
  }
  return `${lines.join("\n")}\n`;
}
