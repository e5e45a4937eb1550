/** What the keys do in a field with a list below it: arrows walk the list, Enter chooses, Escape leaves. */
import { useState } from "preact/hooks";

export interface Combobox {
  readonly isOpen: boolean;
  /** Which row of the list is meant. */
  readonly active: number;
  setOpen(isOpen: boolean): void;
  setActive(row: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * @param count how many rows the list has now.
 * @param onChoose takes the row that Enter was pressed on.
 * @param onLeave answers Escape, which then goes no further.
 */
export function useCombobox(count: number, onChoose: (row: number) => void, onLeave: () => void): Combobox {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, count - 1);
  return {
    isOpen,
    active,
    setOpen,
    setActive: setAt,
    onKeyDown(event) {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0 && count > 0) {
        event.preventDefault();
        // The first press of a closed list opens it where it stood.
        if (isOpen) setAt((active + step + count) % count);
        setOpen(true);
      } else if (event.key === "Enter") {
        event.preventDefault();
        onChoose(active);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        onLeave();
      }
    },
  };
}
