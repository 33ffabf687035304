import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { buildFixtureSite, type FixtureSite } from './fixture-site.ts';
import { serveSite, type TestServer } from './serve.ts';

/** What the tests of a file look at: a built site, a server of it and a browser. */
interface Served {
  site: FixtureSite;
  server: TestServer;
  browser: Browser;
}

/**
 * Builds a site, serves it and starts a browser before the tests of a file, and ends all three after them.
 * @param files content as `buildFixtureSite` takes it
 * @param options of the server
 * @param more made of the built site before the first test: hooks of a file do not wait for one another
 * @returns filled when the first test begins
 */
export function servedSite(
  files: Record<string, string>,
  options: Parameters<typeof serveSite>[1] = {},
  more: (site: FixtureSite) => Promise<void> = async () => {},
): Served {
  const served: Partial<Served> = {};
  before(async () => {
    served.site = await buildFixtureSite(files);
    served.server = await serveSite(served.site.dir, options);
    served.browser = await launchBrowser();
    await more(served.site);
  });
  after(async () => {
    await served.browser?.close();
    await served.server?.close();
    await served.site?.remove();
  });
  return served as Served;
}
