/** What a folder of facts says of itself. */
import * as z from "zod";
import { isDay } from "./dates.js";

export const About = z.strictObject({
  version: z
    .string()
    .regex(/^\d{4}\.\d{1,2}\.\d{1,2}(-\d+)?$/, "a version is the day of the facts, such as 2026.11.21"),
  asOf: z.string().refine(isDay, { error: "write the last day the facts cover, such as 2026-11-21" }),
});
export type About = z.infer<typeof About>;
