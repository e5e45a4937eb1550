/** The entities of one place of the picture as a list: a full equal of the drawing. */
import { GROUP_TITLES } from "../../src/layout/sectors.js";
import { LAYERS } from "../../src/model/entity.js";
import { fullName } from "../names.js";
import { countIn, placeOf } from "../scene-texts.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import type { Place } from "../url.js";
import { CardFrame } from "./card-frame.js";
import { useCardTitle } from "./card-title.js";
import { ViewLink } from "./links.js";

interface PlaceCardProps {
  readonly explorer: Explorer;
  readonly id: Place;
}

export function PlaceCard({ explorer, id }: PlaceCardProps) {
  const t = text.value;
  const { title, count } = t.stage.places[id];
  const { layout } = explorer.facts;
  const groups = groupsOf(explorer, id);

  useCardTitle(explorer, title);

  return (
    <CardFrame
      explorer={explorer}
      label={title}
      head={count(countIn({ layout, shown: explorer.shown.value }, id))}
    >
      <h2>{title}</h2>
      {groups.length === 0 && <p class="say">{t.place.empty}</p>}
      {groups.map(({ heading, ids }) => (
        <section key={heading}>
          <h3>
            {heading} <span class="note">{ids.length}</span>
          </h3>
          <ul class="plain columns">
            {ids.map((entity) => (
              <li key={entity}>
                <ViewLink explorer={explorer} to={{ type: "entity", id: entity }}>
                  {fullName(explorer.facts.dataset, entity, t)}
                </ViewLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </CardFrame>
  );
}

/** A margin by its own groups; the middle and the strip by layer. */
function groupsOf({ facts, shown, own }: Explorer, place: Place): { heading: string; ids: string[] }[] {
  const t = text.value;
  const { graph } = shown.value;
  const { layout } = facts;
  // Where a file knows of no layers, all of them are entities and no more.
  const nameless = own?.tells.layers === false ? own.words(t.language).entities : undefined;
  if (place === "in" || place === "out") {
    return layout.groups
      .filter((group) => group.place === place)
      .map((group) => ({
        heading: nameless ?? GROUP_TITLES[group.title][t.language],
        ids: [...group.ids, ...group.folded].filter((id) => graph.hasNode(id)),
      }))
      .filter(({ ids }) => ids.length > 0);
  }
  const groups = new Map<string, string[]>();
  for (const [id, node] of Object.entries(layout.nodes)) {
    if (placeOf(node) !== place || !graph.hasNode(id)) continue;
    const layer = graph.getNodeAttribute(id, "layer");
    const heading = layer === null ? (nameless ?? t.place.others) : LAYERS[layer][t.language];
    groups.set(heading, [...(groups.get(heading) ?? []), id]);
  }
  return [...groups].map(([heading, ids]) => ({ heading, ids }));
}
