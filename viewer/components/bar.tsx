/** The head of the page: who this is, the search, the views, what it is about, the theme. */
import { useState } from "preact/hooks";
import { isPhone } from "../media.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { FIRST_VIEW } from "../url.js";
import { Actions } from "./actions.js";
import { Icon, Mark } from "./icons.js";
import { SearchBox } from "./search-box.js";
import { ViewSwitch } from "./view-switch.js";

export function Bar({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const [isSearching, setSearching] = useState(false);
  const goHome = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    explorer.go({ ...FIRST_VIEW, lang: explorer.view.value.lang });
  };
  const isFolded = isPhone.value && !isSearching;
  return (
    <header class={isPhone.value && isSearching ? "bar searching" : "bar"}>
      <a class="brand" href="./" aria-label={t.bar.home} onClick={goHome}>
        <Mark />
        <span>{t.title}</span>
      </a>
      {isFolded ? (
        <button
          type="button"
          class="icon-button find"
          aria-label={t.bar.find}
          onClick={() => setSearching(true)}
        >
          <Icon name="search" />
        </button>
      ) : (
        <SearchBox explorer={explorer} focus={isSearching} onDone={() => setSearching(false)} />
      )}
      {isPhone.value && isSearching && (
        <button
          type="button"
          class="icon-button"
          aria-label={t.search.close}
          onClick={() => setSearching(false)}
        >
          <Icon name="close" />
        </button>
      )}
      <ViewSwitch explorer={explorer} />
      <Actions explorer={explorer} />
    </header>
  );
}
