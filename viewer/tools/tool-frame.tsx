/** What every instrument has: a title, a way to close it, a body that scrolls. */
import "../styles/tools.css";
import type { ComponentChildren } from "preact";
import { Icon } from "../components/icons.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { TOOLS_WORDS } from "../text/tools.js";

interface ToolFrameProps {
  readonly explorer: Explorer;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function ToolFrame({ explorer, title, children }: ToolFrameProps) {
  const words = TOOLS_WORDS[text.value.language];
  return (
    <section class="tool" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words.close}
          onClick={() => explorer.go({ tool: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div class="tool-body" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
