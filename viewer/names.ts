/** What an entity is called in the reader's language. */
import type { Dataset } from "../src/model/dataset.js";
import type { Text } from "./text/en.js";

type Names = Pick<Dataset, "entities">;

/** The name for running text and cards. */
export function fullName({ entities }: Names, id: string, { language }: Text): string {
  const entity = entities.get(id);
  if (entity === undefined) return id;
  return language === "en" ? entity.name : entity.names[language];
}

/** The name for crowded places: the short one where there is one. */
export function displayName(dataset: Names, id: string, text: Text): string {
  const short = text.language === "en" ? dataset.entities.get(id)?.short : undefined;
  return short ?? fullName(dataset, id, text);
}
