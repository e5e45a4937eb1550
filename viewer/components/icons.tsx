/** Small drawings on buttons, 16 by 16, in the colour of the text; and the mark. */

const STROKES = {
  close: "M4 4l8 8M12 4l-8 8",
  previous: "M10 3L5 8l5 5",
  next: "M6 3l5 5-5 5",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  swap: "M5 13V3M2.5 5.5L5 3l2.5 2.5M11 3v10M8.5 10.5L11 13l2.5-2.5",
  grow: "M9.5 6.5l4-4M10 2.5h3.5V6M6.5 9.5l-4 4M6 13.5H2.5V10",
  shrink: "M13.5 2.5l-4 4M9.5 3v3.5H13M2.5 13.5l4-4M6.5 13V9.5H3",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  search: "M11.5 7a4.5 4.5 0 11-9 0 4.5 4.5 0 019 0zM10.5 10.5L14 14",
  moon: "M13 9.5A5.5 5.5 0 016.5 3 5.5 5.5 0 1013 9.5z",
  sun: "M8 5a3 3 0 100 6 3 3 0 000-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
} as const;

export function Icon({ name }: { readonly name: keyof typeof STROKES }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={STROKES[name]} />
    </svg>
  );
}

/** A filled sign for playing and stopping. */
export function PlayIcon({ playing }: { readonly playing: boolean }) {
  return (
    <svg class="play-icon" viewBox="0 0 10 10" aria-hidden="true">
      <path d={playing ? "M2 1h2v8H2zM6 1h2v8H6z" : "M2 1l7 4-7 4z"} />
    </svg>
  );
}

/** Two arrows that follow each other round. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path class="line ops" d="M4 13A8 8 0 0119.2 9" />
      <path class="line fin" d="M20 11A8 8 0 014.8 15" />
      <path class="fill ops" d="M22.6 4.6v6h-6z" />
      <path class="fill fin" d="M1.4 19.4v-6h6z" />
    </svg>
  );
}
