/**
 * The schemas of facts for editors: with them a YAML editor completes keys and underlines what does not
 * hold. They are made from the schemas the facts are checked by, never written by hand.
 */
import * as z from "zod";
import { About } from "../model/about.js";
import { Deal } from "../model/deal.js";
import { Entity } from "../model/entity.js";
import { Lenses } from "../model/lenses.js";
import { Rates } from "../model/money.js";
import { ObservationFile } from "../model/observation.js";
import { Redirects } from "../model/redirects.js";
import { Publisher } from "../model/source.js";
import { StatementFile } from "../model/statement.js";

const SCHEMAS = {
  about: { schema: About, title: "What a folder of facts says of itself" },
  deal: { schema: Deal, title: "A deal, for its whole life" },
  entity: { schema: Entity, title: "A company, lab, fund, utility, vehicle or site" },
  layers: { schema: Lenses, title: "How the industry is looked at" },
  observations: { schema: ObservationFile, title: "Figures of one entity or market" },
  rates: { schema: Rates, title: "Other currencies in US dollars" },
  redirects: { schema: Redirects, title: "Ids that were renamed" },
  source: { schema: Publisher, title: "A publisher and its documents" },
  statements: { schema: StatementFile, title: "What one speaker said" },
} as const;

/** The names of the schema files, without `.json`. */
export const JSON_SCHEMA_NAMES = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

/**
 * Each schema as the text of its file. Draft 7, which YAML editors know best; what one value alone cannot
 * tell (the calendar, other files) is left to `validate`.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    JSON_SCHEMA_NAMES.map((name) => {
      const { schema, title } = SCHEMAS[name];
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
      return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
