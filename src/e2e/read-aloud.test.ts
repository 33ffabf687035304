import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { tools as words } from '../locales/zh-Hans.ts';
import { servedSite } from './served-site.ts';

const ARTICLE = `---
url: https://example.org/article/1001
name: 林一
time: 2013-08-01 08:00
title: 夜里的机房
---

值班员抄下温度。他又去看了一遍门锁！

\`\`\`sh
sudo reboot now
\`\`\`

- 滤网
- 电池

灯一直亮着。
`;
const SENTENCES = ['值班员抄下温度。', '他又去看了一遍门锁！', '滤网', '电池', '灯一直亮着。'];

const served = servedSite({
  'archive.yml': 'title: 机房旧事\nsearch: {pagefind: "off"}\n',
  'log/1.md': ARTICLE,
});

/** What the test asks of the voice that it puts in the place of the browser's. */
interface Heard {
  /** What was said, cut off or not. */
  texts: string[];
  /** Says the end of what is said now, or that it failed. */
  end(): void;
  fail(): void;
  /** Says the end of what was cut off, as late as it likes. */
  endOfCut(): void;
  isSilent(): boolean;
}
declare global {
  interface Window {
    heard: Heard;
  }
}

/** A voice that says nothing, and is told when it has: a script of the page. */
const VOICE = `(() => {
  let now = null;
  let cut = null;
  const texts = [];
  const take = () => {
    const said = now;
    now = null;
    return said;
  };
  window.heard = {
    texts,
    end: () => take().onend(),
    fail: () => take().onerror({ error: 'network' }),
    endOfCut: () => cut.onend(),
    isSilent: () => now === null,
  };
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      getVoices: () => [{ name: 'test', lang: 'zh-CN', localService: true, default: true }],
      speak(said) {
        now = said;
        texts.push(said.text);
      },
      cancel() {
        cut = take() ?? cut;
      },
      addEventListener() {},
    },
  });
})();`;

/** Opens the article and lets it be read aloud. */
async function listen(body: (page: Page) => Promise<void>): Promise<void> {
  const context = await served.browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(VOICE);
    await page.goto(`${served.server.url}2013/08/1001.html`);
    await page.mouse.move(5, 5);
    await press(page, words.voice);
    await page.locator('.voice').waitFor();
    await body(page);
  } finally {
    await context.close();
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const texts = (page: Page) => page.evaluate(() => window.heard.texts);
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join(''));

test('the sentences of an article are said in their order, each marked while it is said, and code is left out', () =>
  listen(async (page) => {
    for (const sentence of SENTENCES) {
      assert.equal(await marked(page), sentence);
      await page.evaluate(() => window.heard.end());
    }
    assert.deepEqual(await texts(page), SENTENCES);
    assert.equal(await page.locator('.voice').count(), 0);
    assert.equal(await marked(page), '');
  }));

test('a paused sentence is begun again, and no late word of the one that was cut off leads past it', () =>
  listen(async (page) => {
    await press(page, words.pause);
    assert.equal(await page.evaluate(() => window.heard.isSilent()), true);
    await press(page, words.resumeVoice);
    await page.evaluate(() => window.heard.endOfCut());
    assert.deepEqual(await texts(page), [SENTENCES[0], SENTENCES[0]]);
    await page.evaluate(() => window.heard.end());
    assert.deepEqual((await texts(page)).slice(2), [SENTENCES[1]]);
    await press(page, words.stop);
    assert.equal(await page.evaluate(() => window.heard.isSilent()), true);
    assert.equal(await marked(page), '');
  }));

test('where the voice fails reading stops in its place, says so, and goes on from there', () =>
  listen(async (page) => {
    await page.evaluate(() => window.heard.end());
    await page.evaluate(() => window.heard.fail());
    assert.equal(await page.locator('.voice [role=status]').textContent(), words.voiceFailed);
    assert.equal(await marked(page), SENTENCES[1]);
    await press(page, words.resumeVoice);
    assert.equal(await page.locator('.voice [role=status]').textContent(), '');
    assert.deepEqual((await texts(page)).slice(1), [SENTENCES[1], SENTENCES[1]]);
  }));
