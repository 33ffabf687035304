import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { fromHtml } from 'hast-util-from-html';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { href } from '../archive/paths.ts';
import { readArticle } from '../article/read.ts';
import { treeOf } from '../files/testing.ts';
import { reading } from '../locales/zh-Hans.ts';
import { ALL_PAGES, BASE, FULL, OLD, PAGES, PLAIN, SEED, sampleContent } from './sample-site.ts';
import { servedSite } from './served-site.ts';

const served = servedSite(sampleContent(), { base: BASE });

/** Opens a page, runs a test on it, and wants it silent and without requests to other hosts. */
async function open(
  address: string,
  body: (page: Page) => Promise<void>,
  { expected = [], ...options }: BrowserContextOptions & { expected?: RegExp[] } = {},
): Promise<void> {
  const context = await served.browser.newContext(options);
  const noise: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) noise.push(text);
  };
  try {
    const page = await context.newPage();
    page.on('console', (message) => note(message.text()));
    page.on('pageerror', (error) => note(String(error)));
    page.on('requestfailed', (request) => {
      // A page that is left drops what came with its reader's first sign.
      const isDropped =
        request.failure()?.errorText === 'net::ERR_ABORTED' && /\/reading-\w+\.js$/.test(request.url());
      if (!isDropped) note(`failed: ${request.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(served.server.url) && !request.url().startsWith('data:'))
        note(`request to ${request.url()}`);
    });
    await page.goto(served.server.url + href(address));
    await body(page);
    assert.deepEqual(noise, [], address);
  } finally {
    await context.close();
  }
}

/** The built HTML of a page. */
const htmlOf = (page: string) => readFileSync(path.join(served.site.dir, page), 'utf8');

test('every layout has a page in these tests', () => {
  const layouts = readdirSync(fileURLToPath(new URL('../../layouts', import.meta.url)));
  assert.deepEqual(
    layouts.filter((name) => name.endsWith('.njk') && !['base.njk', 'redirect.njk'].includes(name)).sort(),
    Object.keys(PAGES).sort(),
  );
  const built = treeOf(served.site.dir);
  for (const page of ALL_PAGES) assert.ok(built.has(page), page);
});

test('an article shows its title, author, time, source, citation and neighbours', () =>
  open(PLAIN, async (page) => {
    assert.equal(await page.textContent('h1'), '机房见闻第 3 篇');
    assert.match(await page.title(), /^机房见闻第 3 篇 · 机房旧事$/);
    assert.equal(await page.textContent('a[rel=author]'), '林一');
    const time = page.locator('main time').first();
    assert.equal(await time.getAttribute('datetime'), '2012-03-04T08:00:00+08:00');
    assert.match((await time.textContent()) ?? '', /2012 年 3 月 4 日/);
    const original = page.getByRole('link', { name: '原文', exact: true });
    assert.equal(await original.getAttribute('href'), 'https://example.org/article/1003');
    assert.equal(await original.getAttribute('rel'), 'external noopener noreferrer');
    assert.equal(
      await page.getByRole('link', { name: '网页存档' }).getAttribute('href'),
      'https://web.archive.org/web/20120304/https://example.org/article/1003',
    );
    await page.getByText('引用', { exact: true }).click();
    assert.ok(
      await page
        .getByText('林一. 机房见闻第 3 篇[EB/OL]. (2012-03-04) https://example.org/article/1003.')
        .isVisible(),
    );
    assert.match((await page.textContent('#cite-bibtex')) ?? '', /^@online\{jiuwen-2012-03-1003,/);
    assert.equal(await page.locator('a[rel=prev]').count(), 1);
    assert.equal(await page.locator('a[rel=next]').count(), 1);
    await page.click('a[rel=next]');
    assert.notEqual(await page.textContent('h1'), '机房见闻第 3 篇');
    await page.click('a[rel=prev]');
    assert.equal(await page.textContent('h1'), '机房见闻第 3 篇');
  }));

test('an article leads to others of its day, to its thread and from there back', () =>
  open(PLAIN, async (page) => {
    assert.equal(await page.getByRole('link', { name: '这一天的全部文章' }).count(), 1);
    await page.getByRole('link', { name: '〈机房见闻〉之三', exact: true }).click();
    assert.match((await page.textContent('h1')) ?? '', /^\s*机房见闻\s*105 篇/);
    await page.getByRole('link', { name: '机房见闻第 3 篇', exact: true }).click();
    assert.equal(await page.textContent('h1'), '机房见闻第 3 篇');
  }));

test('an author’s page names the article', () =>
  open(PLAIN, async (page) => {
    await page.click('a[rel=author]');
    assert.match((await page.textContent('h1')) ?? '', /^\s*林一/);
    await page
      .getByRole('link', { name: /^第 [12] 页/ })
      .first()
      .click();
    await page.waitForURL(/\/%E6%9E%97%E4%B8%80\/[12]\.html$/);
  }));

test('the Markdown twin is the source, byte for byte', async () => {
  const files = sampleContent();
  const twin = await fetch(served.server.url + PLAIN.replace('.html', '.md'));
  assert.equal(await twin.text(), files['log/3.md']);
});

test('three headings make a table of contents whose links lead to them', () =>
  open(FULL, async (page) => {
    const contents = page.getByRole('navigation', { name: '目录' });
    assert.deepEqual(await contents.locator('a').allTextContents(), ['温度', '冬天', '夏天', '数字', '附录']);
    const first = contents.locator('a').first();
    if (!(await first.isVisible())) await contents.getByText('目录').click();
    await first.click();
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    assert.equal(await page.locator(`[id="${id}"]`).textContent(), '温度');
  }));

test('an address that an article had before leads on to it', () =>
  open(OLD, async (page) => {
    await page.waitForURL(served.server.url + FULL);
    assert.match((await page.textContent('h1')) ?? '', /^值班手册/);
  }));

test('a short article has no table of contents', () =>
  open(PLAIN, async (page) => assert.equal(await page.getByRole('navigation', { name: '目录' }).count(), 0)));

test('an article without a time or an author says so and has no neighbours in time', () =>
  open('undated/9002.html', async (page) => {
    assert.ok(await page.getByText('日期不详').first().isVisible());
    assert.equal(await page.textContent('a[rel=author]'), '佚名');
    assert.equal(await page.locator('a[rel=prev], a[rel=next]').count(), 0);
  }));

test('nothing that scraped text holds runs', () =>
  open(FULL, async (page) => {
    assert.equal(await page.locator('#text script, #text [onerror], #text iframe').count(), 0);
    assert.equal(await page.locator('#text img[src^="http"]').count(), 0);
  }));

test('the seed reads as it was written: two recovered headings, no paragraph twice', () =>
  open(SEED, async (page) => {
    assert.deepEqual(await page.locator('#text h2').allTextContents(), [
      '腾讯伪开放下的社交化电商野心',
      '阿里焦虑之下的社交化电商破局',
    ]);
    const paragraphs = await page.locator('#text p').allTextContents();
    assert.equal(paragraphs.length, 12);
    assert.equal(new Set(paragraphs).size, 12);
  }));

test('what search counts is what the page shows', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { domPassages } from './passages.ts';",
      resolveDir: fileURLToPath(new URL('../article', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'passages',
  });
  const files = sampleContent();
  const options = {
    lineBreaks: 'auto' as const,
    timeZone: 'Asia/Shanghai',
    cleanOff: [],
    images: 'ask',
    strings: reading,
  } as const;
  for (const [page, file] of [
    [FULL, 'full.md'],
    [SEED, 'seed.md'],
    [PLAIN, 'log/3.md'],
  ] as const) {
    const { article } = readArticle(Buffer.from(files[file] ?? ''), file, options);
    assert.ok(article);
    await open(
      page,
      async (tab) => {
        await tab.addScriptTag({ content: outputFiles[0]?.text ?? '' });
        const found: unknown = await tab.evaluate("passages.domPassages(document.getElementById('text'))");
        assert.deepEqual(found, article.passages, page);
      },
      { bypassCSP: true },
    );
  }
});

test('every page kind is silent, asks no other host, and has a strict policy', async () => {
  for (const address of ALL_PAGES)
    await open(address, async (page) => {
      const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
      assert.match(
        policy ?? '',
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; /,
      );
      assert.equal(await page.getAttribute('html', 'lang'), 'zh-Hans');
      assert.equal(await page.locator('h1').count(), 1, address);
      assert.equal(await page.locator('main').count(), 1, address);
    });
});

test('authors are found as they are typed, in either script and by pinyin, and sorted by how much they wrote', () =>
  open('authors/index.html', async (page) => {
    const names = async () => (await page.locator('.sorted a').allTextContents()).join();
    const field = page.locator('.finder input');
    for (const [typed, found] of [
      ['wxb', '王小波'],
      ['zeng', '曾国藩,汪曾祺'],
      ['单', '單雄信'],
      ['lv', '吕布'],
      ['jane a', 'Jane Austen'],
      ['qwzx', ''],
    ] as const) {
      await field.fill(typed);
      await page.locator('.found', { hasText: /位|没有/ }).waitFor();
      assert.equal(await names(), found, typed);
    }
    assert.equal(await page.locator('.letters').isVisible(), false);
    await field.fill('');
    await page.locator('.letters').waitFor();
    await page.locator('[data-sort=count]').click();
    assert.match(await names(), /^林一,周二,/);
    await page.locator('[data-sort=strokes]').click();
    assert.match(await names(), /^丁玲,巴金,开眼二郎,仇英,王小波,冰心,/);
    assert.deepEqual((await page.locator('.sorted h2').allTextContents()).slice(0, 3), [
      '2 画',
      '4 画',
      '6 画',
    ]);
    await page.locator('[data-sort=letter]').click();
    assert.equal(await page.locator('#l-w li').count(), 2);
    await field.fill('wxb');
    await field.press('Enter');
    await page.waitForURL(/authors\/%E7%8E%8B%E5%B0%8F%E6%B3%A2\.html$/);
  }));

test('no page kind scrolls sideways on a phone', async () => {
  for (const address of ALL_PAGES)
    await open(
      address,
      async (page) => {
        for (const width of [320, 360]) {
          await page.setViewportSize({ width, height: 640 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${address} is ${wide} wide at ${width}`);
        }
      },
      { viewport: { width: 320, height: 640 } },
    );
});

test('without JavaScript every page is reached from the home page, and no link or fragment is broken', async () => {
  const known = new Map<string, { status: number; ids: Set<string>; links: URL[] }>();
  const look = async (address: string) => {
    const response = await fetch(address);
    const found = { status: response.status, ids: new Set<string>(), links: [] as URL[] };
    known.set(address, found);
    const body = await response.text();
    if (!response.headers.get('content-type')?.startsWith('text/html')) return;
    visit(fromHtml(body), 'element', ({ tagName, properties }) => {
      if (typeof properties.id === 'string') found.ids.add(properties.id);
      const target = properties.href ?? properties.src ?? (tagName === 'form' ? properties.action : null);
      if (typeof target === 'string' && !target.startsWith('data:'))
        found.links.push(new URL(target, address));
    });
  };
  const inside = (url: URL) => url.href.startsWith(served.server.url);
  const bare = (url: URL) => url.href.replace(/#.*$/, '');
  await look(`${served.server.url}index.html`);
  for (const { links } of known.values())
    for (const link of links) if (inside(link) && !known.has(bare(link))) await look(bare(link));

  const broken: string[] = [];
  for (const [from, { status, links }] of known) {
    if (status !== 200) broken.push(`${from}: ${status}`);
    for (const link of links.filter(inside)) {
      const id = decodeURIComponent(link.hash.slice(1));
      if (id && !known.get(bare(link))?.ids.has(id)) broken.push(`${from}: no ${link.href}`);
    }
  }
  assert.deepEqual(broken, []);
  const pages = [...treeOf(served.site.dir).keys()].filter(
    (file) => /\.(?:html|md)$/.test(file) && !['404.html', 'unsaved.html', OLD].includes(file),
  );
  assert.deepEqual(
    pages.filter((file) => !known.has(served.server.url + href(file))),
    [],
    'pages that nothing links to',
  );
});

test('without JavaScript an article is there, and the search page offers the ways to browse', async () => {
  await open(
    PLAIN,
    async (page) => {
      assert.ok(await page.getByText('第 3 次抄下温度').isVisible());
      await page.getByText('引用', { exact: true }).click();
      assert.ok(await page.locator('#cite-gbt').isVisible());
    },
    { javaScriptEnabled: false },
  );
  await open(
    'search.html',
    async (page) => {
      assert.ok(await page.locator('#results noscript p').isVisible());
      assert.ok(await page.locator('main').getByRole('link', { name: '2012' }).isVisible());
    },
    // What the page has preloaded is dropped by a browser that runs no scripts.
    { javaScriptEnabled: false, expected: [/^failed: .*\/assets\/(?:gram|search|home)-\w+\.js$/] },
  );
});

test('below a path of any depth a missing page is told with the site’s own styles and links', () =>
  open(
    'a/b/c/nothing.html',
    async (page) => {
      assert.equal(await page.textContent('h1'), '没有这一页');
      const sheets = await page.evaluate(() =>
        [...document.styleSheets].map((sheet) => sheet.cssRules.length),
      );
      assert.ok(sheets.length > 0 && sheets.every((rules) => rules > 0));
      await page.locator('main').getByRole('link', { name: '2012' }).click();
      assert.equal(page.url(), `${served.server.url}2012/index.html`);
    },
    { expected: [/the server responded with a status of 404/] },
  ));

test('a chosen theme survives a reload, stands before the body is parsed, and changes the colours', async () => {
  for (const system of ['light', 'dark'] as const)
    await open(
      PLAIN,
      async (page) => {
        const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const plain = await paper();
        const other = system === 'light' ? 'dark' : 'light';
        await page.addInitScript(() => {
          new MutationObserver((_, observer) => {
            if (!document.body) return;
            observer.disconnect();
            sessionStorage.setItem('theme-at-body', document.documentElement.dataset.theme ?? 'none');
          }).observe(document, { childList: true, subtree: true });
        });
        const names = { light: '浅色', dark: '深色', system: '跟随系统' };
        const choose = async (name: keyof typeof names) => {
          await page.click('footer [data-tool=settings]');
          await page.getByText(names[name], { exact: true }).click();
        };
        await choose(other);
        const changed = await paper();
        assert.notEqual(changed, plain);
        await page.reload();
        assert.equal(await page.evaluate(() => sessionStorage.getItem('theme-at-body')), other);
        assert.equal(await paper(), changed);
        await page.click('footer [data-tool=settings]');
        assert.equal(await page.isChecked(`[name=theme][value=${other}]`), true);
        await page.keyboard.press('Escape');
        await choose('system');
        await page.reload();
        assert.equal(await paper(), plain);
      },
      { colorScheme: system },
    );
});

test('with the keyboard alone: the skip link, every link in its order, and Enter', () =>
  open(FULL, async (page) => {
    /** The element with the focus: its place in the page, and whether a reader sees that it has it. */
    const focused = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
        const element = document.activeElement as HTMLElement;
        const box = element.getBoundingClientRect();
        const [withFocus, without] = [true, false].map((kept) => {
          if (!kept) element.blur();
          return [element, element.parentElement, element.parentElement?.parentElement]
            .map((at) => at && getComputedStyle(at))
            .map(
              (style) =>
                style && [style.outline, style.border, style.boxShadow, style.backgroundColor, style.color],
            )
            .join('\n');
        });
        element.focus();
        return {
          place: all.indexOf(element),
          href: element.getAttribute('href') ?? '',
          visible: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
          marked: withFocus !== without,
        };
      });
    await page.keyboard.press('Tab');
    assert.equal((await focused()).href, '#main');
    const places: number[] = [];
    for (let step = 0; step < 30; step++) {
      const { place, visible, marked } = await focused();
      assert.ok(visible && marked, `the element ${place} in order shows no focus`);
      places.push(place);
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.equal(new Set(places).size, places.length);
    await page.reload();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== served.server.url + FULL);
  }));

test('an article with all it loads is at most 15 KB on the wire', () => {
  for (const page of [PLAIN, SEED]) {
    const html = htmlOf(page);
    const assets = [...html.matchAll(/(?:src|href)="(?:\.\.\/)*(assets\/[^"]+)"/g)].map(
      ([, file = '']) => file,
    );
    assert.equal(assets.length, 3, assets.join());
    const parts = [page, ...assets].map(
      (file) => gzipSync(readFileSync(path.join(served.site.dir, file))).length,
    );
    const bytes = parts.reduce((sum, part) => sum + part, 0);
    // The seed is long: its text alone is more than 7 KB.
    assert.ok(bytes <= 15 * 1024, `${page}: ${bytes} bytes (${parts.join(' + ')})`);
  }
});
