/** The sources of a deal by number: publisher with its link, how near it stands, what it supports, its day. */
import { Fragment } from "preact";
import type { CitedSource } from "../sources-of.js";
import { text } from "../text/text.js";
import { OnFile } from "./on-file.js";

export function Sources({ sources }: { readonly sources: readonly CitedSource[] }) {
  const t = text.value.deal;
  const primary = sources.filter(({ source }) => source.tier === "primary").length;
  return (
    <section>
      <h3>
        {t.sources} <span class="note">{t.sourceCount(sources.length, primary)}</span>
      </h3>
      <ol class="sources">
        {sources.map((cited) => (
          <SourceRow key={cited.source.id} cited={cited} />
        ))}
      </ol>
    </section>
  );
}

function SourceRow({ cited: { number, source, evidence } }: { readonly cited: CitedSource }) {
  const { comma, deal: t, join } = text.value;
  const onFile = [evidence?.says, evidence?.at].filter((words) => words !== undefined);
  const supports =
    evidence === null ? [t.supports.status] : evidence.supports.map((field) => t.supports[field]);
  return (
    <li>
      <span class="number" aria-hidden="true">
        {number}
      </span>
      <span>
        {source.url === undefined ? (
          <OnFile>{source.publisher}</OnFile>
        ) : (
          <a href={source.url} rel="noreferrer" target="_blank" lang={source.language?.split(",")[0] ?? "en"}>
            {source.title ?? source.publisher}
          </a>
        )}{" "}
        <span class="note">
          {join([t.tiers[source.tier], evidence?.says === undefined ? join(supports) : ""])}
          {onFile.map((words) => (
            <Fragment key={words}>
              {comma}
              <OnFile>{words}</OnFile>
            </Fragment>
          ))}
        </span>
      </span>
      <span class="note day-of">
        {source.published === undefined ? "" : text.value.day(source.published)}
      </span>
    </li>
  );
}
