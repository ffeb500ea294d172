import type { Page } from 'playwright-core';
import type { Visit } from './visit';

/** The words on the page of TikTok's stand-in, which follows the browser's language. */
export const authorizeWords = {
  fr: { authorize: 'Autoriser', cancel: 'Annuler' },
  en: { authorize: 'Authorize', cancel: 'Cancel' },
};

/** One of our texts as a pattern: its variables may be anything, its spaces of any kind. */
export function pattern(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(parts.join('.+?'));
}

/** From our consent page to TikTok's. */
export async function giveConsent({ page, words, server }: Visit): Promise<void> {
  await page.goto('/connect');
  await page.getByRole('checkbox', { name: words.connect.agree }).check();
  await page.getByRole('button', { name: words.connect.submit }).click();
  await page.waitForURL(`${server.sandboxUrl}/**`);
}

/** On TikTok's page: chooses a creator by username, leaves out scopes, says yes. Returns when our site has answered. */
export async function authorize(visit: Visit, username: string, withoutScopes: string[] = []): Promise<void> {
  const { page, language, server } = visit;
  await page.getByRole('radio', { name: `@${username}` }).check();
  for (const scope of withoutScopes) await page.getByRole('checkbox', { name: scope }).uncheck();
  await page.getByRole('button', { name: authorizeWords[language].authorize }).click();
  await page.waitForURL((url) => url.href.startsWith(`${server.url}/`));
}

/** Waits for the dashboard after its first reading, without loading the page again. */
export async function waitForFirstReading({ page, words }: Visit): Promise<void> {
  await page.getByText(pattern(words.dashboard.lastSynced)).first().waitFor({ timeout: 30_000 });
}

/** Signs in with a creator of the sandbox; ends on the dashboard, its first reading done. */
export async function connect(visit: Visit, username: string): Promise<void> {
  await giveConsent(visit);
  await authorize(visit, username);
  await waitForFirstReading(visit);
}

/** The sandbox makes its next calls go wrong, so that a run takes long enough to be watched. */
export async function delayReadings({ server }: Visit): Promise<void> {
  const response = await fetch(`${server.sandboxUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint: 'video/list', fault: 'internal_error', times: 2 }),
  });
  expect(response.status).toBe(200);
}

/** A card of the page by its heading. */
export function card(page: Page, heading: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
}

/** Nothing sticks out at the side: a page is as wide as the window, no wider. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const measured = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    innerWidth: window.innerWidth,
    widest: [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120)),
  }));
  const at = new URL(page.url()).pathname;
  expect({ at, ...measured, fits: measured.scrollWidth <= width && measured.innerWidth <= width }).toMatchObject({ fits: true });
}

/** Every picture in a part of the page has arrived, once looked at. @returns how many there are */
export async function waitForPictures(part: ReturnType<Page['locator']>): Promise<number> {
  const pictures = await part.locator('img').all();
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded();
    await expect(
      picture.evaluate(
        (image: HTMLImageElement) =>
          new Promise((resolve) => {
            // A picture out of the browser's own memory has its size before it counts as complete.
            if (image.complete || image.naturalWidth > 0) resolve(image.naturalWidth > 0);
            image.addEventListener('load', () => resolve(image.naturalWidth > 0));
            image.addEventListener('error', () => resolve(false));
          }),
      ),
    ).resolves.toBe(true);
  }
  return pictures.length;
}
