import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SampleArticle, sampleContext, writeExports } from '../exporters/testing/sample.ts';
import { siteIn } from '../files/testing.ts';
import * as strings from '../locales/zh-Hans.ts';
import { silent } from '../progress.ts';
import { settingsSchema } from '../settings.ts';
import { makePackage } from './make.ts';

/** Articles whose bodies hold things that break books: pictures in links, incomplete ruby, dead links, odd addresses. */
export const bookArticles: readonly SampleArticle[] = [
  {
    title: '<b>芯片 & 开源</b>',
    author: '王<五>',
    day: 3,
    tags: ['芯片', '芯片', '开源'],
    passages: ['第一段谈芯片。', '第二段。'],
    html: [
      '<h2 id="s1" data-recovered>小节</h2>',
      '<p><a href="https://a.example/#/#x" rel="external"><img src="https://a.example/p.png" alt="图"></a></p>',
      '<p><img src="https://a.example/q.png" alt=""><img src="data:image/png;base64,AA" alt="内"></p>',
      '<p><ruby>流水线</ruby><ruby>服务<rt>service</rt></ruby><a href="#s1">上</a><a href="#none">无</a><a href="../x.html">站内</a></p>',
      '<table><tbody><tr><td align="left">格</td></tr></tbody></table><pre><code class="language-js">a &lt; b</code></pre>',
    ].join(''),
  },
  { title: '第二年', author: '李四', day: 400 },
  { title: '没有日期', author: '佚名', day: null, url: null },
];

/** Makes a package of a small built site and hands its paths on; everything is removed afterwards. */
export async function withPackage<T>(
  kind: string,
  work: (made: string[], siteDir: string) => Promise<T>,
  more: Record<string, string> = {},
): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-package-'));
  const siteDir = path.join(dir, 'site');
  try {
    const context = sampleContext({}, bookArticles);
    const site = siteIn(siteDir);
    const write = (file: string, text: string) => site.write(file, text);
    for (const entry of context.archive.entries)
      write(
        entry.path,
        `<html><body><nav>站</nav><div id="text">${context.body(entry).html}</div></body></html>`,
      );
    write('index.html', '<p>首页');
    write('report.json', JSON.stringify({ summary: { articles: bookArticles.length } }));
    for (const [file, text] of Object.entries(more)) write(file, text);
    writeExports(site, context);
    const settings = settingsSchema.parse({ title: '样本档案', maintainer: '馆 & 馆', licence: '<CC>' });
    const outDir = path.join(dir, 'packages');
    return await work(
      await makePackage({ kind, siteDir, outDir, settings, strings, progress: silent }),
      siteDir,
    );
  } finally {
    await rm(dir, { recursive: true });
  }
}
