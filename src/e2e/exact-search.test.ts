import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { readArticle } from '../article/read.ts';
import { missing, reading, unread } from '../locales/zh-Hans.ts';
import { buildFixtureSite } from './fixture-site.ts';
import { serveSite } from './serve.ts';
import { servedSite } from './served-site.ts';
import { runTimers, type Visit, visitSite } from './visit.ts';

const head = (id: number, fields: string) =>
  `---\nurl: https://example.org/article/${1000 + id}\n${fields}\n---\n\n`;

const RACK = `${head(1, 'name: 林一\ntime: 2011-02-03 08:00\ntitle: 一号机柜的故事\ntags: [机房]')}值班的人不多。

这**件**[事](https://example.org/x)情简直没有道理：灯在闪，人在睡。

第三段说 iPhone5手机 不能带进来，C++ 也不行。

${'这是凑长度的一段话，没有别的意思。\n\n'.repeat(40)}

最后一段才讲到紫藤花开满了*机*房的窗台。

| 灯 | 数 |
|----|----|
| 红 | 七盏 |

<p><ruby>麒麟<rt>qí lín</rt></ruby>站在门口。</p>

Windows　９８ 的時代過去了。[^1]

[^1]: 脚注也要找得到。
`;

/** Articles about lamps through twelve years, a few with the traditional spelling. */
function content(): Record<string, string> {
  const files: Record<string, string> = { 'rack.md': RACK };
  for (let number = 2; number <= 40; number++) {
    const year = 2004 + (number % 12);
    files[`${number}.md`] =
      `${head(number, `name: ${number % 2 ? '林一' : '周二'}\ntime: ${year}-0${1 + (number % 9)}-11 08:00\ntitle: 灯的记录之${number}\ntags: [${number % 3 ? '灯' : '风扇'}]`)}第 ${number} 盏灯亮着，機櫃也亮着。${number % 2 ? '电源稳定。' : '风扇很响。'}\n\n${number === 7 ? '后来大家都说人工智能改变了机房管理的方式。' : '没有别的事。'}\n`;
  }
  return files;
}

let broken: (path: string) => boolean = () => false;

const served = servedSite(content(), { base: '/a/', fails: (path) => broken(path) });

const visit = (address: string, body: (visit: Visit) => Promise<void>, js = true) =>
  visitSite(served, address, body, js);

/** Waits until the search page shows the hits of a query. */
async function shows(page: Page, total: number): Promise<void> {
  await page.waitForSelector(`#results[data-state=done][data-total="${total}"]`, { timeout: 15_000 });
}

/** Address of the search page for a query. */
const asked = (query: string, rest = '') => `search.html?q=${encodeURIComponent(query)}${rest}`;

const RACK_PATH = '2011/02/1001.html';

const found: [name: string, query: string, total: number][] = [
  ['a string that begins and ends inside words', '情简直没', 1],
  ['a string across inline markup', '这件事情简', 1],
  ['Han and Latin together', 'iPhone5手', 1],
  ['Latin in any case, from the start of a word', 'IPH', 1],
  ['signs that belong to a name', 'c++', 1],
  ['full width as half width', 'windows 98', 1],
  ['simplified finds traditional', '时代过去', 1],
  ['traditional finds simplified', '紫藤花開滿', 1],
  ['a footnote', '脚注也要', 1],
  ['a title', '机柜的故', 1],
  ['an author', '周二', 20],
  ['two words that stand apart', '紫藤 值班', 1],
  ['a quoted string with its punctuation', '"道理：灯在闪，人"', 1],
  ['quoted words in another order', '"灯在闪，道理"', 0],
  ['a word without another', '机柜 -紫藤', 39],
  ['a string that stands nowhere', '没有道理：人', 0],
];
for (const [name, query, total] of found)
  test(`found exactly: ${name} (${query})`, () =>
    visit(asked(query), async ({ page }) => {
      await shows(page, total);
      if (total === 1) assert.equal(await page.getAttribute('[data-hit]', 'data-hit'), RACK_PATH);
    }));

test('the text a browser finds in each page is the text that was indexed', () =>
  visit('index.html', async ({ page }) => {
    const file = fileURLToPath(new URL('../article/passages.ts', import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'passages',
    });
    const options = {
      lineBreaks: 'auto' as const,
      timeZone: 'Asia/Shanghai',
      cleanOff: [],
      images: 'ask',
      strings: reading,
    } as const;
    const { article } = readArticle(Buffer.from(RACK), 'rack.md', options);
    await page.goto(served.server.url + RACK_PATH);
    const inBrowser: unknown = await page.evaluate(
      `(() => { ${outputFiles[0]?.text}; return passages.domPassages(document.getElementById('text')); })()`,
    );
    assert.deepEqual(inBrowser, article?.passages);
  }));

test('words are drawn over time; a point leads to the search of its year, and the address says all', () =>
  visit(`trends.html?q=${encodeURIComponent('风扇，紫藤、从未写过')}`, async ({ page, requests }) => {
    await page.waitForSelector('#trend[data-state=done]');
    assert.deepEqual(await page.locator('.legend .n').allTextContents(), ['20 篇', '1 篇', '0 篇']);
    assert.match((await page.textContent('.trend-status')) ?? '', /「从未写过」没有文章写到。/);
    assert.ok(requests().filter((path) => /^search\//.test(path)).length <= 10, requests().join());
    assert.equal(await page.locator('.trend-plot .line').count(), 2);
    // The years 2004 to 2015 have fewer than ten articles each.
    assert.match((await page.textContent('.trend-notes')) ?? '', /轴下标灰条的年份文章不到 10 篇/);
    await page.click('[data-as=count]');
    await page.click('[data-smooth="3"]');
    assert.equal(
      new URL(page.url()).search,
      `?q=${encodeURIComponent('风扇')}%EF%BC%8C${encodeURIComponent('紫藤、从未写过')}&as=count&smooth=3`,
    );
    await page.goBack();
    await page.waitForSelector('[data-smooth="1"][aria-pressed=true]');
    await page.focus('.s2 .point[href]');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    const focused = page.locator('.point:focus title');
    assert.equal(await focused.textContent(), '风扇 2004 年：3 篇（3 篇里有 3 篇）');
    await page.keyboard.press('Enter');
    await shows(page, 3);
    assert.equal(await page.getAttribute('.to-trend', 'href'), `trends.html?q=${encodeURIComponent('风扇')}`);
    await page.goBack();
    assert.match(
      (await focused.textContent()) ?? '',
      /^风扇 2004 年/,
      'Back leads to the point that was followed',
    );
  }));

test('a word that no article has is no chart, and words with blanks between them can be drawn apart', () =>
  visit(`trends.html?q=${encodeURIComponent('从未写过 风扇')}`, async ({ page }) => {
    await page.waitForSelector('#trend[data-state=done]');
    assert.match((await page.textContent('.trend-status')) ?? '', /「从未写过 风扇」没有文章写到。/);
    assert.equal(await page.locator('.trend-plot *').count(), 0);
    assert.equal(await page.getAttribute('[data-from]', 'placeholder'), '2004-01');
    await page.click('text=分开画：从未写过，风扇');
    await page.waitForSelector('.trend-plot .line');
    assert.deepEqual(await page.locator('.legend .n').allTextContents(), ['0 篇', '20 篇']);
    assert.equal(await page.locator('[data-apart]').count(), 0);
  }));

for (const [page, area] of [
  ['search.html', '#results'],
  ['trends.html', '#trend'],
] as const)
  test(`where the index of ${page} cannot be read, it says why and what to do, and leads to where an archive is kept offline`, async () => {
    const readingOffline = `${unread.toKeep}${unread.keep}`;
    await visit(page, async ({ page: tab, context, messages }) => {
      const ask = async () => {
        await tab.fill(`${area === '#trend' ? area : ''} [name=q]`, `风扇`);
        await tab.keyboard.press('Enter');
        await tab.waitForSelector(`${area}[data-state=error]`);
      };
      const said = () => tab.locator(`${area} [role=status]`).first().textContent();
      await context.setOffline(true);
      await ask();
      assert.ok((await said())?.includes(unread.net + readingOffline), (await said()) ?? '');
      await context.setOffline(false);
      broken = (path) => /^(?:search\/|assets\/gram)/.test(path);
      try {
        await tab.goto(`${served.server.url}${page}`);
        await ask();
        assert.ok((await said())?.includes(unread.net + readingOffline), (await said()) ?? '');
        await tab.click(`${area} [role=status] a`);
        await tab.waitForURL(/offline\.html$/);
      } finally {
        broken = () => false;
      }
      messages.splice(0);
    });
  });

test('a page whose own script cannot be read says so', async () => {
  broken = (path) => /^assets\/(?:trends|offline)-\w+\.js/.test(path);
  try {
    for (const address of ['trends.html', 'offline.html'])
      await visit(address, async ({ page, messages }) => {
        assert.equal(await page.textContent('#missing'), missing.net);
        messages.splice(0);
      });
  } finally {
    broken = () => false;
  }
  for (const address of ['trends.html', 'offline.html', 'index.html'])
    await visit(address, async ({ page }) => assert.equal(await page.locator('#missing').count(), 0));
});

test('without JavaScript the page of trends leads to the overview, whose charts are there', () =>
  visit(
    'trends.html',
    async ({ page }) => {
      await page.click('noscript a');
      assert.equal(await page.locator('.plot > svg').count(), 4);
      await page.locator('.bar[href]').first().press('Enter');
      assert.match(page.url(), /\/a\/2004\//);
    },
    false,
  ));

test('years are bars; a click leaves one year, its months and its matches, another click gives the rest back', () =>
  visit(asked('亮着'), async ({ page }) => {
    await shows(page, 39);
    const years = () => page.locator('.year-name').allTextContents();
    const all = Array.from({ length: 12 }, (_, at) => String(2004 + at));
    assert.deepEqual(await years(), all);
    await page.focus('[data-year="2007"]');
    await page.keyboard.press('Enter');
    await shows(page, 4);
    assert.deepEqual(await years(), all);
    assert.equal(await page.getAttribute('[data-year="2007"]', 'aria-pressed'), 'true');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-year')), '2007');
    const months = await page
      .locator('[data-month]')
      .evaluateAll((bars) => bars.map((bar) => bar.textContent));
    assert.ok(months.length > 1, months.join());
    await page.locator('[data-month]:enabled').first().click();
    await page.waitForSelector('[data-filter=month]');
    assert.match(page.url(), /year=2007&month=2007-0\d/);
    await page.click('[data-year="2007"]');
    await shows(page, 39);
  }));

test('author and topic narrow the matches and stand in the address', () =>
  visit(asked('亮着'), async ({ page }) => {
    await shows(page, 39);
    await page.click('[data-topic="风扇"]');
    await shows(page, 13);
    await page.click('[data-author="周二"]');
    await page.waitForURL(/author=/);
    await page.waitForSelector('#results[data-state=done][data-total="6"]');
    assert.match(decodeURIComponent(page.url()), /author=周二&topic=风扇/);
    await page.reload();
    await shows(page, 6);
    await page.click('[data-filter=all]');
    await shows(page, 39);
  }));

test('no query asks Pagefind by itself, whatever it finds', () =>
  visit('search.html', async ({ page, requests }) => {
    await page.clock.install();
    await page.reload();
    for (const [query, total] of [
      ['亮着', 39],
      ['情简直没', 1],
      ['人工智能改变了风扇', 0],
      ['机房 管理 方式', 1],
    ] as const) {
      await page.fill('input[name=q]', query);
      await page.clock.runFor(130);
      await shows(page, total);
      await runTimers(page);
    }
    assert.deepEqual(
      requests().filter((path) => /^pagefind|assets\/(related|study)/.test(path)),
      [],
    );
    assert.equal(await page.locator('.search-related').isVisible(), false);
  }));

test('one click asks Pagefind; what it finds stands below, without those that are hits already, until another query', () =>
  visit(asked('人工智能改变了风扇'), async ({ page, requests }) => {
    await shows(page, 0);
    await page.click('[data-ask=pagefind]');
    await page.waitForSelector('#results[data-related]');
    assert.ok(requests().some((path) => path.startsWith('pagefind/')));
    assert.equal(await page.textContent('.search-related h2'), 'Pagefind 找到的');
    assert.ok((await page.locator('[data-related]').count()) > 0);
    await page.fill('input[name=q]', '情简直没');
    await shows(page, 1);
    assert.ok(await page.locator('.search-related').isHidden());
    await page.click('[data-ask=pagefind]');
    await page.waitForSelector('#results[data-related]');
    assert.equal(await page.locator(`.search-related a[data-related="${RACK_PATH}"]`).count(), 0);
  }));

test('Pagefind is not offered under a condition that it does not know', () =>
  visit(asked('亮着', '&topic=灯'), async ({ page }) => {
    await page.waitForSelector('#results[data-state=done]');
    assert.equal(await page.locator('[data-ask=pagefind]').count(), 0);
  }));

test('a site without Pagefind does not offer it', async () => {
  const bare = await buildFixtureSite({ ...content(), 'archive.yml': 'search: {pagefind: off}\n' });
  const other = await serveSite(bare.dir);
  try {
    await visitSite({ browser: served.browser, server: other }, asked('亮着'), async ({ page }) => {
      await shows(page, 39);
      assert.equal(await page.locator('[data-ask=pagefind]').count(), 0);
    });
  } finally {
    await other.close();
    await bare.remove();
  }
});

test('a hit leads to its paragraph, where the string is marked across inline elements', () =>
  visit(asked('满了机房的窗'), async ({ page }) => {
    await shows(page, 1);
    await page.click('[data-hit]');
    await page.waitForURL(/1001\.html#p=\d+&t=/);
    await page.waitForFunction(() => CSS.highlights.has('found'));
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((range) => range instanceof Range && range.toString()),
    );
    assert.deepEqual(marked, ['满了机房的窗']);
    const { top, height, scrolled } = await page.evaluate(() => {
      const [range] = CSS.highlights.get('found') ?? [];
      const box = range instanceof Range ? range.getBoundingClientRect() : null;
      return { top: box?.top ?? -1, height: innerHeight, scrolled: scrollY };
    });
    assert.ok(scrolled > 0 && top > 0 && top < height, `${top} of ${height}, scrolled ${scrolled}`);
  }));

test('an article page without a hit’s fragment loads nothing of search', () =>
  visit(`${RACK_PATH}#fn-1`, async ({ page, requests }) => {
    await page.clock.install();
    await page.reload();
    await runTimers(page);
    assert.deepEqual(
      requests().filter((path) => /passage|gram|search-/.test(path)),
      [],
    );
  }));

test('no string of ours becomes markup of the page: innerHTML is refused, an inert document is parsed', () =>
  visit('index.html', async ({ page }) => {
    const refused = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<i id=x></i>');
        return false;
      } catch {
        return document.getElementById('x') === null;
      }
    });
    assert.ok(refused);
  }).catch((error: Error) => {
    // The browser reports the violation itself.
    assert.match(error.message, /TrustedHTML/);
  }));

const FAULTS: [name: string, path: RegExp][] = [
  ['the root of the index', /^search\/root\.bin$/],
  ['a file of postings', /^search\/.+\/\d+\.bin$/],
  ['the page of a hit', /^20\d\d\//],
  ['the search code', /^assets\/gram/],
];
for (const [name, path] of FAULTS)
  test(`where ${name} is missing there is one sentence and a button that tries again`, async () => {
    broken = (asked) => path.test(asked);
    try {
      await visit(asked('紫藤花'), async ({ page, messages }) => {
        await page.waitForSelector('#results[data-state=error]');
        assert.match((await page.textContent('#results [role=status]')) ?? '', /^搜索没有完成：/);
        assert.ok(await page.locator('.search-browse a').first().isVisible());
        // Where exact search is out of reach, Pagefind still is not.
        assert.ok(await page.locator('[data-ask=pagefind]').isVisible());
        broken = () => false;
        await page.click('[data-retry]');
        await shows(page, 1);
        // What the browser itself says about the refused file.
        messages.splice(0);
      });
    } finally {
      broken = () => false;
    }
  });

test('where Pagefind’s files are missing the exact hits stay, and a sentence says so', async () => {
  broken = (path) => path.startsWith('pagefind/');
  try {
    await visit(asked('紫藤花'), async ({ page, messages }) => {
      await shows(page, 1);
      await page.click('[data-ask=pagefind]');
      await page.waitForSelector('[data-retry-related]');
      assert.equal(await page.locator('[data-hit]').count(), 1);
      broken = () => false;
      await page.click('[data-retry-related]');
      await page.waitForSelector('#results[data-related]');
      messages.splice(0);
    });
  } finally {
    broken = () => false;
  }
});

test('punctuation is looked up like any string', () =>
  visit(asked('"，人在"'), async ({ page }) => {
    await shows(page, 1);
    await page.fill('input[name=q]', '，。！');
    await shows(page, 0);
    assert.equal(await page.textContent('#results [role=status]'), '没有找到「，。！」。');
  }));

test('a query of 10,000 letters is said again in short', () =>
  visit('search.html', async ({ page }) => {
    await page.fill('input[name=q]', '灯'.repeat(10_000));
    await shows(page, 0);
    assert.ok(((await page.textContent('#results [role=status]')) ?? '').length < 60);
  }));

test('an answer to an older query never replaces a newer one', () =>
  visit('search.html', async ({ page }) => {
    await page.clock.install();
    for (const text of ['亮', '亮着', '紫藤', '亮着', '紫藤花']) {
      await page.fill('input[name=q]', text);
      // Past the pause in typing after which a search starts.
      await page.clock.runFor(130);
    }
    await shows(page, 1);
    await runTimers(page);
    assert.equal(await page.getAttribute('#results', 'data-total'), '1');
  }));

test('the panel on another page shows exact hits that lead to their paragraph', () =>
  visit('2011/08/1007.html', async ({ page, requests }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('七盏');
    await page.waitForSelector('.search-panel[data-state=done][data-total="1"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/1001\.html#p=/);
    assert.ok(requests().every((path) => !path.startsWith('pagefind/')));
  }));
