import type { Random } from '../bench/random.ts';

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

/** A text damaged in one to four ways. */
export function damaged(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(4); left > 0; left--)
    result = random.of(DAMAGES)(result, random.below(result.length + 1), random);
  // Halves of characters are none of a file's bytes.
  return Buffer.from(result).toString();
}

/** Han characters that are looked for together: fewer are found anywhere. */
const WINDOW = 4;
const HAN = /\p{Script=Han}+/gu;
const hanOf = (text: string): string => text.match(HAN)?.join('') ?? '';

/**
 * Finds Han text of a source that is told nowhere.
 * @param told everything that is shown or reported
 * @returns runs of Han characters, as they stand in the source
 */
export function lostHan(source: string, told: readonly string[]): string[] {
  const known = new Set<string>();
  for (const han of told.map(hanOf))
    for (let length = 1; length <= WINDOW; length++)
      for (let at = 0; at + length <= han.length; at++) known.add(han.slice(at, at + length));
  return (source.match(HAN) ?? []).filter((run) => {
    const length = Math.min(WINDOW, run.length);
    for (let at = 0; at + length <= run.length; at++) if (!known.has(run.slice(at, at + length))) return true;
    return false;
  });
}
