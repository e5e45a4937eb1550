/** What can be done beside looking: side by side in the bar, behind one button where it is narrow. */
import { useEffect, useRef } from "preact/hooks";
import { openDialog } from "../dialogs.js";
import { isNarrow, isPhone } from "../media.js";
import { chooseOwnFile } from "../own-later.js";
import type { Explorer } from "../state.js";
import { BAR_WORDS } from "../text/bar-words.js";
import { text } from "../text/text.js";
import type { Tool } from "../url.js";
import { Icon } from "./icons.js";
import { LanguageSwitch } from "./language-switch.js";
import { ThemeToggle } from "./theme-toggle.js";

export function Actions({ explorer }: { readonly explorer: Explorer }) {
  const words = BAR_WORDS[text.value.language];
  if (isNarrow.value) {
    return (
      <div class="actions">
        {!isPhone.value && <Settings explorer={explorer} />}
        <button
          type="button"
          class="icon-button"
          aria-label={words.menu}
          onClick={() => {
            openDialog.value = "menu";
          }}
        >
          <Icon name="menu" />
        </button>
        {openDialog.value === "menu" && <Menu explorer={explorer} />}
      </div>
    );
  }
  return (
    <div class="actions">
      <ActionButtons explorer={explorer} />
      <Settings explorer={explorer} />
    </div>
  );
}

function Settings({ explorer }: { readonly explorer: Explorer }) {
  return (
    <>
      <LanguageSwitch explorer={explorer} />
      <ThemeToggle />
    </>
  );
}

function Menu({ explorer }: { readonly explorer: Explorer }) {
  const words = BAR_WORDS[text.value.language];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const onClose = () => {
    // An action of the menu may have opened another dialog.
    if (openDialog.peek() === "menu") openDialog.value = null;
  };
  return (
    <dialog ref={dialog} class="menu" aria-label={words.menu} onClose={onClose}>
      <button
        type="button"
        class="icon-button"
        aria-label={text.value.card.close}
        onClick={() => dialog.current?.close()}
      >
        <Icon name="close" />
      </button>
      <ActionButtons explorer={explorer} />
      {isPhone.value && (
        <div class="menu-foot">
          <Settings explorer={explorer} />
        </div>
      )}
    </dialog>
  );
}

const TOOL_ACTIONS = ["what-if", "paths", "breaks"] as const satisfies readonly Tool[];

function ActionButtons({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = BAR_WORDS[t.language];
  // The instruments and stories are about the built-in facts.
  const isBuiltIn = explorer.own === undefined;
  return (
    <>
      {(isBuiltIn ? TOOL_ACTIONS : []).map((tool) => (
        <Action
          key={tool}
          name={words.tools[tool]}
          isPressed={explorer.view.value.tool === tool}
          onPress={() => explorer.go({ tool: explorer.view.peek().tool === tool ? null : tool })}
        />
      ))}
      {isBuiltIn && <Action name={words.stories} opens="stories" />}
      <Action name={words.open} onPress={chooseOwnFile} />
      <Action name={words.take} opens="take" />
      <Action name={t.bar.about} onPress={() => explorer.go({ about: true })} />
    </>
  );
}

interface ActionProps {
  readonly name: string;
  readonly isPressed?: boolean;
  readonly opens?: "take" | "stories";
  readonly onPress?: () => void;
}

/** Another dialog, the menu among them, gives way to what is opened or done. */
function Action({ name, isPressed, opens, onPress }: ActionProps) {
  return (
    <button
      type="button"
      class="action"
      aria-pressed={isPressed}
      onClick={() => {
        openDialog.value = opens ?? null;
        onPress?.();
      }}
    >
      {name}
    </button>
  );
}
