import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { absent } from '../exporters/testing/tools.ts';
import * as strings from '../locales/zh-Hans.ts';
import { makePackage } from '../packages/make.ts';
import { silent } from '../progress.ts';
import { settingsSchema } from '../settings.ts';
import { launchFirefox } from './firefox.ts';
import { serveSite } from './serve.ts';
import { servedSite } from './served-site.ts';
import { visitSite } from './visit.ts';

/** A folder as people have them. */
const FOLDER = '离线 档案 50% 旧闻/站点#1';

const article = (id: number, fields: string, body: string) =>
  `---\nurl: https://example.org/article/${1000 + id}\n${fields}\n---\n\n${body}\n`;

/** Some months of articles, two undated, one whose text holds what text can hold. */
function content(): Record<string, string> {
  const files: Record<string, string> = {
    'archive.yml': 'title: 盘上档案\nsearch: { pagefind: off }\n',
    'odd.md': article(
      1,
      'name: 林一\ntime: 2011-02-03 08:00\ntitle: 三号仓库 </script> 的 "钥匙" \\u2028\ntags: [仓库, "a\\"b"]',
      `第一段说**钥**匙挂在门后。\n\n    代码  两格\n    </script><!-- 第二行\n\n| 灯 | 数 |\n|----|----|\n| 红 | 七盏 |\n\n最后一段：😀𠮷野家的钥匙\\u2028也在。[^1]\n\n[^1]: 脚注里的钥匙。`,
    ),
    'undated-1.md': article(2, 'name: 周二\ntitle: 没有日期的钥匙', '谁也说不清这把钥匙是哪一年的。'),
    'undated-2.md': article(3, 'name: 周二\ntitle: 另一篇没有日期的', '这里什么也没有。'),
  };
  for (let number = 10; number < 60; number++)
    files[`${number}.md`] = article(
      number,
      `name: ${number % 2 ? '林一' : '周二'}\ntime: 20${10 + (number % 5)}-0${1 + (number % 3)}-11 08:00\ntitle: 仓库记录之${number}\ntags: [${number % 3 ? '仓库' : '车间'}]`,
      `第 ${number} 号货架清点完毕。${number === 17 ? '管理员用人工智能改变了盘点的办法。' : ''}\n\n${'没有别的事情可以写。'.repeat(number * 4)}\n\n${number % 7 === 0 ? '末尾提到了钥匙。' : ''}`,
    );
  return files;
}

let temp = '';
/** The unpacked zip, as a path and as an address. */
let unpacked = '';
let root = '';

const served = servedSite(content(), {}, async (site) => {
  temp = await mkdtemp(path.join(tmpdir(), 'jiuwen-file-url-'));
  const [zip = ''] = await makePackage({
    kind: 'zip',
    siteDir: site.dir,
    outDir: temp,
    settings: settingsSchema.parse({ title: '盘上档案' }),
    strings,
    progress: silent,
  });
  const folder = path.join(temp, FOLDER);
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  unpacked = path.join(folder, '盘上档案');
  root = `${pathToFileURL(unpacked).href}/`;
});

after(async () => {
  if (temp) await rm(temp, { recursive: true });
});

/** Opens a page of a site, on a disk too, runs a test on it and wants it silent. */
const visit = (
  url: string,
  address: string,
  body: (page: Page, messages: string[]) => Promise<void>,
): Promise<void> =>
  visitSite({ browser: served.browser, server: { url, requests: [] } }, address, ({ page, messages }) =>
    body(page, messages),
  );

const asked = (query: string, rest = '') => `search.html?q=${encodeURIComponent(query)}${rest}`;

/** The rows of some hits as readers see them, links relative to the site. */
const rows = (page: Page, links: string, where: string): Promise<unknown[]> =>
  page
    .locator(links)
    .evaluateAll(
      (found, where) =>
        found.map((link) => [
          link.getAttribute('href')?.replace(where, ''),
          link.closest('li')?.innerHTML.replaceAll(where, ''),
        ]),
      where,
    );

/** A page of each site that is asked one query after the other: where it leads, and what its console said. */
const asking = new Map<string, { page: Page; messages: string[] }>();

async function pageFor(where: string): Promise<{ page: Page; messages: string[] }> {
  const known = asking.get(where);
  if (known) return known;
  const page = await served.browser.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  asking.set(where, { page, messages });
  return { page, messages };
}

/** Everything a reader sees of the results of a query. */
async function resultsOf(where: string, address: string): Promise<Record<string, unknown>> {
  const { page, messages } = await pageFor(where);
  await page.goto(where + address);
  await page.waitForSelector('#results[data-state=done]', { timeout: 15_000 });
  assert.deepEqual(messages, []);
  return {
    total: await page.getAttribute('#results', 'data-total'),
    said: await page.textContent('.search-status'),
    controls: await page.textContent('.search-controls'),
    hits: await rows(page, 'a[data-hit]', where),
  };
}

const QUERIES: [query: string, rest: string, total: string][] = [
  ['钥匙', '', '9'],
  ['钥匙', '&sort=oldest', '9'],
  ['钥匙', '&year=2011', '3'],
  ['仓库', '', '51'],
  ['仓库 -钥匙', '&author=林一', '22'],
  ['清点完毕', '&topic=车间', '16'],
  ['盘点办法与人工智能', '', '0'],
  ['代码 两格', '', '1'],
  ['𠮷野家的', '', '1'],
  ['"第二行"', '', '1'],
  ['脚注里的钥', '', '1'],
  ['并不存在的字', '', '0'],
];
for (const [query, rest, total] of QUERIES)
  test(`from a disk the results are those over HTTP: ${query}${rest}`, async () => {
    const address = asked(query, rest);
    const [disk, http] = await Promise.all([resultsOf(root, address), resultsOf(served.server.url, address)]);
    assert.deepEqual(disk, http);
    assert.equal(disk.total, total);
  });

test('a site with Pagefind does not offer it from a disk, where it could not be loaded', async () => {
  const html = await readFile(path.join(unpacked, 'search.html'), 'utf8');
  const both = html.replace('data-engines="gram"', 'data-engines="gram pagefind"');
  assert.notEqual(both, html);
  await writeFile(path.join(unpacked, 'both.html'), both);
  await visit(root, asked('钥匙').replace('search', 'both'), async (page) => {
    await page.waitForSelector('#results[data-state=done]');
    assert.equal(await page.locator('[data-ask=pagefind]').count(), 0);
  });
});

test('contexts and citations work from a disk', () =>
  visit(root, asked('钥匙'), async (page) => {
    await page.waitForSelector('#results[data-state=done]');
    await page.click('[data-toggle=contexts]');
    // What is below them moves until all stand there.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.hit')].every((hit) => hit.querySelector('.contexts mark')),
    );
    await page.click('[data-cite]');
    await page.waitForSelector('.citation');
  }));

test('words are drawn over time from a disk, and saved as a picture', () =>
  visit(root, `trends.html?q=${encodeURIComponent('钥匙，货架')}&by=month`, async (page) => {
    await page.waitForSelector('.trend-plot .line.s2');
    assert.deepEqual(await page.locator('.legend .n').allTextContents(), ['9 篇', '50 篇']);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save=png]')]);
    const png = await readFile(await download.path());
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.equal(png.readUInt32BE(16), 1920);
  }));

test('what was typed in pinyin is offered from a disk', () =>
  visit(root, asked('yaoshi'), async (page) => {
    await page.waitForSelector('[data-suggest="钥匙"]');
    assert.match((await page.textContent('.search-suggested')) ?? '', /^是不是要找 钥匙 \d+ 篇/);
  }));

/** Path of the article the odd text stands in. */
const ODD = '2011/02/1001.html';

test('a hit opens its article, where the string is marked', () =>
  visit(root, asked('七盏'), async (page) => {
    await page.click('a[data-hit]');
    await page.waitForURL(/1001\.html#p=\d+&t=/);
    await page.waitForFunction(() => CSS.highlights.has('found'));
    const marked = await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
    assert.deepEqual(marked, ['七盏']);
    assert.ok(page.url().startsWith(root + ODD));
  }));

test('the panel of an article searches too, and leads to the search page', () =>
  visit(root, ODD, async (page) => {
    await page.fill('input[name=q]', '钥匙');
    await page.waitForSelector('.search-panel [data-hit]');
    await page.press('input[name=q]', 'Enter');
    await page.waitForURL(/search\.html\?q=/);
    await page.waitForSelector('#results[data-total="9"]');
  }));

test('pages are browsed by month and keep the theme chosen', () =>
  visit(root, 'index.html', async (page) => {
    assert.equal(await page.locator('.unpack').isVisible(), false);
    await page.click('footer [data-tool=settings]');
    await page.getByText('深色', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.click('.words a >> nth=0');
    await page.waitForURL(/time\.html$/);
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    await page.goto(`${root}2011/02/index.html`);
    await page.locator(`a[href$="${path.basename(ODD)}"]`).click();
    await page.waitForURL(/1001\.html$/);
  }));

test('the home page opened inside the zip, where nothing else is, says what to do', async () => {
  const alone = path.join(temp, 'index.html');
  await copyFile(path.join(unpacked, 'index.html'), alone);
  const context = await served.browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(alone).href);
    assert.equal(await page.locator('.unpack').isVisible(), true);
    assert.match((await page.textContent('.unpack')) ?? '', /先把整个压缩包解压/);
  } finally {
    await context.close();
  }
});

const HALVES: [name: string, file: () => Promise<string>][] = [
  ['the root of the index', async () => 'disk/search/root.bin.js'],
  ['the list of texts', async () => 'disk/texts.js'],
  ['a pack of texts', async () => 'disk/texts/1.js'],
  ['the exact search', () => asset('gram')],
];
for (const [name, file] of HALVES)
  test(`where ${name} was not unpacked there is one sentence, and a button that tries again`, async () => {
    const missing = path.join(unpacked, await file());
    await rename(missing, `${missing}.away`);
    try {
      await visit(root, asked('钥匙'), async (page, messages) => {
        await page.waitForSelector('#results[data-state=error]');
        assert.match((await page.textContent('.search-status')) ?? '', /^搜索没有完成：.*完整解压/);
        await rename(`${missing}.away`, missing);
        await page.click('[data-retry]');
        await page.waitForSelector('#results[data-state=done][data-total="9"]');
        // The browser reports the file by itself.
        for (const message of messages.splice(0)) assert.match(message, /ERR_FILE_NOT_FOUND/);
      });
    } finally {
      await rename(`${missing}.away`, missing).catch(() => undefined);
    }
  });

test('where the search interface was not unpacked the page says so', async () => {
  const missing = path.join(unpacked, await asset('search'));
  await rename(missing, `${missing}.away`);
  try {
    await visit(root, asked('钥匙'), async (page, messages) => {
      await page.waitForSelector('#missing');
      assert.match((await page.textContent('#missing')) ?? '', /完整解压/);
      assert.match(messages.splice(0).join(), /ERR_FILE_NOT_FOUND/);
    });
  } finally {
    await rename(`${missing}.away`, missing);
  }
});

/** Path of a script by the first part of its name. */
async function asset(name: string): Promise<string> {
  const found = (await readdir(path.join(unpacked, 'assets'))).find(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  return `assets/${found}`;
}

test('an unpacked zip on a server is searched through its scripts', async () => {
  const other = await serveSite(unpacked);
  try {
    await visit(other.url, asked('钥匙'), async (page, messages) => {
      await page.waitForSelector('#results[data-state=done][data-total="9"]');
      for (const message of messages.splice(0)) assert.match(message, /404/);
    });
  } finally {
    await other.close();
  }
});

const FIREFOX = ['firefox', 'firefox-esr'].find((program) => !absent(program));
test('Firefox finds the same from a disk, and marks it in the article', {
  skip: FIREFOX ? false : 'Firefox is not installed',
}, async () => {
  const firefox = await launchFirefox(FIREFOX ?? '');
  const until = async (body: string) => {
    for (let attempt = 0; attempt < 150; attempt++) {
      const found = await firefox.run(`return ${body}`);
      if (found) return found;
      await wait(100);
    }
    throw new Error(`never true: ${body}`);
  };
  try {
    await firefox.open(root + asked('七盏'));
    await until("document.querySelector('#results[data-state=done]')?.dataset.total === '1'");
    await firefox.run("document.querySelector('a[data-hit]').click()");
    assert.deepEqual(
      await until("CSS.highlights?.get('found') && [...CSS.highlights.get('found')].map(String)"),
      ['七盏'],
    );
  } finally {
    await firefox.close();
  }
});
