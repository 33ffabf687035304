import { foundBrowser, launchBrowser } from '../e2e/browser.ts';
import { serveSite } from '../e2e/serve.ts';
import { listFiles } from '../files/list-files.ts';

/** Pages of a site that are opened. */
const PAGES = 30;

/** Opens pages of a site in Chromium, where there is one: nothing asks, runs against the policy or loads from elsewhere. */
export async function browserFaults(site: string, skip: (reason: string) => void): Promise<string[]> {
  if (!foundBrowser()) {
    skip('no Chromium, Chrome or Edge: pages were read by a parser only');
    return [];
  }
  const faults: string[] = [];
  const server = await serveSite(site);
  try {
    const browser = await launchBrowser();
    try {
      const pages = listFiles(site).filter((file) => file.endsWith('.html'));
      const step = Math.max(1, Math.floor(pages.length / PAGES));
      const context = await browser.newContext();
      // The service worker would fetch the whole site; it has tests of its own.
      await context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
      );
      for (const file of pages.filter((_, at) => at % step === 0)) {
        const page = await context.newPage();
        page.on('dialog', (dialog) => {
          faults.push(`${file}: a dialog «${dialog.message()}»`);
          void dialog.dismiss();
        });
        page.on('pageerror', (error) => faults.push(`${file}: ${error.message}`));
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(`${file}: ${message.text()}`);
        });
        page.on('request', (request) => {
          if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
            faults.push(`${file}: a request to ${request.url()}`);
        });
        await page.goto(server.url + file.split('/').map(encodeURIComponent).join('/'));
        await page.close();
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
  return faults;
}
