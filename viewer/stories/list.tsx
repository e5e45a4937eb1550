/** The stories to choose from. */
import "../styles/stories.css";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../components/icons.js";
import { openDialog } from "../dialogs.js";
import { displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { STORIES_WORDS } from "../text/stories.js";
import { text } from "../text/text.js";
import { FIRST_VIEW } from "../url.js";
import { STORIES, type Story } from "./stories.js";
import { goToStep } from "./story-card.js";

export function StoryList({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value;
  const words = STORIES_WORDS[t.language];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => {
    openDialog.value = null;
  };
  const begin = (story: Story) => {
    close();
    // A story is told of the last day and of all deals, whatever was looked at before.
    const { asOf, firm, hidden, cuts } = FIRST_VIEW;
    explorer.go({ asOf, firm, hidden, cuts }, "replace");
    goToStep(explorer, story, 1);
  };
  return (
    <dialog ref={dialog} class="about stories" aria-labelledby="stories-title" onClose={close}>
      <header>
        <h2 id="stories-title">{words.title}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p>{words.intro}</p>
      <ol>
        {STORIES.map((story) => (
          <li key={story.id}>
            <button type="button" onClick={() => begin(story)}>
              <b>{words.told[story.id].title}</b>
              <span class="note">
                {story.entities.map((id) => displayName(explorer.facts.dataset, id, t)).join(" → ")}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </dialog>
  );
}
