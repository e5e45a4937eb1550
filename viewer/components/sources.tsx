/** The sources of a deal by number: publisher with its link, how near it stands, what it supports, its day. */
import type { CitedSource } from "../sources-of.js";
import { text } from "../text/text.js";

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
  const t = text.value.deal;
  const supports =
    evidence === null ? [t.supports.status] : evidence.supports.map((field) => t.supports[field]);
  return (
    <li>
      <span class="number" aria-hidden="true">
        {number}
      </span>
      <span>
        {source.url === undefined ? (
          source.publisher
        ) : (
          <a href={source.url} rel="noreferrer" target="_blank">
            {source.title ?? source.publisher}
          </a>
        )}{" "}
        <span class="note">
          {t.tiers[source.tier]}, {evidence?.says ?? supports.join(", ")}
          {evidence?.at === undefined ? "" : `, ${evidence.at}`}
        </span>
      </span>
      <span class="note day-of">
        {source.published === undefined ? "" : text.value.day(source.published)}
      </span>
    </li>
  );
}
