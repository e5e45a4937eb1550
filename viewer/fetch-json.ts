/** One document from beside the page. */

/** @throws Error that names the document and what the server said. */
export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`.trim());
  return response.json();
}
