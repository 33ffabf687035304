import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../bench/random.ts';
import { day, paragraph, SETTINGS, write } from './archive.ts';
import { browserFaults } from './browser.ts';
import { BUILD_BOUNDS, failuresOf, jiuwen } from './jiuwen.ts';
import type { Kind, Round } from './kind.ts';
import { allowedIn, pageFaults } from './page-check.ts';

const VECTORS = readFileSync(new URL('../article/fixtures/xss-vectors.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Places in Markdown where a vector may stand. */
const PLACES: readonly ((vector: string, random: Random) => string)[] = [
  (vector) => vector,
  (vector) => `文字 ${vector} 文字`,
  (vector) => `<div>\n${vector}\n</div>`,
  (vector) => `> - ${vector}`,
  (vector) => `# ${vector}`,
  (vector) => `<table><tr><td>${vector}</table>`,
  (vector) => `| a |\n|---|\n| ${vector} |`,
  (vector) => `\`\`\`${vector}\n${vector}\n\`\`\``,
  (vector) => `[字](${vector})`,
  (vector) => `[字](<${vector}> "${vector}")`,
  (vector) => `![${vector}](${vector})`,
  (vector) => `[字][一]\n\n[一]: ${vector} '${vector}'`,
  (vector) => `字[^一]\n\n[^一]: ${vector}`,
  (vector) => `<!-- ${vector} -->`,
  (vector) => `<![CDATA[${vector}]]>`,
  (vector) => `<?php ${vector} ?>`,
  (vector) => `<a href="https://example.org/${vector}">字</a>`,
  (vector) => `<img alt='${vector}' src=https://example.org/a.png title="${vector}">`,
  (vector) => `<svg><style>${vector}</style></svg>`,
  (vector) => `<math><mtext><table><mglyph><style>${vector}`,
  (vector) => `<noscript><p title="</noscript>${vector}">`,
  (vector) => `<textarea>${vector}`,
  (vector) => `{{ ${vector} }}{% raw %}${vector}`,
  (vector) => `<${vector}>`,
  (vector, random) => random.of(PLACES)(random.of(PLACES)(vector, random), random),
];

/** Vectors that need no tag of their own. */
const ADDRESSES = [
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  '&#x6A;avascript&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  '//example.org/x.js',
  '\\\\example.org\\x.js',
  '\x01javascript:alert(1)',
  'feed:javascript:alert(1)',
  'jar:javascript:alert(1)!/',
  '" onfocus=alert(1) autofocus tabindex=1 x="',
  "' onmouseover=alert(1) x='",
  '--><script>alert(1)</script>',
  ']]><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title><base href=https://example.org/>',
  '<form id=text action=https://example.org/><input name=attributes>',
  '<a id=h-1 name=main>',
];

/** Ways to write the same characters differently. */
const DISGUISES: readonly ((text: string, random: Random) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.toUpperCase(),
  (text, random) =>
    inserted(text, random, random.of(['\0', '\t', '\n', '\r', '\u00ad', '\u200b', '\ufeff', '/', '\f'])),
  (text, random) => replaced(text, random, (char) => `&#${char.codePointAt(0)};`),
  (text, random) => replaced(text, random, (char) => `&#x${char.codePointAt(0)?.toString(16)}`),
  (text, random) => replaced(text, random, encodeURIComponent),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&amp;lt;'),
  (text, random) => text.slice(0, 1 + random.below(text.length)),
  (text, random) => `${text.slice(0, random.below(text.length))}${random.of(VECTORS)}`,
];

function inserted(text: string, random: Random, char: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + char + text.slice(at);
}

function replaced(text: string, random: Random, change: (char: string) => string): string {
  const at = random.below(text.length);
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return /[\ud800-\udfff]/.test(char)
    ? text
    : text.slice(0, at) + change(char) + text.slice(at + char.length);
}

const vector = (random: Random): string =>
  random.of(DISGUISES)(random.of([...VECTORS, ...ADDRESSES]), random);

/** A field's value: as scrapers write it, or as YAML wants it. */
const field = (random: Random, value: string): string =>
  random.below(2) ? JSON.stringify(value) : value.replaceAll(/[\r\n]/g, ' ');

function hostileArticle(random: Random): string {
  const fields = [
    `title: ${field(random, vector(random))}`,
    `name: ${field(random, vector(random))}`,
    `url: ${field(random, random.below(2) ? `https://example.org/${vector(random)}` : vector(random))}`,
    `tags: [${field(random, vector(random))}, ${JSON.stringify(vector(random))}]`,
    `id: ${field(random, vector(random))}`,
    `${random.of(['layout', 'via', 'x', '__proto__', 'constructor'])}: ${field(random, vector(random))}`,
  ].filter(() => random.below(4) > 0);
  const body = Array.from({ length: 1 + random.below(8) }, () => random.of(PLACES)(vector(random), random));
  return `---\n${fields.join('\n')}\ntime: ${day(random)}\n---\n\n${paragraph(random)}\n\n${body.join('\n\n')}\n`;
}

/** A name that a file may have, with a vector in it. */
const fileName = (random: Random, at: number): string =>
  `${Buffer.from(vector(random).replaceAll(/[/\0]/g, '_').slice(0, 60)).toString()}${at}.md`;

/** Pages that stand for all that layouts write: with and without address, time, tags, task lists. */
const HARMLESS: Readonly<Record<string, string>> = {
  'a.md':
    '---\ntitle: 一\nname: 甲\ntime: 2012-03-04 05:06\nurl: https://example.org/1.html\ntags: [子, 丑]\n---\n\n## 节\n\n- [ ] 事\n\n　　一段。[^1]\n\n[^1]: 注。\n',
  'b.md': '二。\n\n　　段。\n',
  'c.md': '---\ntitle: 三\ntime: 2012-03-05\n---\n\n![图](https://example.org/a.png)\n',
};

/** XSS vectors in every place of an article, through a real build; all pages are read as a browser reads them. */
export const vectors: Kind = {
  name: 'vectors',
  async *tries({ random, dir, size, skip }: Round) {
    const settings = `${SETTINGS}origin: https://archive.example\ntitle: ${JSON.stringify(vector(random))}\n`;
    const articles = size === 'small' ? 8 : 60;
    write(path.join(dir, 'plain'), {
      ...HARMLESS,
      'archive.yml': `${SETTINGS}origin: https://archive.example\n`,
    });
    const plain = await jiuwen(dir, ['build', '--content', 'plain', '--out', 'plain-dist', '--no-cache']);
    const faults = failuresOf(plain);
    write(path.join(dir, 'content'), { 'archive.yml': settings });
    for (let at = 0; at < articles; at++)
      write(path.join(dir, 'content'), { [fileName(random, at)]: hostileArticle(random) });
    const run = await jiuwen(dir, ['build', '--no-cache'], BUILD_BOUNDS);
    faults.push(...failuresOf(run));
    const site = path.join(dir, 'dist');
    if (faults.length === 0) {
      faults.push(...pageFaults(site, allowedIn(path.join(dir, 'plain-dist'))));
      if (size === 'large') faults.push(...(await browserFaults(site, skip)));
    }
    yield { input: path.join(dir, 'content'), seconds: run.seconds, memory: run.memory, faults };
  },
};
