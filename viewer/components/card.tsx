/** The card of what is chosen: a loop, a path, an entity, a deal or a place. */
import type { Explorer } from "../state.js";
import { formatView } from "../url.js";
import { DealCard } from "./deal-card.js";
import { EntityCard } from "./entity-card.js";
import { LoopCard } from "./loop-card.js";
import { PathCard } from "./path-card.js";
import { PlaceCard } from "./place-card.js";

export function Card({ explorer }: { readonly explorer: Explorer }) {
  const selection = explorer.selection.value;
  if (selection === null) return null;
  // A key of its own, so that each card starts at its top.
  const key = formatView({ ...explorer.view.peek(), selection });
  const Deal = explorer.own?.parts.DealCard ?? DealCard;
  switch (selection.type) {
    case "loop":
      return <LoopCard key={key} explorer={explorer} id={selection.id} />;
    case "path":
      return <PathCard key={key} explorer={explorer} id={selection.id} />;
    case "entity":
      return <EntityCard key={key} explorer={explorer} id={selection.id} />;
    case "deal":
      return <Deal key={key} explorer={explorer} id={selection.id} />;
    case "place":
      return <PlaceCard key={key} explorer={explorer} id={selection.id} />;
  }
}
