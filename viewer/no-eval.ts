/** The page allows no code made at run time, so zod must not try to. */
import * as z from "zod";

z.config({ jitless: true });
