/** A few choices side by side, one of them pressed. */

interface SwitchProps<Option extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Option, string>>;
  readonly options: readonly Option[];
  readonly chosen: Option;
  readonly onChoose: (option: Option) => void;
}

export function Switch<Option extends string>({
  label,
  words,
  options,
  chosen,
  onChoose,
}: SwitchProps<Option>) {
  return (
    <fieldset class="switch" aria-label={label}>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => onChoose(option)}>
          {words[option]}
        </button>
      ))}
    </fieldset>
  );
}
