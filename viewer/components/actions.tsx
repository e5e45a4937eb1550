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
  const open = (dialog: "take" | "stories" | null) => {
    openDialog.value = dialog;
  };
  // The instruments and stories are about the built-in facts.
  const isBuiltIn = explorer.own === undefined;
  return (
    <>
      {(isBuiltIn ? TOOL_ACTIONS : []).map((tool) => (
        <button
          key={tool}
          type="button"
          class="action"
          aria-pressed={explorer.view.value.tool === tool}
          onClick={() => {
            open(null);
            explorer.go({ tool: explorer.view.peek().tool === tool ? null : tool });
          }}
        >
          {words.tools[tool]}
        </button>
      ))}
      {isBuiltIn && (
        <button type="button" class="action" onClick={() => open("stories")}>
          {words.stories}
        </button>
      )}
      <button
        type="button"
        class="action"
        onClick={() => {
          open(null);
          chooseOwnFile();
        }}
      >
        {words.open}
      </button>
      <button type="button" class="action" onClick={() => open("take")}>
        {words.take}
      </button>
      <button
        type="button"
        class="action"
        onClick={() => {
          open(null);
          explorer.go({ about: true });
        }}
      >
        {t.bar.about}
      </button>
    </>
  );
}
