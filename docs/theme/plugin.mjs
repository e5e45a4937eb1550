/**
 * What the site needs beside what TypeDoc does: pages named by their own headings, links to folders that lead to
 * the README in them as they do where the repository is read, and links of the frame that hold at every depth.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Converter, PageEvent } from "typedoc";

/** How a link of the frame begins in `typedoc.json`. */
const OF_SITE = "site:";

/** @param {import("typedoc").Application} app */
export function load(app) {
  const register = app.files.register.bind(app.files);
  app.files.register = (source, path) => register(source, readmeOf(source, path));

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const [, heading] = /^# (.+)$/m.exec(document.content.map(({ text }) => text).join("")) ?? [];
    if (heading !== undefined) document.name = heading;
  });

  app.renderer.on(PageEvent.END, (page) => {
    const up = "../".repeat(page.url.split("/").length - 1) || "./";
    page.contents = page.contents?.replaceAll(`href="${OF_SITE}`, `href="${up}`);
  });
}

function readmeOf(source, path) {
  const readme = join(path, "README.md");
  return existsSync(join(dirname(source), readme)) ? readme : path;
}
