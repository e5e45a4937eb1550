/**
 * Every link, picture, style and program of the site leads to a file that is there, and to a place in it that is
 * there. Addresses elsewhere are held to their form; nothing is fetched.
 *
 *     node docs/theme/check-links.mjs [FOLDER]
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const site = resolve(process.argv[2] ?? fileURLToPath(new URL("../../site", import.meta.url)));
const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".html"))
  .sort();
const texts = new Map(pages.map((name) => [join(site, name), readFileSync(join(site, name), "utf8")]));
const ids = new Map([...texts].map(([file, text]) => [file, new Set(values(text, "id"))]));

const faults = [];
let count = 0;
for (const [file, text] of texts) {
  for (const link of [...values(text, "href"), ...values(text, "src")]) {
    count++;
    const fault = faultOf(file, link);
    if (fault !== null) faults.push(`${relative(site, file)}: "${link}" ${fault}`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`${count} links on ${pages.length} pages, ${faults.length} of them lead nowhere`);
process.exitCode = faults.length === 0 && pages.length > 0 ? 0 : 1;

/** The values of an attribute, wherever it stands. Code that is shown has its signs escaped, and is no attribute. */
function values(text, attribute) {
  const found = text.replace(/<script[^>]*>[\s\S]*?<\/script>/g, (tag) => tag.slice(0, tag.indexOf(">") + 1));
  return [...found.matchAll(new RegExp(`<[^>]*\\s${attribute}="([^"]*)"`, "g"))].map(([, value]) =>
    value.replaceAll("&amp;", "&").replaceAll("&gt;", ">").replaceAll("&lt;", "<"),
  );
}

/** What is wrong with a link of a page, or null. */
function faultOf(file, link) {
  if (/^(?:data|mailto):/.test(link)) return null;
  if (/^[a-z][a-z+.-]*:/i.test(link) || link.startsWith("//"))
    return /^https?:\/\//.test(link) && URL.canParse(link) ? null : "is no address";
  if (link.startsWith("/")) return "starts at the root of the host; the site may lie below it";
  const [path = "", place = ""] = link.split("#");
  const target = path === "" ? file : resolve(dirname(file), decodeURIComponent(path.split("?")[0] ?? ""));
  if (target !== site && !target.startsWith(site + sep)) return "leads out of the site";
  if (!existsSync(target) || !statSync(target).isFile()) return "leads to no file";
  const known = ids.get(target);
  // The explorer reads its own address; a picture has no places.
  if (place === "" || known === undefined || place.startsWith("/")) return null;
  return known.has(decodeURIComponent(place)) ? null : "leads to no place of that page";
}
