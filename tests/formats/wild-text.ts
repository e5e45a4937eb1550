import fc from "fast-check";

/** Text of every kind that breaks XML: controls, halves of characters, markup, Chinese, emoji. */
export const wildText = fc.string({
  unit: fc.oneof(
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    fc.nat(0x1f).map((code) => String.fromCharCode(code)),
    fc.constantFrom(
      "&",
      "<",
      ">",
      '"',
      "'",
      "]]>",
      "<!--",
      "&amp;",
      "&#0;",
      "\r\n",
      "\ud83d",
      "\udcb8",
      "\ufffe",
    ),
    fc.constantFrom("英", "伟", "達", "💸", "👩‍🔬", "é", "\u200f", "\u2028", "\u0085"),
  ),
  maxLength: 24,
});
