/** Values in words for people. */

const SCALES: readonly (readonly [least: number, unit: string])[] = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
];

/** US dollars to three digits: `$30.1bn`, `$950m`, `$12,000`; below a cent nothing is shown. */
export function usd(amount: number): string {
  for (const [i, [least, unit]] of SCALES.entries()) {
    if (amount < least) continue;
    const scaled = Number((amount / least).toPrecision(3));
    const larger = SCALES[i - 1];
    // 999.96m is 1bn, not 1000m.
    return scaled >= 1000 && larger !== undefined
      ? `$${scaled / 1000}${larger[1]}`
      : `$${scaled.toLocaleString("en-US")}${unit}`;
  }
  return `$${amount.toLocaleString("en-US", { maximumFractionDigits: 2 })}`;
}

/** An amount, or that there is none. */
export function usdOr(amount: number | null, otherwise = "undisclosed"): string {
  return amount === null ? otherwise : usd(amount);
}

/** `letter of intent` for `letter_of_intent`. */
export function spaced(name: string): string {
  return name.replaceAll("_", " ");
}

/** `1 loop`, `2 loops`. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : many}`;
}

/** A share as a percentage to three digits: `12.3%`; `–` where it is not defined. */
export function percent(share: number | null): string {
  return share === null ? "–" : `${Number((share * 100).toPrecision(3))}%`;
}
