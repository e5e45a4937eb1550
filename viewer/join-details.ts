/** Core and details as the whole facts again: loaded with the first card. */
import { trustedDataset } from "../src/model/assemble.js";
import { builtRecords } from "../src/model/built-records.js";
import type { CoreDocument } from "../src/model/core.js";
import type { Dataset } from "../src/model/dataset.js";
import { joinBuilt } from "../src/model/split.js";

/** @throws CapitalLoopError `invalid-dataset` when the document is no details. */
export function joinDetails(core: CoreDocument, document: unknown): Dataset {
  // The build checked the records, and both parts come from one build.
  return trustedDataset(builtRecords(joinBuilt(core, document)));
}
