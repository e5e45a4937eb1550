/** The page allows no code made at run time, so zod must not try to, in whatever part of it facts are checked. */
import { config } from "zod/v4/core";

/** Call it before a part is loaded that makes a schema. */
export function forbidEval(): void {
  config({ jitless: true });
}
