/** About the project: method, sources, limits, how to correct a fact. One click away, and a link of its own. */
import { useEffect, useRef } from "preact/hooks";
import type { Explorer } from "../state.js";
import { aboutEn } from "../text/about-en.js";
import { text } from "../text/text.js";
import { Icon } from "./icons.js";

export function About({ explorer }: { readonly explorer: Explorer }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { dataset, counts } = explorer.facts;

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () => explorer.go({ about: false });
  const { title, sections } = aboutEn({
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
