import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { servedSite } from './served-site.ts';
import { runTimers, type Visit, visitSite } from './visit.ts';

/** Articles of the fixture: 15 in each of 2012 and 2013, by two authors in turn, and one without a date. */
const COUNT = 30;

function content(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let number = 1; number <= COUNT; number++) {
    const year = number <= COUNT / 2 ? 2012 : 2013;
    const day = String((number % 28) + 1).padStart(2, '0');
    const head = `url: https://example.org/${number}\nname: ${number % 2 ? '林一' : 'Jane O’Neil'}\ntime: ${year}-03-${day} 08:00\ntitle: 机房见闻第 ${number} 篇`;
    files[`${year}/${number}.md`] =
      `---\n${head}\n---\n\n值班的人抄下温度。人工智能的消息从第 ${number} 号机柜传来，没有人在意。\n\n灯一直亮着。\n`;
  }
  files['undated.md'] =
    '---\nurl: https://example.org/99\nname: 林一\ntitle: 没有日期的一页\n---\n\n这一页也讲人工智能。代码写作 `<img src=x onerror=alert(1)>`，紫藤开了。\n';
  files['authors.yml'] = '林一: [林壹]\n';
  return files;
}

let broken = false;

const served = servedSite(content(), {
  base: '/some/archive/',
  fails: (path) => broken && path.startsWith('search/'),
});

/** Opens a page of the site, runs a test on it, and wants it silent and without requests to other hosts. */
const visit = (address: string, body: (visit: Visit) => Promise<void>, javaScriptEnabled = true) =>
  visitSite(served, address, body, javaScriptEnabled);

/** Waits until the search page shows `total` matches. */
async function shows(page: Page, total: number): Promise<void> {
  await page.waitForSelector(`#results[data-state=done][data-total="${total}"]`, { timeout: 10_000 });
}

const field = 'input[name=q]';
const hits = (page: Page) => page.locator('[data-hit]');
const focusedHit = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-hit') ?? null);
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Types with an input method: the text changes under composition and is not committed. */
async function compose(session: CDPSession, ...steps: string[]): Promise<void> {
  for (const text of steps)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
}

test('typing shows hits with marks, count, years and address', () =>
  visit('search.html', async ({ page }) => {
    assert.equal(await page.getAttribute('#results', 'data-state'), 'idle');
    await page.fill(field, '人工智能');
    await shows(page, COUNT + 1);
    assert.equal(await page.textContent('#results [role=status]'), '至少 8 篇，最多 31 篇');
    assert.equal(await hits(page).count(), 8);
    const marks = await page.locator('.hit mark').allTextContents();
    assert.ok(marks.length >= 8 && marks.every((mark) => mark === '人工智能'), marks.join());
    assert.deepEqual(await page.locator('.year-name').allTextContents(), ['2012', '2013']);
    assert.deepEqual(query(page), { q: '人工智能' });
  }));

test('a screenful of hits is looked for; the others come into sight without moving them, and the count becomes exact', () =>
  visit('search.html', async ({ page }) => {
    await page.evaluate(() => {
      const area = document.getElementById('results');
      const status = area?.querySelector('[role=status]');
      const seen = { early: [] as (Element | null)[], said: [] as string[] };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const rows = [...(area?.querySelectorAll('.hit') ?? [])];
        if (rows.length === 8) seen.early = rows;
        const text = status?.textContent ?? '';
        if (text !== '' && text !== '搜索中…' && text !== seen.said.at(-1)) seen.said.push(text);
      }).observe(document.body, { attributes: true, childList: true, subtree: true });
    });
    await page.fill(field, '人工智能');
    await shows(page, COUNT + 1);
    await hits(page).last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('[data-hit]').length === 20);
    const seen = await page.evaluate(() => {
      const { early, said } = Reflect.get(window, 'seen') as { early: Element[]; said: string[] };
      const rows = [...document.querySelectorAll('.hit')];
      return { early: early.length, same: early.every((row, at) => row === rows[at]), said };
    });
    assert.deepEqual(seen, { early: 8, same: true, said: ['至少 8 篇，最多 31 篇', '31 篇'] });
  }));

test('Pagefind runs in its worker under the page’s security policy', () =>
  visit('search.html?q=温度 智能', async ({ page }) => {
    await page.click('[data-ask=pagefind]');
    await page.waitForSelector('#results[data-related]');
    assert.equal(page.workers().length, 1);
  }));

test('a hit leads to its article', () =>
  visit('search.html?q=机柜', async ({ page }) => {
    await shows(page, COUNT);
    const title = await hits(page).first().textContent();
    await hits(page).first().click();
    await page.waitForURL(/\/some\/archive\/201[23]\/03\/\d+\.html/);
    assert.equal(await page.textContent('h1'), title);
  }));

test('title and author are found too', () =>
  visit('search.html?q=Jane', async ({ page }) => {
    await shows(page, COUNT / 2);
    await page.fill(field, '没有日期的一页');
    await page.waitForFunction(() => document.querySelector('[data-hit]')?.textContent === '没有日期的一页');
  }));

test('markup in an article is text in the results', () =>
  visit('search.html?q=紫藤', async ({ page }) => {
    await shows(page, 1);
    assert.match((await page.textContent('.hit-text')) ?? '', /<img src=x onerror=alert\(1\)>/);
    assert.equal(await page.locator('#results img').count(), 0);
  }));

test('unfinished pinyin is never searched; the finished word is', () =>
  visit('search.html', async ({ page, context }) => {
    const session = await context.newCDPSession(page);
    await page.clock.install();
    await page.focus(field);
    await compose(session, 'r', 'ren', 'rengong');
    await runTimers(page);
    assert.equal(await page.getAttribute('#results', 'data-state'), 'idle');
    assert.deepEqual(query(page), {});
    await session.send('Input.insertText', { text: '人工智能' });
    await shows(page, COUNT + 1);
    assert.deepEqual(query(page), { q: '人工智能' });
  }));

test('the Enter that ends a composition does not submit; the next one does', () =>
  visit('index.html', async ({ page, context }) => {
    const session = await context.newCDPSession(page);
    await page.focus(field);
    await page.waitForSelector('.search-panel', { state: 'attached' });
    await page.evaluate(() => {
      const seen = { submits: 0 };
      Object.assign(window, { seen });
      addEventListener('submit', () => {
        seen.submits += 1;
      });
    });
    await compose(session, 'rengong');
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    assert.equal(await page.evaluate('seen.submits'), 0);
    assert.match(page.url(), /index\.html$/);
    await session.send('Input.insertText', { text: '人工智能' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html\?q=/);
    await shows(page, COUNT + 1);
  }));

test('filters are set and removed by a click, and back undoes them', () =>
  visit('search.html?q=人工智能', async ({ page }) => {
    await shows(page, COUNT + 1);
    await page.click('[data-year="2013"]');
    await shows(page, COUNT / 2);
    await page.click('[data-author="林一"]');
    await page.waitForSelector('[data-filter=author]');
    assert.deepEqual(query(page), { q: '人工智能', year: '2013', author: '林一' });
    assert.equal(await page.getAttribute('#results', 'data-total'), '7');
    await page.goBack();
    await shows(page, COUNT / 2);
    await page.click('[data-filter=year]');
    await shows(page, COUNT + 1);
    assert.deepEqual(query(page), { q: '人工智能' });
  }));

test('a month and an author in the address are filters without any query', () =>
  visit('search.html?month=2012-03&author=林一', async ({ page }) => {
    await shows(page, 8);
    assert.equal(await page.inputValue(field), '');
    assert.equal(await page.locator('[data-filter]').count(), 3);
    await page.click('[data-filter=all]');
    await page.waitForSelector('#results[data-state=idle]');
  }));

test('orders by date keep every match, the undated one at the old end', () =>
  visit('search.html?q=人工智能', async ({ page }) => {
    await shows(page, COUNT + 1);
    const first = () => page.locator('.hit-date').first().textContent();
    await page.click('[data-sort=newest]');
    await page.waitForURL(/sort=newest/);
    await page.waitForFunction(() =>
      document.querySelector('.hit-date')?.textContent?.startsWith('2013-03-2'),
    );
    await page.click('[data-sort=oldest]');
    await page.waitForFunction(() => document.querySelector('.hit-date')?.textContent === '日期不详');
    assert.equal(await first(), '日期不详');
    assert.equal(await page.getAttribute('#results', 'data-total'), String(COUNT + 1));
  }));

test('more shows the next twenty, focuses the first of them, and survives a reload', () =>
  visit('search.html?q=人工智能&sort=oldest', async ({ page }) => {
    await shows(page, COUNT + 1);
    await hits(page).last().scrollIntoViewIfNeeded();
    await page.click('[data-more]');
    await page.waitForFunction(() => document.querySelectorAll('[data-hit]').length === 31);
    assert.equal(await focusedHit(page), await hits(page).nth(20).getAttribute('data-hit'));
    assert.equal(await page.locator('[data-more]').count(), 0);
    await page.reload();
    await shows(page, COUNT + 1);
    assert.equal(await hits(page).count(), COUNT + 1);
  }));

test('Enter makes an entry of what was typed; the way back leads over it, and what was not meant is no entry', () =>
  visit('index.html', async ({ page }) => {
    await page.goto(`${served.server.url}search.html?q=机柜`);
    await shows(page, COUNT);
    await page.fill(field, '温度的消息');
    await shows(page, 0);
    await page.fill(field, '人工智能');
    await shows(page, COUNT + 1);
    await page.press(field, 'Enter');
    await page.fill(field, '没有日期');
    await shows(page, 1);
    await page.press(field, 'Enter');
    await page.goBack();
    await shows(page, COUNT + 1);
    assert.equal(await page.inputValue(field), '人工智能');
    await page.goBack();
    await shows(page, COUNT);
    assert.deepEqual(query(page), { q: '机柜' });
    await page.goBack();
    await page.waitForURL(/index\.html$/);
  }));

test('back from a hit, the same hits stand there, scrolled as they were', () =>
  visit('search.html?q=人工智能', async ({ page }) => {
    await shows(page, COUNT + 1);
    await hits(page).last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('[data-hit]').length === 20);
    await page.click('[data-more]');
    await page.waitForFunction(() => document.querySelectorAll('[data-hit]').length === 31);
    const there = hits(page).nth(25);
    await there.scrollIntoViewIfNeeded();
    const path = (await there.getAttribute('data-hit')) ?? '';
    const { y } = (await there.boundingBox()) ?? { y: -1 };
    await there.click();
    await page.waitForURL(new RegExp(`${path}#`));
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('[data-hit]').length === 31);
    await page.waitForFunction(() => scrollY > 0);
    const box = await page.locator(`[data-hit="${path}"]`).boundingBox();
    assert.ok(Math.abs((box?.y ?? 0) - y) < 3, `${box?.y} instead of ${y}`);
  }));

test('bars are said with their year and number, and show the share of that time’s articles instead on a click', () =>
  visit('search.html?q=Jane', async ({ page }) => {
    await shows(page, COUNT / 2);
    const bar = page.locator('[data-year="2012"]');
    assert.equal(await bar.getAttribute('aria-label'), '2012 年，7 篇，占 47%');
    assert.equal(await bar.locator('.by-count').last().isVisible(), true);
    await page.click('[data-toggle=share]');
    assert.equal(await page.getAttribute('[data-toggle=share]', 'aria-pressed'), 'true');
    assert.equal(await bar.locator('.by-share').last().textContent(), '47%');
    assert.equal(await bar.locator('.by-count').last().isVisible(), false);
    await bar.click();
    await shows(page, 7);
    assert.equal(await bar.locator('.by-share').last().isVisible(), true);
    const months = await page
      .locator('[data-month]')
      .evaluateAll((all) => all.map((one) => one.ariaLabel?.slice(0, 14)));
    assert.equal(months.length, 12);
    assert.deepEqual(months.slice(1, 3), ['2012 年 2 月，0 篇', '2012 年 3 月，7 篇']);
  }));

test('a range of dates narrows, is a condition like others, and may be written as people write it', () =>
  visit('search.html?q=人工智能', async ({ page }) => {
    await shows(page, COUNT + 1);
    await page.fill('.search-range [data-from]', '2013年2月');
    await page.press('.search-range [data-from]', 'Enter');
    await shows(page, COUNT / 2);
    assert.deepEqual(query(page), { q: '人工智能', from: '2013-02' });
    assert.equal(await page.textContent('[data-filter=from]'), '2013-02 起');
    const fault = page.locator('.search-range-fault');
    for (const [typed, named] of [
      ['很久以前', '「很久以前」不是完整的年月，请写 2013 或 2013-08 这样的。'],
      ['2013-02-30', '2013 年 2 月没有 30 日。'],
      ['2012', '起（2013-02）在止（2012）之后。 对调'],
    ] as const) {
      await page.fill('.search-range [data-to]', typed);
      await page.press('.search-range [data-to]', 'Enter');
      assert.equal(await fault.textContent(), named);
      assert.deepEqual(query(page), { q: '人工智能', from: '2013-02' });
    }
    await page.click('[data-swap]');
    await shows(page, COUNT / 2);
    assert.deepEqual(query(page), { q: '人工智能', from: '2012', to: '2013-02' });
    await page.click('[data-filter=to]');
    await page.click('[data-filter=from]');
    await shows(page, COUNT + 1);
  }));

test('conditions that leave nothing say so, and offer what stands without them', () =>
  visit('search.html?q=紫藤&year=2012', async ({ page }) => {
    await shows(page, 0);
    assert.equal(await page.textContent('#results [role=status]'), '在这些条件下没有找到「紫藤」。');
    assert.ok(await page.locator('.search-range [data-from]').isVisible());
    await page.click('[data-anywhere]');
    await shows(page, 1);
    assert.deepEqual(query(page), { q: '紫藤' });
  }));

test('the first and the last mention stand above the hits, which they do not move', () =>
  visit('search.html?q=机柜', async ({ page }) => {
    await shows(page, COUNT);
    const top = await hits(page).first().boundingBox();
    await page.waitForSelector('.mention');
    assert.deepEqual(await page.locator('.mention').allTextContents(), [
      '最早 2012-03-02《机房见闻第 1 篇》',
      '最近 2013-03-28《机房见闻第 27 篇》',
    ]);
    assert.deepEqual(await hits(page).first().boundingBox(), top);
  }));

test('matches in a line that stands below every article can be left out, and be taken in again', () =>
  visit('search.html?q=一直', async ({ page }) => {
    await shows(page, COUNT);
    await page.click('[data-boilerplate]');
    await shows(page, 0);
    assert.deepEqual(query(page), { q: '一直', boilerplate: 'no' });
    await page.click('[data-filter=boilerplate]');
    await shows(page, COUNT);
  }));

test('a regular expression is looked for as it is typed; one that nothing can be looked up for says so', () =>
  visit('search.html?q=/没有日期的.页/', async ({ page, requests }) => {
    await shows(page, 1);
    assert.equal(await page.locator('.hit-title mark').textContent(), '没有日期的一页');
    assert.equal(requests().filter((path) => /assets\/matcher-/.test(path)).length, 1);
    await page.fill(field, '/灯|机/');
    await shows(page, 0);
    assert.match((await page.textContent('[role=status]')) ?? '', /正则查不了/);
  }));

test('a word with a minus that is a part of a command is looked for as it stands, and can be left out', () =>
  visit('search.html?q=img -x', async ({ page }) => {
    await page.click('[data-exclude=x]');
    await page.waitForURL(/img/);
    await page.waitForFunction(() => !document.querySelector('[data-exclude]'));
    assert.deepEqual(query(page), { q: 'img -"x"' });
  }));

test('contexts show every place of the query in each hit, below each other, and are saved as a table', () =>
  visit('search.html?q=灯', async ({ page, requests }) => {
    await shows(page, COUNT);
    assert.ok(requests().every((path) => !path.startsWith('assets/study')));
    await page.click('[data-toggle=contexts]');
    await page.waitForSelector('.contexts mark');
    await page.waitForFunction(
      () =>
        document.querySelectorAll('.contexts:has(mark)').length ===
        document.querySelectorAll('[data-hit]').length,
    );
    const lefts = await page
      .locator('.contexts mark')
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().left));
    assert.ok(
      lefts.every((left) => Math.abs(left - (lefts[0] ?? 0)) < 2),
      lefts.join(),
    );
    assert.equal(await page.locator('.hit-text').first().isVisible(), false);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save=shown]')]);
    const [head = '', first = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n');
    assert.equal(head, '\ufeff日期,标题,作者,地址,段落,上文,字句,下文');
    assert.match(first, /^201[23]-03-\d\d,机房见闻第 \d+ 篇,[^,]+,http:[^,#]+\.html,2,,灯,一直亮着。$/);
    assert.deepEqual(await page.locator('[data-save]').allTextContents(), [
      '下载 CSV：这 8 篇',
      '全部 30 篇',
    ]);
    const [all] = await Promise.all([page.waitForEvent('download'), page.click('[data-save=all]')]);
    assert.equal((await readFile(await all.path(), 'utf8')).trim().split('\r\n').length, 1 + COUNT);
  }));

test('what was typed in pinyin, and another name for an author, are offered with their number and said; what cannot be pinyin loads no table', () =>
  visit('search.html?q=Jane', async ({ page, requests }) => {
    await page.waitForSelector('.mention');
    assert.ok(requests().every((path) => path !== 'search/pinyin.bin'));
    await page.fill(field, 'ji gui');
    await page.waitForSelector('[data-suggest="机柜"]');
    const line = page.locator('.search-suggested');
    assert.equal(await line.textContent(), '是不是要找 机柜 30 篇');
    assert.equal(await line.getAttribute('aria-live'), 'polite');
    await page.focus('[data-suggest="机柜"]');
    await page.keyboard.press('Enter');
    await shows(page, COUNT);
    assert.deepEqual(query(page), { q: '机柜' });
    await page.fill(field, '林壹');
    await page.waitForSelector('[data-suggest="林一"]');
    assert.equal(await line.textContent(), '另见 林一 16 篇');
  }));

test('the citation of a search names the query, the number, the index and the day', () =>
  visit('search.html?q=机柜&year=2012', async ({ page }) => {
    await shows(page, COUNT / 2);
    await page.click('[data-cite]');
    await page.waitForSelector('.citation');
    const text = (await page.textContent('.citation')) ?? '';
    assert.match(
      text,
      /检索「机柜 \+ 2012」，15 篇。索引 [0-9a-f]{16}-[0-9a-f]{16}，检索日期 \d{4}-\d\d-\d\d。http:.*q=/,
    );
  }));

test('on a phone the first hit stands within the first 300 pixels, nothing moves, and the bars show that they go on', () =>
  visit('search.html', async ({ page }) => {
    // Not so high that the fifth hit is in sight, which brings the others.
    await page.setViewportSize({ width: 360, height: 480 });
    await page.addInitScript(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(window, { moved: Reflect.get(window, 'moved') + Reflect.get(entry, 'value') });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${served.server.url}search.html?q=机柜`);
    await shows(page, COUNT);
    assert.equal(await hits(page).count(), 5);
    await page.waitForSelector('.mention');
    const box = await hits(page).first().boundingBox();
    assert.ok((box?.y ?? 999) <= 300, String(box?.y));
    assert.ok((await page.evaluate<number>('moved')) <= 0.02);
    assert.equal(await page.locator('.search-narrow').isVisible(), false);
    await page.click('[data-toggle=narrowing]');
    assert.equal(await page.locator('.search-narrow [data-author]').first().isVisible(), true);
    await page.click('[data-year="2012"]');
    await page.waitForSelector('.search-months[data-after]');
  }));

test('what the search page needs first is asked for at once and once', () =>
  visit('search.html?q=机柜', async ({ page, requests }) => {
    await shows(page, COUNT);
    const asked = requests();
    for (const file of [/^assets\/gram-/, /^assets\/search-\w+\.js$/, /^search\/root\.bin$/])
      assert.equal(asked.filter((path) => file.test(path)).length, 1, String(file));
  }));

test('what is near to a query that nothing holds is said to be so, on each row', () =>
  visit('search.html?q=机柜 温度 犇骉', async ({ page }) => {
    await shows(page, 0);
    assert.equal(
      await page.textContent('#results [role=status]'),
      '没有文章照样写着「机柜 温度 犇骉」，下面的只有其中一些词。',
    );
    assert.equal(await page.locator('.hit-near').count(), await hits(page).count());
    await page.fill(field, '机柜');
    await shows(page, COUNT);
    assert.equal(await page.locator('.hit-near').count(), 0);
  }));

test('arrows walk through the hits and back into the field, Escape returns at once', () =>
  visit('search.html?q=机柜', async ({ page }) => {
    await shows(page, COUNT);
    const path = (index: number) => hits(page).nth(index).getAttribute('data-hit');
    await page.focus(field);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedHit(page), await path(0));
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedHit(page), await path(1));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q');
  }));

test('where nothing is found, combinations of words that do find something are offered, and the browse links', () =>
  visit('search.html', async ({ page }) => {
    await page.fill(field, '犇骉麤鱻');
    await shows(page, 0);
    assert.equal(await page.textContent('#results [role=status]'), '没有找到「犇骉麤鱻」。');
    assert.ok(await page.locator('.search-browse a').first().isVisible());
    assert.equal(await page.locator('[data-suggest]').count(), 0);
    await page.fill(field, '"机柜" "温度" "犇骉"');
    await shows(page, 0);
    await page.waitForSelector('[data-suggest]');
    assert.deepEqual(await page.locator('[data-suggest]').allTextContents(), ['机柜 温度 30 篇']);
    await page.click('[data-suggest]');
    await shows(page, COUNT);
    assert.equal(await page.inputValue(field), '机柜 温度');
    assert.ok(await page.locator('.search-browse').isHidden());
  }));

test('strange queries are answered with an honest count', () =>
  visit('search.html', async ({ page }) => {
    for (const text of ['，。！', '<b>&amp;</b>', '(.*)+$', '字'.repeat(10_000), '\ud800', '"', '-']) {
      await page.fill(field, text);
      await page.waitForFunction(
        (typed) => new URLSearchParams(location.search).get('q') === typed,
        text === '\ud800' ? '\ufffd' : text,
      );
      await page.waitForSelector('#results[data-state=done]');
      assert.equal(await page.locator('#results b').count(), 0);
    }
  }));

test('an index that cannot be read is one sentence and a button that tries again', async () => {
  broken = true;
  try {
    await visit('search.html?q=机柜', async ({ page, messages }) => {
      await page.waitForSelector('#results[data-state=error]');
      assert.match((await page.textContent('#results [role=status]')) ?? '', /^搜索没有完成：/);
      broken = false;
      await page.click('[data-retry]');
      await shows(page, COUNT);
      // What the browser itself says about the refused file.
      messages.splice(0);
    });
  } finally {
    broken = false;
  }
});

test('a file of the index that is cut, and a page that is gone, are one sentence and a retry', () =>
  visit('index.html', async ({ page, messages }) => {
    for (const file of [/\/search\/.*\d\.bin$/, /\/search\/root\.bin$/, /\/201[23]\/03\/\d+\.html$/]) {
      await page.route(file, async (route) => {
        const response = await route.fetch();
        const bytes = await response.body();
        // A page that is left while it waits has no use for the answer.
        await route.fulfill({ response, body: bytes.subarray(0, bytes.length >> 1) }).catch(() => undefined);
      });
      await page.goto(`${served.server.url}search.html?q=机柜`);
      await page.waitForSelector('#results[data-state=error]');
      assert.match(
        (await page.textContent('#results [role=status]')) ?? '',
        /^搜索没有完成：有文件没有取到：.*离线阅读。$/,
      );
      assert.equal(await hits(page).count(), 0);
      await page.unroute(file);
      await page.click('[data-retry]');
      await shows(page, COUNT);
    }
    assert.deepEqual(messages, []);
  }));

test('nothing of search is loaded before the field is asked for; / opens it on any page', () =>
  visit('index.html', async ({ page, requests }) => {
    await page.clock.install();
    await page.reload();
    await runTimers(page);
    assert.deepEqual(
      requests().filter((path) => /^search|^pagefind|gram|related/.test(path)),
      [],
    );
    await page.keyboard.press('/');
    await page.keyboard.type('机柜');
    await page.waitForSelector('.search-panel[data-state=done][data-total="30"]');
    assert.equal(await hits(page).count(), 8);
    assert.equal(await page.inputValue(field), '机柜');
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await focusedHit(page), null);
    await page.keyboard.press('Escape');
    assert.ok(await page.locator('.search-panel').isHidden());
    await page.focus(field);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html\?q=|\/03\//);
  }));

test('the panel leads to all results, and a click elsewhere closes it', () =>
  visit('index.html', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('机柜');
    await page.waitForSelector('.search-panel[data-state=done]');
    await page.mouse.click(5, 5);
    assert.ok(await page.locator('.search-panel').isHidden());
    await page.keyboard.press('Control+k');
    await page.click('.search-all');
    await shows(page, COUNT);
  }));

test('single keys can be switched off, Ctrl-K stays', () =>
  visit('about.html', async ({ page }) => {
    await page.click('footer [data-tool=settings]');
    await page.locator('[data-set=keys]').getByText('关', { exact: true }).click();
    await page.reload();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? null);
    await page.keyboard.press('/');
    assert.equal(await focused(), null);
    await page.keyboard.press('Control+k');
    assert.equal(await focused(), 'q');
  }));

test('without JavaScript the form leads to the search page, which offers the browse links', () =>
  visit(
    'index.html',
    async ({ page }) => {
      await page.fill(field, '机柜');
      await page.press(field, 'Enter');
      await page.waitForURL(/search\.html\?q=/);
      assert.ok(await page.locator('#results noscript p').isVisible());
      assert.equal(await page.locator('.search-help').isVisible(), false);
      assert.ok((await page.locator('#results a').count()) > 0);
    },
    false,
  ));
