/** Why no text comes out of a file, each with what to do about it. */
import { CapitalLoopError } from "../errors.js";

const REASONS = {
  notUtf8: "this is not UTF-8 text; save it as UTF-8",
  unfoldsTooFar: "the gzipped file unfolds to hundreds of times its size; unpack it yourself first",
  cutOff: "the gzipped file ends in the middle; fetch or make it again",
  damaged: "the gzipped file is damaged; fetch or make it again",
  gone: "the file can no longer be read; was it moved or changed?",
  lineWithoutEnd: "a line has no end; is this a text file?",
} as const;

/** The error that says it of a file. */
export function unreadable(file: string, reason: keyof typeof REASONS): CapitalLoopError {
  return new CapitalLoopError("unreadable", `${file}: ${REASONS[reason]}`);
}
