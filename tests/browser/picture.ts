/** What a test needs to know of the drawn picture. */
import type { Page } from "playwright-core";

/** Waits until the picture is drawn. */
export async function picture(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Zoom" }).waitFor();
  await page.locator(".stage canvas").first().waitFor({ state: "attached", timeout: 20_000 });
  // Drawing follows in a frame of its own; software rendering takes its time.
  await page.waitForTimeout(600);
}

/** How many pixels of the picture are not paper, by a screenshot of it. */
export async function inkOn(page: Page): Promise<number> {
  const box = await page.getByRole("region", { name: "The picture: who pays whom" }).boundingBox();
  if (box === null) throw new Error("inkOn: the page has no picture");
  const png = (await page.screenshot({ clip: box })).toString("base64");
  const blank = await page.context().newPage();
  const ink = await blank.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    if (context === null) return 0;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let i = 4; i < pixels.length; i += 4) {
      const away = [0, 1, 2].reduce((sum, c) => sum + Math.abs((pixels[i + c] ?? 0) - (pixels[c] ?? 0)), 0);
      if (away > 24) count++;
    }
    return count;
  }, png);
  await blank.close();
  return ink;
}

/** Where an entity's dot is on the page: the keyboard's own mark stands on it when it has the focus. */
export async function dotOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const mark = page
    .getByRole("list", { name: /^Entities of the picture/ })
    .getByRole("button", { name, exact: true });
  await mark.focus();
  await page.waitForTimeout(100);
  const box = await mark.boundingBox();
  if (box === null) throw new Error(`dotOf: ${name} is not in the picture`);
  await mark.blur();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
