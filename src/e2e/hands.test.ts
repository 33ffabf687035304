import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { href } from '../archive/paths.ts';
import { HANDS, handsContent, SHORT, TITLE_WORDS } from './hands-site.ts';
import { servedSite } from './served-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const served = servedSite(handsContent());

/** A picture of 600 × 400 in one colour. */
const PICTURE = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400"/></svg>',
);

/** Opens a page in a window of some width; one host has pictures, another is gone. Measures it. */
async function open<T>(
  address: string,
  width: number,
  body: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await served.browser.newContext({
    viewport: { width, height: 740 },
    serviceWorkers: 'block',
    ...options,
  });
  try {
    await context.route('https://pictures.example/**', (route) =>
      route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' }),
    );
    await context.route('https://gone.example/**', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(served.server.url + href(address).replace('%23', '#'));
    return await body(page);
  } finally {
    await context.close();
  }
}

const box = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      return { top, bottom, left, right, width, height };
    });

test('on a phone the masthead is low, and an article’s text begins on the upper third of the first screen', async () => {
  for (const width of [360, 390])
    await open(HANDS, width, async (page) => {
      const { bottom } = await box(page, '.masthead');
      assert.ok(bottom <= 100, `the masthead ends at ${bottom}`);
      assert.ok((await box(page, '#text')).top <= 280, `${(await box(page, '#text')).top}`);
      const [name, words] = [await box(page, '.wordmark'), await box(page, '.words')];
      assert.ok(name.top < words.bottom && words.top < name.bottom && name.right <= words.left);
    });
});

test('the first screen of the home page has the archive’s months, a year a column, and the first article', () =>
  open('index.html', 360, async (page) => {
    const { top } = await box(page, '.rows > li');
    assert.ok(top <= 540, `the first article stands at ${top}`);
    assert.ok((await box(page, '.timeline')).bottom <= top);
    const links = page.getByRole('navigation', { name: '各年篇数' });
    const named = links.getByRole('link', { name: /^\d{4} 年，\d+ 篇$/ });
    assert.equal(await named.count(), await links.getByRole('link').count());
    const years = await page.locator('.timeline > li').evaluateAll((items) =>
      items.map((item) => {
        const [column, link, bars, label] = ['', 'a', 'svg', '.label'].map((part) =>
          (part ? item.querySelector(part) : item)?.getBoundingClientRect().toJSON(),
        );
        return { text: item.textContent?.trim(), column, link, bars, label };
      }),
    );
    assert.match(years[0]?.text ?? '', /^2008 年，\d+ 篇2008\s*\d+$/);
    assert.equal(new Set(years.map(({ label }) => Math.round(label.top))).size, 1);
    for (const [at, { text, column, link, bars }] of years.entries()) {
      // What is narrow is pressed anywhere in its column, and no room is left between columns.
      assert.deepEqual([link.left, link.right], [column.left, column.right], text);
      assert.ok(link.height >= 24 && bars.height >= 60, text);
      assert.ok(Math.abs(column.left - (years[at - 1]?.column.right ?? column.left)) < 0.1, text);
    }
    const chart = await box(page, '.timeline');
    assert.ok(Math.abs(chart.right - (years.at(-1)?.column.right ?? 0)) < 1);
    await page.locator('.timeline a').first().click();
    await page.waitForURL(/2008\/index\.html$/);
  }));

test('no title breaks inside a word, on its page or in a list', async () => {
  const cut = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll(
      (titles, words) =>
        titles.flatMap((title) => {
          // The line of each character: a title's text stands in several nodes, with `<wbr>` between them.
          const lines = [...title.childNodes].flatMap((node) =>
            Array.from(node.textContent ?? '', (_, at) => {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              return Math.round(range.getBoundingClientRect().top);
            }),
          );
          return words.filter((word) => {
            const at = title.textContent?.indexOf(word) ?? -1;
            return at >= 0 && new Set(lines.slice(at, at + word.length)).size > 1;
          });
        }),
      TITLE_WORDS,
    );
  for (const width of [320, 360, 412, 768, 1440]) {
    await open(HANDS, width, async (page) =>
      assert.deepEqual(await cut(page, 'h1, .neighbours a'), [], `${width}`),
    );
    await open('2016/04/index.html', width, async (page) => {
      assert.ok((await page.locator('.rows wbr').count()) > 0);
      assert.deepEqual(await cut(page, '.rows > li > a'), [], `${width}`);
    });
  }
});

test('one button shows the pictures of a page, keeps room for them, and names those that cannot be had', () =>
  open(HANDS, 360, async (page) => {
    assert.deepEqual(
      await page
        .locator('a.image')
        .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label'))),
      [
        '图 1，Rack number one, from the door，pictures.example',
        '图片：门，pictures.example',
        '图 3，gone.example',
      ],
    );
    const button = page.locator('button.pictures');
    assert.equal(await button.textContent(), '显示本页 3 张图片');
    await button.click();
    await page.locator('a.image img').nth(1).waitFor();
    assert.equal(await page.locator('a.image img').count(), 2);
    const { width, height } = await box(page, 'a.image img');
    assert.ok(Math.abs(width / height - 1.5) < 0.02 && width > 300, `${width} ${height}`);
    const failed = page.locator('.failed');
    assert.match((await failed.textContent()) ?? '', /没有取到\s*再试\s*原址\s*网页存档/);
    assert.deepEqual(
      await failed.locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
      ['https://gone.example/lost.png', 'https://web.archive.org/web/20160405/https://gone.example/lost.png'],
    );
    // The description is still text of the article.
    assert.match((await page.textContent('#text')) ?? '', /门/);
    assert.equal(await button.textContent(), '以后每篇都显示');
    await button.click();
    await page.reload();
    await page.locator('a.image img').nth(1).waitFor();
    assert.equal(await button.textContent(), '不再自动显示');
    await button.click();
    await page.reload();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('a.image img').count(), 0);
  }));

test('a picture that is on its way says so and takes room', () =>
  open(HANDS, 360, async (page) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('https://pictures.example/rack.png', async (route) => {
      await held;
      await route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' });
    });
    const link = page.locator('a.image').first();
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => document.querySelector('.tools'));
    await link.click();
    assert.match(await link.evaluate((element) => getComputedStyle(element, '::after').content), /载入中/);
    const { height } = await box(page, 'a.image');
    assert.ok(height >= 180, `${height}`);
    release();
    await link.locator('img').waitFor();
  }));

test('dots stand under a few Han characters only; emphasis below a picture is its caption; long ruby stands in brackets', () =>
  open(HANDS, 360, async (page) => {
    assert.deepEqual(
      await page
        .locator('#text em')
        .evaluateAll((all) =>
          all.map((em) => [em.textContent?.slice(0, 4), getComputedStyle(em).textEmphasisStyle !== 'none']),
        ),
      [
        ['要紧', true],
        ['smal', false],
        ['这一整句', false],
        ['Rack', false],
      ],
    );
    assert.equal(await page.textContent('#text .caption'), 'Rack number one, from the door');
    const ruby = await page.locator('#text rt').evaluateAll((all) =>
      all.map((rt) => ({
        font: Number.parseFloat(getComputedStyle(rt).fontSize),
        beside: getComputedStyle(rt).display === 'inline',
        base:
          (rt.parentElement?.getBoundingClientRect().width ?? 0) /
          Number.parseFloat(getComputedStyle(rt.parentElement as Element).fontSize),
      })),
    );
    assert.deepEqual(
      ruby.map(({ beside }) => beside),
      [true, false],
    );
    assert.ok(ruby.every(({ font }) => font >= 10));
    // What stands over a base does not stretch it.
    assert.ok((ruby[1]?.base ?? 9) < 2.2, `${ruby[1]?.base}`);
  }));

test('code and tables have tools in the space above them, and say where they are cut', () =>
  open(
    HANDS,
    360,
    async (page) => {
      await page.mouse.move(5, 5);
      await page.locator('.tools').first().waitFor({ state: 'attached' });
      const pre = page.locator('pre[data-language]');
      assert.equal(await pre.getAttribute('data-language'), 'python');
      assert.ok((await pre.locator('.hljs-keyword').count()) > 0);
      // A fence without a language is not coloured.
      assert.equal(
        await page.locator('pre [class^=hljs]').count(),
        await pre.locator('[class^=hljs]').count(),
      );
      for (const [block, copied] of [
        ['pre[data-language]', /^def read\(rack\): {2}# 抄温度\n {4}return "rack/],
        ['.scroll', /^机柜\t温度\t湿度\t风扇\t电流\t电压\t门\t备注\n一号\t21\.5\t40%/],
      ] as const) {
        const tools = page.locator(`.tools:has(+ ${block})`);
        await page.waitForFunction(
          (selector) => document.querySelector(selector)?.hasAttribute('data-cut'),
          block,
        );
        const [above, below] = [await box(page, `.tools:has(+ ${block}) p`), await box(page, block)];
        assert.ok(
          above.bottom <= below.top + 1 && above.height >= 24,
          `${block}: ${above.bottom} ${below.top}`,
        );
        await tools.getByRole('button', { name: '复制' }).click();
        assert.match(await page.evaluate(() => navigator.clipboard.readText()), copied);
        await tools.getByRole('button', { name: '换行' }).click();
        await page.waitForFunction(
          (selector) => !document.querySelector(selector)?.hasAttribute('data-cut'),
          block,
        );
        const element = page.locator(block);
        assert.ok(
          await element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth),
          block,
        );
      }
    },
    { permissions: ['clipboard-read', 'clipboard-write'], hasTouch: true, isMobile: true },
  ));

test('what can be pressed is at least 24 high and wide, but for links in sentences', async () => {
  const pages = [
    'index.html',
    'time.html',
    '2016/index.html',
    '2016/04/index.html',
    'authors/index.html',
    'authors/林一.html',
    'authors/林一/1.html',
    'list/index.html',
    'search.html',
    '404.html',
    'about.html',
    'repairs.html',
    HANDS,
  ];
  for (const address of pages)
    for (const width of [360, 1440])
      await open(address, width, async (page) => {
        const small = await page.locator('a, button, summary, input').evaluateAll((all) =>
          all.flatMap((element) => {
            const inSentence =
              element.closest('#text p, .note, .examples p') && !element.closest('sup, .failed, .tools');
            const { width, height } = element.getBoundingClientRect();
            // Twenty years in one row are narrow, and high; the days of a map are small, and listed below it.
            if (inSentence || width === 0 || element.closest('.skip, .timeline, .heat svg')) return [];
            return width < 24 || height < 24
              ? [
                  `${element.textContent?.trim()} ${Math.round(width)}×${Math.round(height)} ${element.parentElement?.className}`,
                ]
              : [];
          }),
        );
        assert.deepEqual(small, [], `${address} at ${width}`);
      });
});

test('columns never touch', async () => {
  for (const address of ['authors/index.html', 'list/index.html'])
    for (const width of [700, 768, 1024, 1440])
      await open(address, width, async (page) => {
        const gap = await page
          .locator('.roll, .pages')
          .first()
          .evaluate((list) => Number.parseFloat(getComputedStyle(list).columnGap));
        assert.ok(gap >= 24, `${address} at ${width}: ${gap}`);
      });
});

test('a heading that a link leads to stands below the edge, and a long article has a way back to its contents', () =>
  open(HANDS, 360, async (page) => {
    assert.equal(await page.locator('.contents > details > ol > li').count(), 10);
    await page.getByText('目录', { exact: true }).first().click();
    const folded = page.locator('.contents details details');
    assert.equal(await folded.count(), 5);
    assert.equal(await folded.first().locator('a').first().isVisible(), false);
    await page.locator('.contents a').nth(4).click();
    await page.waitForFunction(() => scrollY > 500);
    assert.ok((await box(page, '#text :target')).top >= 16);
    // Whoever reads on has the window for the text: the way back is shown while one scrolls up, and moves no text.
    const back = page.locator('.way-back');
    assert.equal(await back.evaluate((link) => getComputedStyle(link).position), 'static');
    await page.evaluate(() => scrollBy(0, -10));
    await page.evaluate(() => scrollBy(0, -30));
    await page.locator('.way-back.on').waitFor();
    assert.ok((await box(page, '.way-back')).height >= 40);
    await back.click();
    await page.waitForFunction(() => scrollY < 300);
    assert.ok(await page.locator('.contents a').first().isVisible());
  }));

test('a year has a strip of its months; its month stays beside its titles where there is a margin', async () => {
  await open('2012/index.html', 360, async (page) => {
    assert.equal(await page.locator('.months > li').count(), 12);
    assert.ok((await box(page, '.months')).bottom < 400);
    await page.locator('.months a').last().click();
    assert.ok((await box(page, 'section:target h2')).top >= 16);
  });
  await open('2012/index.html', 1440, async (page) => {
    await page
      .locator('main > section > .rows > li')
      .nth(6)
      .evaluate((row) => row.scrollIntoView({ block: 'start' }));
    const heading = await box(page, '#m-03 > h2');
    assert.ok(heading.top >= 0 && heading.bottom < 200, `${heading.top}`);
  });
});

test('a month names its year and stands with the same month of other years; a day is a label', () =>
  open('2016/04/index.html', 360, async (page) => {
    assert.match((await page.textContent('h1')) ?? '', /2016 年 4 月/);
    assert.equal(await page.locator('main section h2').count(), 1);
    const rows = await page
      .locator('.labelled > li')
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    // Two lines of a title, its day and author: nothing stands between the articles.
    assert.ok(
      rows.every((height) => height <= 100),
      rows.join(),
    );
    assert.ok((await page.locator('main section .names a').count()) > 5);
    assert.equal(await page.locator('main section .names [aria-current]').textContent(), '2016');
  }));

test('an author of several spellings has one page, whose bars, pages and rows lead on', () =>
  open('authors/林一.html', 768, async (page) => {
    assert.match((await page.textContent('h1')) ?? '', /林一\s*195 篇/);
    assert.equal(await page.locator('.numbers [aria-current=page]').textContent(), '最新');
    assert.match((await page.locator('.numbers').textContent()) ?? '', /第 2 页 \d{4}-\d\d-\d\d 起/);
    await page.locator('.timeline a', { hasText: '2010' }).click();
    await page.waitForURL(/\/1\.html#y-2010$/);
    const row = page.locator('#y-2010');
    assert.match((await row.locator('time').textContent()) ?? '', /^2010-/);
    assert.ok((await box(page, '#y-2010')).top >= 0);
    const before = row.locator('xpath=preceding-sibling::li[1]');
    assert.match((await before.locator('time').textContent()) ?? '', /^2009-/);
    await page.goto(`${served.server.url}2016/04/index.html`);
    await page.locator('.by a', { hasText: '林一' }).first().click();
    await page.waitForURL(/authors\/%E6%9E%97%E4%B8%80\.html$/);
  }));

test('an article names its neighbours with their days, and those of its author where others stand between', () =>
  open(SHORT, 360, async (page) => {
    const lines = await page.locator('.neighbours time').allTextContents();
    assert.ok(lines.length >= 2 && lines.every((line) => /^\d{4}-\d\d-\d\d$/.test(line)), lines.join());
  }));

test('on paper pictures have their addresses, headings stay with their text, tools are gone', () =>
  open(HANDS, 768, async (page) => {
    await page.mouse.move(5, 5);
    await page.locator('.tools').first().waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    assert.match(
      await page
        .locator('a.image')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content),
      /https:\/\/pictures\.example\/rack\.png/,
    );
    assert.deepEqual(
      await page
        .locator('#text h2, #text h3, #text h4')
        .evaluateAll((all) => [...new Set(all.map((heading) => getComputedStyle(heading).breakAfter))]),
      ['avoid'],
    );
    for (const part of ['.tools button', '.way-back', '.facts'])
      assert.equal(await page.locator(part).first().isVisible(), false, part);
    assert.match((await page.locator('.source .captured').textContent()) ?? '', /2016 年 4 月 5 日/);
    assert.ok(await page.locator('.source .captured').isVisible());
    // Paper is white, whatever the screen is.
    await page.evaluate(() => localStorage.setItem('reading', 'theme=dark&size=xxl'));
    await page.reload();
    for (const part of ['html', '#text pre']) {
      const colour = await page
        .locator(part)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      assert.match(colour, /^rgb\(2[45]\d, 2[45]\d, 2[345]\d\)$/, part);
    }
  }));

test('tools of pictures, code and tables come with the first sign of a reader, and a click before them waits', async () => {
  const context = await served.browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(served.server.url + href(HANDS), { waitUntil: 'networkidle' });
    const asks = await page.textContent('button.pictures');
    const isThere = () => asked.some((address) => /\/reading-[0-9a-f]+\.js$/.test(address));
    assert.equal(isThere(), false);
    // A screen reader clicks without a pointer.
    await page.evaluate(() => document.querySelector<HTMLElement>('button.pictures')?.click());
    await page.waitForSelector('.tools', { state: 'attached' });
    await page.waitForFunction(
      (before) => document.querySelector('button.pictures')?.textContent !== before,
      asks,
    );
    assert.equal(isThere(), true);
  } finally {
    await context.close();
  }
});

test('chance leads from the home page to an article', () =>
  open('index.html', 360, async (page) => {
    await page.locator('a.wander').click();
    await page.waitForURL(/\/\d{4}\/\d\d\/\d+\.html$/);
  }));

test('an author is read through from the first article on, from page to page, until the reader has enough', () =>
  open('authors/林一.html', 360, async (page) => {
    const bar = page.locator('.replay-bar');
    await page.locator('a.replay').click();
    await bar.waitFor();
    assert.match((await bar.textContent()) ?? '', /^林一第 1 篇，共 195 篇下一篇/);
    const first = await page.locator('article time').getAttribute('datetime');
    await bar.locator('[rel=next]').click();
    await page.waitForFunction(() => location.hash === '#replay=2');
    await bar.waitFor();
    assert.ok(((await page.locator('article time').getAttribute('datetime')) ?? '') >= (first ?? ''));
    assert.match((await page.locator('.kicker').textContent()) ?? '', /林一/);
    // What is read next does not begin with the footer hidden, nor with the page wider than it is.
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    // A numbered page goes on where the one before it ends, and still knows how many there are.
    await page.goto(`${served.server.url}${href('authors/林一/2.html')}`);
    await page.locator('a.replay').click();
    await bar.waitFor();
    assert.match((await bar.textContent()) ?? '', /第 101 篇，共 195 篇/);
    await bar.locator('button').click();
    assert.equal(await bar.count(), 0);
    assert.equal(new URL(page.url()).hash, '');
    await page.reload();
    assert.equal(await bar.count(), 0);
  }));

test('before anything is typed the search page leads on, by chance too', () =>
  open('search.html', 360, async (page) => {
    const ways = page.locator('#results p.links').first();
    assert.match((await ways.textContent()) ?? '', /不知道找什么，也可以走走：\s*随便看一篇\s*历年/);
    await ways.locator('a').first().click();
    await page.waitForURL(/\/\d{4}\/\d\d\/\d+\.html$/);
  }));

test('without JavaScript the search page leads to an article, a day, the years and the authors', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${served.server.url}search.html`);
    const links = await page
      .locator('#results a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const part of [
      /^\d{4}\/\d\d\/\d+\.html$/,
      /^days\/\d\d-\d\d\.html$/,
      /^\d{4}\/index\.html$/,
      /^authors\//,
    ])
      assert.ok(
        links.some((link) => part.test(link)),
        `${part} among ${links.join(' ')}`,
      );
    for (const link of links)
      assert.equal((await context.request.get(`${served.server.url}${link}`)).status(), 200);
  } finally {
    await context.close();
  }
});

test('on its day the home page shows what appeared on today’s date in other years', async () => {
  const context = await served.browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(2026, 2, 4, 12));
    await page.goto(`${served.server.url}index.html`);
    const link = page.locator('.on-this-day h2 a');
    await page.waitForFunction(
      () => document.querySelector('.on-this-day h2 a')?.textContent === '3 月 4 日',
    );
    assert.match((await link.getAttribute('href')) ?? '', /days\/03-04\.html$/);
    for (const time of await page.locator('.on-this-day time').allTextContents())
      assert.match(time, /^\d{4}$/);
    await page.locator('.on-this-day .rows > li > a').first().click();
    await page.waitForURL(/\/\d{4}\/03\/\d+\.html$/);
  } finally {
    await context.close();
  }
});

test('without scripts an article is whole: pictures are links by name, the language of code stands above it', () =>
  open(
    HANDS,
    360,
    async (page) => {
      assert.match(
        await page
          .locator('a.image')
          .first()
          .evaluate((link) => getComputedStyle(link, '::before').content),
        /图 1/,
      );
      assert.equal(await page.locator('button:visible').count(), 1);
      assert.match(
        await page.locator('pre[data-language]').evaluate((pre) => getComputedStyle(pre, '::before').content),
        /python/,
      );
    },
    { javaScriptEnabled: false },
  ));

/** Opens the settings and makes a choice. */
async function set(page: Page, setting: string, value: string): Promise<void> {
  if (!(await page.locator('dialog[open]').count())) await page.click('footer [data-tool=settings]');
  await page.locator(`[data-set=${setting}]`).getByText(value, { exact: true }).click();
}

test('what a reader sets shows at once, stands before the body is parsed on every page, and is taken back as a whole', () =>
  open(HANDS, 1440, async (page) => {
    const look = () =>
      page.evaluate(() => {
        const text = document.querySelector('#text p') ?? document.body;
        const { fontSize, lineHeight, textAlign, textIndent, fontFamily } = getComputedStyle(text);
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        return [fontSize, lineHeight, textAlign, textIndent, fontFamily, paper, text.clientWidth].map(String);
      });
    const plain = await look();
    assert.equal(plain[2], 'justify');
    for (const [setting, value] of [
      ['theme', '米黄'],
      ['size', '大'],
      ['width', '窄'],
      ['line', '松'],
      ['para', '缩进'],
      ['font', '宋体'],
      ['align', '左对齐'],
    ] as const)
      await set(page, setting, value);
    const changed = await look();
    for (const [at, value] of changed.entries()) assert.notEqual(value, plain[at], `${at}`);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').count(), 0);
    // The focus is where it was.
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-tool')), 'settings');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        sessionStorage.setItem('at-body', JSON.stringify({ ...document.documentElement.dataset }));
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${served.server.url}about.html`);
    const atBody: unknown = JSON.parse(
      (await page.evaluate(() => sessionStorage.getItem('at-body'))) ?? '{}',
    );
    assert.deepEqual(atBody, {
      theme: 'sepia',
      size: 'l',
      width: 'narrow',
      line: 'loose',
      para: 'indent',
      font: 'serif',
      align: 'start',
      js: '',
    });
    await page.goto(served.server.url + href(HANDS));
    assert.deepEqual(await look(), changed);
    await page.click('.facts [data-tool=settings]');
    await page.getByRole('button', { name: '恢复默认' }).click();
    assert.deepEqual(await look(), plain);
    assert.equal(await page.evaluate(() => localStorage.getItem('reading')), null);
  }));

test('what was chosen when each choice had a name of its own is moved, once', () =>
  open(SHORT, 768, async (page) => {
    const kept = () => page.evaluate(() => ({ ...localStorage }));
    await page.evaluate(() => {
      localStorage.setItem('theme', 'dark');
      localStorage.setItem('shortcuts', 'off');
    });
    await page.reload();
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    assert.equal(await page.getAttribute('html', 'data-keys'), 'off');
    assert.deepEqual(await kept(), { reading: 'theme=dark&keys=off' });
    // What another program of this host keeps under such a name stays its own.
    await page.evaluate(() => localStorage.setItem('theme', '{"mode":"dark"}'));
    await page.reload();
    assert.deepEqual(await kept(), { reading: 'theme=dark&keys=off', theme: '{"mode":"dark"}' });
  }));

test('settings are chosen with the keyboard alone, in a window without faults for assistive technology', () =>
  open(
    HANDS,
    360,
    async (page) => {
      await page.keyboard.press(',');
      await page.locator('dialog[open]').waitFor();
      await page.locator('[name=size]:checked').focus();
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.getAttribute('html', 'data-size'), 'l');
      for (const size of ['特大', '最大']) await set(page, 'size', size);
      for (const theme of ['米黄', '深色']) {
        await set(page, 'theme', theme);
        await page.addScriptTag({ path: AXE });
        const faults: unknown = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))',
        );
        assert.deepEqual(faults, []);
      }
      // A choice takes no letters: the key that opened the window closes it.
      await page.locator('[name=size]:checked').focus();
      await page.keyboard.press(',');
      await page.locator('dialog').waitFor({ state: 'detached' });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    },
    { bypassCSP: true },
  ));

test('a paragraph with something unbreakable has ragged lines, others even ones', () =>
  open(HANDS, 1440, async (page) => {
    const align = (text: string) =>
      page
        .getByText(text)
        .first()
        .evaluate((element) => getComputedStyle(element).textAlign);
    assert.equal(await align('值班的人写下的一页'), 'justify');
    assert.equal(await align('夜里的抄法不同'), 'start');
  }));

test('only blocks that scroll are stops of the keyboard', async () => {
  const stops = (page: Page) =>
    page
      .locator('#text pre, .scroll')
      .evaluateAll((all) =>
        all.map((block) => [(block as HTMLElement).tabIndex === 0, block.scrollWidth > block.clientWidth]),
      );
  for (const width of [360, 1440])
    await open(HANDS, width, async (page) => {
      await page.mouse.move(5, 5);
      await page.locator('.tools').first().waitFor({ state: 'attached' });
      await page.waitForTimeout(100);
      for (const [isStop, scrolls] of await stops(page)) assert.equal(isStop, scrolls, `${width}`);
    });
  await open(
    HANDS,
    360,
    async (page) => {
      for (const [isStop, scrolls] of await stops(page)) assert.ok(isStop || !scrolls);
    },
    { javaScriptEnabled: false },
  );
});

test('a note and the beginning of another article show beside their links, stay under the pointer, and go with Escape', () =>
  open(HANDS, 768, async (page) => {
    const preview = page.locator('.preview');
    await page.hover('[data-footnote-ref]');
    await preview.waitFor();
    assert.match((await preview.textContent()) ?? '', /^\s*夜里两小时一次。\s*$/);
    await preview.hover();
    await page.waitForTimeout(400);
    assert.ok(await preview.isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await preview.count(), 0);
    await page.mouse.move(5, 5);
    await page.getByText('另一页').hover();
    await preview.waitFor();
    assert.match((await preview.textContent()) ?? '', /见闻第 2 篇\s*2016-04-05.*第 2 次抄下温度。/);
    assert.equal(
      await page.getByText('另一页').getAttribute('aria-describedby'),
      await preview.getAttribute('id'),
    );
    await page.mouse.move(5, 5);
    await preview.waitFor({ state: 'detached' });
    await page
      .locator('#text h2')
      .first()
      .evaluate((heading) => heading.scrollIntoView());
    await page.keyboard.press('Tab');
    await page.locator('[data-footnote-ref]').focus();
    await preview.waitFor();
  }));

test('a tap on a reference shows its note in place', () =>
  open(
    HANDS,
    360,
    async (page) => {
      await page.tap('[data-footnote-ref]');
      await page.locator('.preview').waitFor();
      assert.equal(new URL(page.url()).hash, '');
      await page.tap('h1');
      assert.equal(await page.locator('.preview').count(), 0);
    },
    { hasTouch: true, isMobile: true },
  ));

test('where the tools cannot be had they are asked for once, and links lead where they lead', () =>
  open(
    HANDS,
    360,
    async (page) => {
      let asked = 0;
      await page.route(/\/tools-[^/]+\.js$/, (route) => {
        asked++;
        return route.fulfill({ status: 404 });
      });
      await page.tap('[data-footnote-ref]');
      await page.waitForURL(/#user-content-fn-/);
      await page.locator('#missing').waitFor();
      assert.equal(asked, 1);
      await page.locator('#text a', { hasText: '另一页' }).dispatchEvent('pointerover');
      await page.waitForTimeout(300);
      assert.equal(asked, 2);
    },
    { hasTouch: true, isMobile: true },
  ));

/** Selects a string of the article, which stands in one text node. */
const select = (page: Page, string: string) =>
  page.evaluate((string) => {
    const walker = document.createTreeWalker(
      document.querySelector('#text') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(string) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + string.length);
      return;
    }
  }, string);

test('a picture is looked at in the whole window: a click or a key, arrows, its description, and back', () =>
  open(HANDS, 768, async (page) => {
    await page.locator('button.pictures').click();
    await page.locator('a.image img').nth(1).waitFor();
    await page.locator('a.image img').first().click();
    const dialog = page.locator('dialog[open]');
    await dialog.locator('img').waitFor();
    assert.match((await dialog.textContent()) ?? '', /1 \/ 2/);
    await page.keyboard.press('ArrowRight');
    assert.match((await dialog.textContent()) ?? '', /2 \/ 2　门/);
    assert.match((await dialog.locator('img').getAttribute('src')) ?? '', /door\.png$/);
    await page.keyboard.press('Escape');
    assert.equal(await dialog.count(), 0);
    assert.match(page.url(), /3001\.html$/);
    await page.keyboard.press('v');
    await dialog.waitFor();
  }));

test('what is selected is copied with title, author, day and an address that leads to it, also in the other script', () =>
  open(
    HANDS,
    768,
    async (page) => {
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await select(page, '班的人写');
      await page.getByRole('button', { name: '复制引文' }).first().click();
      await page.getByRole('button', { name: '已复制' }).waitFor();
      const copied = await clipboard();
      const [quote, source, address = ''] = copied.split('\n');
      assert.deepEqual(
        [quote, source],
        ['「班的人写」', '——林一，《每个管理员必备的终端程序：操作系统与客户端》，2016-04-05'],
      );
      assert.equal(address.split('#')[0], `https://example.org/${HANDS}`);
      assert.equal(decodeURIComponent(address.split('#')[1] ?? ''), 'p=0:~:text=值-,班的人写,-下的一页');
      await page.keyboard.press('Escape');
      await set(page, 'script', '繁体');
      await page.getByText('值班的人寫下的一頁').waitFor();
      const said = page.locator('input[type=search]').first();
      assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant');
      assert.match((await said.getAttribute('placeholder')) ?? '', /標題/);
      assert.equal(
        await page.locator('#text pre').nth(1).textContent(),
        '这不是代码，是一段写在围栏里的话 for the people if they read it.\n',
      );
      await page.keyboard.press('Escape');
      await select(page, '班的人寫');
      await page.keyboard.press('q');
      await page.waitForTimeout(100);
      assert.equal(await clipboard(), copied);
      // A link to a string finds it in the other script too.
      await page.goto(`${served.server.url}${href(HANDS)}#p=0&t=${encodeURIComponent('人写下')}`);
      await page.getByText('值班的人寫下的一頁').waitFor();
      await page.waitForFunction(() => CSS.highlights.get('found')?.size === 1);
      await page.waitForFunction(() => String([...(CSS.highlights.get('found') ?? [])][0]) === '人寫下');
      await set(page, 'script', '原文');
      await page.getByText('值班的人写下的一页').waitFor();
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('the address of a quote leads to its sentence, a browser that finds no words to its paragraph', () =>
  open(
    HANDS,
    768,
    async (page) => {
      await select(page, '电流和昨天一样');
      await page.keyboard.press('q');
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('电流'));
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const fragment = new URL(copied.split('\n')[2] ?? '').hash;
      for (const hash of [fragment, fragment.replace(/text=.*/, 'text=nothing')]) {
        await page.goto(`${served.server.url}404.html`);
        await page.goto(`${served.server.url}${href(HANDS)}${hash}`);
        await page.waitForFunction(() => scrollY > 300);
        const { top, bottom } = await box(page, '#text p:text("电流和昨天一样")');
        assert.ok(top >= 0 && bottom <= 740, `${hash}: ${top}`);
      }
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('keys walk through rows and tell what they do; none of them does so where one types', () =>
  open('2016/04/index.html', 768, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const titles = await page.locator('main .rows > li > a').allTextContents();
    for (const [key, at] of [
      ['j', 0],
      ['j', 1],
      ['k', 0],
      ['k', 0],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForFunction((title) => document.activeElement?.textContent === title, titles[at]);
    }
    await page.keyboard.press('?');
    const help = page.locator('dialog[open]');
    assert.match((await help.textContent()) ?? '', /j列表里下一篇/);
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    assert.equal(await focused(), titles[0]);
    await page.focus('input[name=q]');
    await page.keyboard.type('jk?');
    assert.equal(await page.inputValue('input[name=q]'), 'jk?');
    assert.equal(await help.count(), 0);
  }));

test('a place in a long article is kept where a reader asked for it, and forgotten when not', () =>
  open(HANDS, 360, async (page) => {
    await set(page, 'place', '记住读到哪里');
    await page.reload();
    await page.locator('.progress').waitFor({ state: 'attached' });
    await page
      .getByText('第 3 间机房')
      .last()
      .evaluate((heading) => heading.scrollIntoView());
    await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.startsWith('places ')));
    await page.goto(`${served.server.url}index.html`);
    assert.match(
      (await page.locator('section', { hasText: '没读完的' }).textContent()) ?? '',
      /每个管理员.*读到 \d+%/,
    );
    await page.goto(served.server.url + href(HANDS));
    assert.match((await page.locator('.resume').textContent()) ?? '', /上次读到「第 3 间机房」。/);
    await page.getByRole('button', { name: '接着读' }).click();
    assert.ok(Math.abs((await box(page, '#text :text("第 3 间机房")')).top) < 60);
    await set(page, 'place', '不记');
    await page.reload();
    await set(page, 'size', '大');
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['reading']);
  }));

test('a chart is one stop of the Tab key, arrow keys lead through it, and without a script it is none', async () => {
  const stops = '.heat a[tabindex="0"], .plot a[tabindex="0"]';
  await open('2012/index.html', 768, async (page) => {
    await page.locator(stops).first().waitFor();
    assert.equal(await page.locator(stops).count(), 1);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    await page.locator('.months a').last().focus();
    await page.keyboard.press('Tab');
    const days = await page
      .locator('.heat a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    assert.equal(await focused(), days.at(-1));
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), days.at(-2));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), days.at(-2), 'the day that was left is where one comes back');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`${days[0]?.replace('../', '')}$`));
  });
  await open('overview.html', 768, async (page) => {
    await page.locator(stops).first().waitFor();
    const charts = await page.locator('.plot:has(a[tabindex])').count();
    assert.equal(await page.locator(stops).count(), charts);
    await page.locator(stops).first().focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => document.activeElement?.classList.contains('bar')), true);
  });
  for (const address of ['2012/index.html', 'overview.html'])
    await open(address, 768, async (page) => assert.equal(await page.locator(stops).count(), 0), {
      javaScriptEnabled: false,
    });
});

test('where no voice of this machine speaks Chinese nothing offers to read aloud', () =>
  open(HANDS, 768, async (page) => {
    await page.mouse.move(5, 5);
    await page.locator('.tools').first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('[data-tool=voice]').isVisible(), false);
  }));

test('scripts of an article’s page are at most 6 KB on the wire, with its tools', () => {
  const html = readFileSync(path.join(served.site.dir, HANDS), 'utf8');
  const asked = [...html.matchAll(/assets\/((?:theme|boot)-[^"]+)"/g)].map(([, name = '']) => name);
  const later = readdirSync(path.join(served.site.dir, 'assets')).filter((name) =>
    /^reading-.*\.js$/.test(name),
  );
  const names = [...asked, ...later];
  assert.equal(names.length, 3);
  const bytes = names.map(
    (name) => gzipSync(readFileSync(path.join(served.site.dir, 'assets', name))).length,
  );
  assert.ok(bytes.reduce((sum, one) => sum + one, 0) <= 6 * 1024, bytes.join(' + '));
});
