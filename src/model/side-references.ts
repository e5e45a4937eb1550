/** What observations, statements, lenses and redirects name: that it exists, and bears the name it should. */
import type { FieldPath } from "./explain.js";
import { Id } from "./ids.js";
import { LENS_SORTS } from "./lenses.js";
import { isObject, namedBy } from "./named.js";
import type { RawRecord } from "./records.js";
import { type Facts, mustBeEntity, unknown } from "./reference-faults.js";

/** Files of observations: each named for its subject, and no figure differs from nothing. */
export function checkFigures(facts: Facts): void {
  const groups = new Map<string, { file: string; path: FieldPath }[]>();
  for (const [id, record] of facts.raw.observations) {
    checkOwner(id, record, "observations", facts);
    checkEntities(record, ["with", "from", "to"], facts);
    for (const { path, id: group } of namedBy(record.value, ["conflict"], Id))
      groups.set(group, [...(groups.get(group) ?? []), { file: record.file, path }]);
  }
  for (const [group, [first, ...others]] of groups) {
    if (first === undefined || others.length > 0) continue;
    const mend = "give the other figure the same word, or remove it here";
    facts.report(first.file, first.path, `no other figure is in conflict "${group}"`, mend);
  }
}

/** A file of statements: named for its speaker. */
export function checkStatements(id: string, record: RawRecord, facts: Facts): void {
  checkOwner(id, record, "statements", facts);
  checkEntities(record, ["about"], facts);
}

/** Lenses: every id once, whatever its sort. */
export function checkLenses(record: RawRecord, facts: Facts): void {
  checkEntities(record, ["entity", "entities"], facts);
  const taken = new Map<string, string>();
  for (const sort of LENS_SORTS) {
    const rows = isObject(record.value) ? record.value[sort] : undefined;
    if (!isObject(rows)) continue;
    for (const id of Object.keys(rows)) {
      checkKey(record.file, [sort, id], id, facts);
      const twin = facts.raw.entities.has(id) ? "an entity" : taken.get(id);
      if (twin !== undefined)
        facts.report(record.file, [sort, id], `"${id}" is the id of ${twin}`, "choose another id", "key");
      taken.set(id, `one of ${sort}`);
    }
  }
}

/** Renamed ids: the old one is free, the new one is there, and nothing is renamed twice. */
export function checkRedirects(record: RawRecord, facts: Facts): void {
  for (const [sort, known, folder] of [
    ["entities", facts.raw.entities, "graph-data/entities/"],
    ["deals", facts.raw.deals, "graph-data/deals/"],
  ] as const) {
    const rows = isObject(record.value) ? record.value[sort] : undefined;
    if (!isObject(rows)) continue;
    for (const [old, id] of Object.entries(rows)) {
      const path = [sort, old];
      checkKey(record.file, path, old, facts);
      if (known.has(old))
        facts.report(
          record.file,
          path,
          `"${old}" is in use`,
          "only an id that is free can lead elsewhere",
          "key",
        );
      if (typeof id !== "string" || !Id.safeParse(id).success || known.has(id)) continue;
      const final = rows[id];
      const noun = sort === "deals" ? "deal" : "entity";
      if (typeof final === "string")
        facts.report(record.file, path, `"${id}" was renamed too`, `write ${old}: ${final}`);
      else unknown(record.file, path, noun, id, known.keys(), `its file below ${folder}`, facts.report);
    }
  }
}

/** A file is named for the entity it is of; what is no entity bears a name of its own. */
function checkOwner(id: string, record: RawRecord, list: string, facts: Facts): void {
  if (!isObject(record.value)) return;
  const { entity } = record.value;
  const rows = record.value[list];
  for (const key of isObject(rows) ? Object.keys(rows) : []) checkKey(record.file, [list, key], key, facts);
  if (typeof entity === "string" && Id.safeParse(entity).success) {
    mustBeEntity(record.file, ["entity"], entity, facts);
    if (entity !== id)
      facts.report(
        record.file,
        ["entity"],
        `${list} of ${entity} in a file called ${id}`,
        `call it ${entity}.yaml`,
      );
  } else if (entity === undefined && facts.raw.entities.has(id)) {
    const mend = `write entity: ${id}, or give the file another name`;
    facts.report(record.file, [], `"${id}" is the id of an entity`, mend);
  }
}

function checkEntities(record: RawRecord, keys: readonly string[], facts: Facts): void {
  for (const { path, id } of namedBy(record.value, keys, Id)) mustBeEntity(record.file, path, id, facts);
}

function checkKey(file: string, path: FieldPath, key: string, facts: Facts): void {
  if (Id.safeParse(key).success) return;
  facts.report(file, path, `"${key}" is no id`, "an id is lower-case words joined by hyphens", "key");
}
