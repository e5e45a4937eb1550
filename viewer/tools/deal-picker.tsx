/** A field that finds a deal in view by its title: the browser's own list of proposals. */
import { useId, useState } from "preact/hooks";
import { dealTitle } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { TOOLS_WORDS } from "../text/tools.js";

interface DealPickerProps {
  readonly explorer: Explorer;
  readonly onPick: (deal: string) => void;
}

export function DealPicker({ explorer, onPick }: DealPickerProps) {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].whatIf;
  const id = useId();
  const [typed, setTyped] = useState("");
  const { dataset } = explorer.facts;
  const deals = [...new Set(explorer.shown.value.graph.mapEdges((_key, flow) => flow.deal))];
  const byTitle = new Map(deals.map((deal) => [dealTitle(dataset, deal, t), deal]));
  const onInput = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const deal = byTitle.get(currentTarget.value);
    setTyped(deal === undefined ? currentTarget.value : "");
    if (deal !== undefined) onPick(deal);
  };
  return (
    <label class="deal-picker">
      <span class="note">{words.add}</span>
      <input
        type="text"
        list={id}
        placeholder={words.addHint}
        value={typed}
        autocomplete="off"
        onInput={onInput}
      />
      <datalist id={id}>
        {[...byTitle.keys()].sort().map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
    </label>
  );
}
