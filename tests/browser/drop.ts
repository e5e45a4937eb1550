/** Files dropped on the page, as a person drags them from a folder. */
import type { Page } from "playwright-core";

export interface DroppedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Drags files over the page, and drops them there. */
export async function dropFiles(page: Page, ...files: readonly DroppedFile[]): Promise<void> {
  const written = files.map(({ name, content }) => ({
    name,
    base64: Buffer.from(content).toString("base64"),
  }));
  const transfer = await page.evaluateHandle(async (sent) => {
    const data = new DataTransfer();
    for (const { name, base64 } of sent) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, written);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await page.getByText("Drop a file of payments here").waitFor();
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}
