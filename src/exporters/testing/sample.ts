import type { Archive } from '../../archive/archive.ts';
import { archiveOf, readingOf, timeOf } from '../../archive/testing.ts';
import type { SiteTree } from '../../files/site-tree.ts';
import { hashOf } from '../../hash.ts';
import * as strings from '../../locales/zh-Hans.ts';
import { type Settings, settingsSchema } from '../../settings.ts';
import type { ArticleBody, ArticleTime, Entry } from '../../types.ts';
import type { ExportContext, Exporter } from '../exporter.ts';
import { exporters } from '../index.ts';

/** An article of a made-up archive, for tests. `day` counts from 2013-01-01; null: undated. */
export interface SampleArticle {
  title: string;
  author: string;
  day: number | null;
  html?: string;
  passages?: string[];
  url?: string | null;
  tags?: string[];
  data?: Record<string, unknown>;
}

/** Four articles with what breaks exports: markup in titles, an undated one, characters that XML forbids. */
const FOUR: readonly SampleArticle[] = [
  { title: '没有日期的一篇', author: '佚名', day: null, url: null },
  { title: '<b>A & B</b> "引号" ]]>', author: '王<五>', day: 0, tags: ['硬件 & 软件'] },
  { title: '坏字符\u0001与\ud800', author: '李四', day: 1, data: { views: 3 } },
  { title: '最新的一篇', author: '王<五>', day: 400 },
];

/** A context for exporters over a made-up archive. */
export function sampleContext(
  settings: Partial<Settings>,
  articles: readonly SampleArticle[] = FOUR,
): ExportContext {
  const archive = sampleArchive(settings, articles);
  const byFile = new Map(articles.map((article, at) => [fileOf(at), article]));
  return {
    archive,
    strings,
    body: ({ file }: Entry): ArticleBody => {
      const { html = '<p>正文。</p>', passages = ['正文。'], data = {} } = byFile.get(file) ?? {};
      return { html, passages, data, headings: [], repairs: [] };
    },
    source: ({ title }) => `# ${title}\n`,
    hash: hashOf,
    cached: (_, make) => make(),
  };
}

/** `count` articles, one a day, all different. */
export const manyArticles = (count: number): SampleArticle[] =>
  Array.from({ length: count }, (_, at) => ({ title: `第 ${at} 篇`, author: `作者${at % 3}`, day: at }));

const fileOf = (at: number): string => `${String(at).padStart(6, '0')}.md`;

function sampleArchive(settings: Partial<Settings>, articles: readonly SampleArticle[]): Archive {
  const readings = articles.map(({ title, author, day, passages = ['正文。'], tags = [], url }, at) => {
    const { length } = passages.join('');
    return readingOf(fileOf(at), {
      hash: hashOf(`${at} ${title}`),
      url: url === undefined ? `https://news.example/${1000 + at}` : url,
      title,
      author,
      time: day === null ? null : dayTime(day),
      tags,
      summary: passages.join('').slice(0, 120),
      han: length,
      chars: length,
    });
  });
  return archiveOf(readings, settingsSchema.parse({ title: '样本档案', ...settings }));
}

const dayTime = (day: number): ArticleTime =>
  timeOf(new Date(Date.UTC(2013, 0, 1 + day)).toISOString().slice(0, 10));

/** Writes the files of all exporters, or of some. */
export function writeExports(
  site: SiteTree,
  context: ExportContext,
  some: readonly Exporter[] = exporters,
): void {
  for (const exporter of some)
    for (const { path, chunks } of exporter.files(context)) for (const _ of site.writing(path, chunks()));
}
