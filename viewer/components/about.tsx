/** About the project: method, sources, limits, how to correct a fact. One click away, and a link of its own. */
import { useEffect, useRef } from "preact/hooks";
import type { Explorer } from "../state.js";
import { aboutEn } from "../text/about-en.js";
import { aboutZhHans } from "../text/about-zh-hans.js";
import { aboutZhHant } from "../text/about-zh-hant.js";
import { text } from "../text/text.js";
import { Icon } from "./icons.js";

const WORDS = { en: aboutEn, "zh-Hans": aboutZhHans, "zh-Hant": aboutZhHant } as const;

export function About({ explorer }: { readonly explorer: Explorer }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // A file of the reader's own tells nothing of the project.
  const { dataset, counts } = explorer.own?.home ?? explorer.facts;

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () => explorer.go({ about: false });
  const { title, sections } = WORDS[text.value.language]({
    version: dataset.about.version,
    asOf: text.value.longDay(dataset.about.asOf),
    entities: dataset.entities.size,
    deals: dataset.deals.size,
    sources: counts.sources,
  });
  return (
    <dialog ref={dialog} class="about" aria-labelledby="about-title" onClose={close}>
      <header>
        <h2 id="about-title">{title}</h2>
        <button type="button" class="icon-button" aria-label={text.value.card.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </dialog>
  );
}
