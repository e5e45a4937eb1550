/** Where a figure comes from: each publisher with its link, and how near it stands. */
import { Fragment } from "preact";
import type { Source } from "../../src/model/source.js";
import { OnFile } from "../components/on-file.js";
import { text } from "../text/text.js";

export function SourceLinks({ sources }: { readonly sources: readonly Source[] }) {
  const t = text.value;
  return (
    <>
      {sources.map(({ id, url, publisher, tier, language }, i) => (
        <Fragment key={id}>
          {i > 0 && t.comma}
          {url === undefined ? (
            <OnFile>{publisher}</OnFile>
          ) : (
            <a href={url} rel="noreferrer" target="_blank" lang="en" hreflang={language?.split(",")[0]}>
              {publisher}
            </a>
          )}{" "}
          <span class="note">{t.deal.tiers[tier]}</span>
        </Fragment>
      ))}
    </>
  );
}
