/** Previous and next, in a card's top line. */
import { Icon } from "./icons.js";

interface StepButtonsProps {
  readonly previous: string;
  readonly next: string;
  /** Null where there is none. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

export function StepButtons({ previous, next, onPrevious, onNext }: StepButtonsProps) {
  const steps = [
    { name: "previous", label: previous, go: onPrevious },
    { name: "next", label: next, go: onNext },
  ] as const;
  return (
    <>
      {steps.map(({ name, label, go }) => (
        <button
          key={name}
          type="button"
          class="icon-button"
          aria-label={label}
          title={label}
          disabled={go === null}
          onClick={() => go?.()}
        >
          <Icon name={name} />
        </button>
      ))}
    </>
  );
}
