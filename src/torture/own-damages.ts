import { Random } from '../bench/random.ts';
import type { ReadResult } from '../types.ts';

/** Pieces of markup that scrapers add, lose or tear. */
const PIECES = [
  '---\n',
  '\n---\n',
  '```\n',
  '```字节\n',
  '~~~ 说明\n',
  '# 旁注\n',
  '<!-- 编者的话',
  '-->',
  '<svg>',
  '<math>',
  '<style>',
  '<script>',
  '</script>',
  '<title>题外',
  '<textarea>',
  '<table><tr><td>',
  '</table>',
  '<p title="',
  '">',
  '[^a]',
  '\n[^a]: 无人问津的注\n',
  '\n[a]: https://example.org/ "链接的标题"\n',
  '[字](https://example.org/ "悬停的字")',
  '![图的说明](',
  ')',
  'url: 转载自某处\n',
  'layout: ',
  'time: 去年夏天\n',
  'tags: [',
  '    ',
  '> ',
  '- ',
  '| 甲 | 乙 |\n|---|---|\n',
  '&nbsp;',
  '\\',
  '<?php 语句 ',
  '<![CDATA[ 数据 ',
  '<a href=',
  '{{ 变量 }}',
  '$',
  '\t',
  '\r',
];

/** Ways to damage a text at a place. */
const DAMAGES: readonly ((text: string, at: number, random: Random) => string)[] = [
  (text, at, random) => text.slice(0, at) + random.of(PIECES) + text.slice(at),
  (text, at, random) => text.slice(0, at) + random.of(PIECES) + text.slice(at),
  // At the beginning of a line, where markup of blocks counts.
  (text, at, random) => atLine(text, at, (lines, line) => lines.splice(line, 0, random.of(PIECES))),
  (text, at) => atLine(text, at, (lines, line) => lines.splice(line, 1)),
  (text, at) => atLine(text, at, (lines, line) => lines.splice(line, 0, lines[line] ?? '')),
  (text, at) =>
    atLine(text, at, (lines, line) => lines.splice(line, 2, `${lines[line]}${lines[line + 1] ?? ''}`)),
  (text, at) => text.slice(0, at),
  (text, at, random) => text.slice(0, at) + text.slice(at + random.below(30)),
  (text) => text.replace(/^---\n/m, ''),
  (text) => text.replace(/\n---\n/, '\n'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', ' '),
];

function atLine(text: string, at: number, change: (lines: string[], line: number) => void): string {
  const lines = text.split('\n');
  change(lines, text.slice(0, at).split('\n').length - 1);
  return lines.join('\n');
}

/** A text after some accidents, one after another. @param random gives numbers from 0 up to, but not including, 1 */
export function damaged(text: string, random: () => number, count: number): { name: string; text: string } {
  const own = new Random(Math.floor(random() * 2 ** 31));
  let result = text;
  for (let left = count; left > 0; left--)
    result = own.of(DAMAGES)(result, own.below(result.length + 1), own);
  // Halves of characters are none of a file's bytes.
  return { name: `${count} accidents`, text: Buffer.from(result).toString() };
}

/** Han characters that are looked for together: fewer are found anywhere. */
const WINDOW = 4;
const HAN = /\p{Script=Han}+/gu;
const hanOf = (text: string): string => text.match(HAN)?.join('') ?? '';

/** Finds Han text of a source that neither the article nor the report shows: runs of characters, none where nothing is lost. */
export function lostHan(result: ReadResult, source: string): string {
  const known = new Set<string>();
  for (const han of toldOf(result).map(hanOf))
    for (let length = 1; length <= WINDOW; length++)
      for (let at = 0; at + length <= han.length; at++) known.add(han.slice(at, at + length));
  const lost = (source.match(HAN) ?? []).filter((run) => {
    const length = Math.min(WINDOW, run.length);
    for (let at = 0; at + length <= run.length; at++) if (!known.has(run.slice(at, at + length))) return true;
    return false;
  });
  return lost.join(' ');
}

/** Everything that a reader or the report is told of an article. */
function toldOf(result: ReadResult): string[] {
  const { article } = result;
  if (!article) return result.problems.map(({ message }) => message);
  const { title, author, tags, id, url, html, data, repairs, problems } = article;
  return [
    title,
    author,
    id ?? '',
    decoded(url ?? ''),
    // Text goes on across tags; what stands in attributes follows.
    html.replaceAll(/<[^>]*>/g, ''),
    decoded(html),
    JSON.stringify([tags, data]),
    ...repairs.map(({ before }) => before),
    ...problems.map(({ message }) => message),
  ];
}

/** Han characters in an address, as they were written. */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
