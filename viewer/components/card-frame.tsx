/** What every card has: a top line with its buttons, a body that scrolls, a foot with its link. */
import "../styles/card.css";
import "../styles/details.css";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { openDialog } from "../dialogs.js";
import { NO_FILTER } from "../filter-of.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import type { Selection } from "../url.js";
import { CopyLink } from "./copy-link.js";
import { Icon } from "./icons.js";

interface CardFrameProps {
  readonly explorer: Explorer;
  readonly label: string;
  /** What stands in the top line, before the buttons. */
  readonly head: ComponentChildren;
  /** Buttons beside Close. */
  readonly actions?: ComponentChildren;
  /** What stands in the foot, after the link. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function CardFrame({ explorer, label, head, actions, foot, children }: CardFrameProps) {
  const t = text.value.card;
  const card = useRef<HTMLElement>(null);
  useFocusHere(card);
  return (
    <section class="card" aria-label={label} ref={card} tabIndex={-1}>
      <header class="card-head">
        <span class="card-kicker">{head}</span>
        <span class="card-buttons">
          {actions}
          <button
            type="button"
            class="icon-button"
            aria-label={t.close}
            title={t.close}
            onClick={() => explorer.select(null)}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div class="card-body" tabIndex={0}>
        {children}
      </div>
      <footer class="card-foot">
        <CopyLink explorer={explorer} />
        <button
          type="button"
          class="link"
          onClick={() => {
            openDialog.value = "take";
          }}
        >
          {t.image}
        </button>
        {foot}
      </footer>
    </section>
  );
}

/**
 * Where what was pressed is gone (a link in the card before, the search), the focus comes to the card; when
 * the card goes with the focus in it, the focus returns to where it was.
 */
function useFocusHere(card: RefObject<HTMLElement>): void {
  useEffect(() => {
    const before = document.activeElement;
    const own = card.current;
    if (before === null || before === document.body) own?.focus({ preventScroll: true });
    return () => {
      const isLost =
        own?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [card]);
}

/** A link has led to something these facts do not have. */
export function UnknownCard({
  explorer,
  type,
}: {
  readonly explorer: Explorer;
  readonly type: Selection["type"];
}) {
  const t = text.value.card;
  return (
    <CardFrame explorer={explorer} label={t.unknown[type]} head={null}>
      <h2>{t.unknown[type]}</h2>
      <p class="say">{t.unknownText}</p>
    </CardFrame>
  );
}

/** Says that the day or a filter hides what the card is about, and takes them off. */
export function NotInView({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.card;
  return (
    <p class="not-in-view">
      {t.notInView}{" "}
      <button type="button" class="link" onClick={() => explorer.go(NO_FILTER)}>
        {t.showIt}
      </button>
    </p>
  );
}
