/** What was good, spoilt by chance; the same seed spoils it the same way. */

/** What breaks parsers: signs of every grammar, numbers at the edge, keys of prototypes, half characters. */
const SPICE = [
  ..."{}[]<>&*!|:,;\"'#%@`\\\t\n\r\0",
  ..."-0 1e999 NaN Infinity 9007199254740993 null true ~ __proto__ constructor .. 2031-02-30".split(" "),
  "\ufeff",
  "\ud800",
  "\u202e",
  "&a *a",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "]]>",
  "\u2028",
  "x".repeat(5000),
];

/** Mulberry32: whole numbers below one given. */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
  };
}

/** A text with one to four places cut, doubled, swapped or spiced. */
export function spoiltText(text, pick) {
  let out = text;
  for (let n = 1 + pick(4); n > 0; n--) {
    const at = pick(out.length + 1);
    const to = Math.min(out.length, at + pick(40));
    const ways = [
      () => out.slice(0, at) + out.slice(to),
      () => out.slice(0, at) + SPICE[pick(SPICE.length)] + out.slice(at),
      () => out.slice(0, to) + out.slice(at),
      () => out.slice(0, at) + String.fromCharCode(pick(0x250)) + out.slice(at + 1),
      () => out.slice(0, at),
    ];
    out = ways[pick(ways.length)]();
  }
  return out;
}

/** Bytes with one to four of them changed, or cut off, or followed by others. */
export function spoiltBytes(bytes, pick) {
  const out = Buffer.from(bytes);
  for (let n = 1 + pick(4); n > 0; n--) out[pick(out.length)] = pick(256);
  const ends = [out, out.subarray(0, pick(out.length)), Buffer.concat([out, out.subarray(pick(out.length))])];
  return ends[pick(ends.length)];
}

/** A value of JSON with one place in it exchanged, left out or named otherwise. */
export function spoiltValue(value, pick) {
  const odd = [null, true, -1, 0.5, 1e308, "", [], {}, [null], SPICE[pick(SPICE.length)]];
  const isBranch = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (!isBranch || pick(8) === 0) return odd[pick(odd.length)];
  const keys = Object.keys(value);
  const key = keys[pick(keys.length)];
  if (Array.isArray(value)) {
    const rows = [...value];
    if (pick(6) === 0) rows.splice(pick(rows.length), 1);
    else rows[Number(key)] = spoiltValue(value[Number(key)], pick);
    return rows;
  }
  const { [key]: inner, ...others } = value;
  const ways = [
    () => others,
    () => JSON.parse(`{"${pick(2) === 0 ? "__proto__" : "constructor"}":1,${JSON.stringify(value).slice(1)}`),
    () => ({ ...others, [`${key}x`]: inner }),
  ];
  return pick(6) === 0 ? ways[pick(ways.length)]() : { ...others, [key]: spoiltValue(inner, pick) };
}

/** Words of a command line with one to three left out, doubled, exchanged or spoilt. */
export function spoiltWords(words, pick) {
  const out = [...words];
  for (let n = 1 + pick(3); n > 0 && out.length > 0; n--) {
    const at = pick(out.length);
    const ways = [
      () => out.splice(at, 1),
      () => out.splice(at, 0, out[pick(out.length)]),
      () => out.splice(at, 1, spoiltText(out[at], pick).replaceAll("\0", "")),
      () => out.splice(at, 1, `${out[at]}=${SPICE[pick(SPICE.length)]}`),
    ];
    ways[pick(ways.length)]();
  }
  return out;
}
