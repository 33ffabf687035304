import type { Edit, Source } from './source.ts';

/** Marks a code span or the language of a fence that holds a formula until the Markdown has been read: a noncharacter, which no article holds. */
export const FORMULA = '\ufdd1';

/** Longest formula that is looked for. */
const MAX = 20_000;

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** Parts of a formula in which words may stand. */
const WORDS =
  /\\(?:text(?:bf|it|rm|sf|tt)?|mathrm|mathbf|mbox|hbox|operatorname\*?|tag)\s*\{[^{}]*\}|[_^]\s*\{[^{}\\]*\}/g;
const SIGN = /[\\^_={}+<>|*/'-]/;
const COMMAND = /\\[a-zA-Z]{2,}|[_^]|\\[,;!|]/;

const ENVIRONMENT =
  /^[ \t]*\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|split|aligned|gathered|cases|matrix|[pbvBV]matrix|array|displaymath|math)\*?)\}/dgm;

/**
 * Puts formulas into code spans and fences of their own, where Markdown leaves them as they are: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and bare
 * environments. Money, variables of shells and addresses are none: a formula begins and ends without a blank, holds no Chinese outside of
 * `\text{…}`, and is no word.
 */
export function math(source: Source): void {
  const { text } = source;
  if (!text.includes('$') && !/\\[([]|\\begin\{/.test(text)) return;
  environments(source);
  pairs(
    source,
    /\$\$/g,
    (content, next) => !content.includes('$$') && isFormula(content, true) && next !== '$',
  );
  pairs(
    source,
    /\\{1,2}\[/g,
    (content) => (COMMAND.test(content) || /[=+<>]/.test(content) ? isFormula(content, true) : false),
    /\\{1,2}\]/g,
  );
  pairs(source, /\\{1,2}\(/g, (content) => isFormula(content, false), /\\{1,2}\)/g);
  source.replace(
    /(?<![\\$\w])\$((?:\\\$|[^\s$\\\ufdd2]|\\[^\n])(?:(?:\\\$|[^$\n\ufdd2]|\n(?![ \t]*\n)){0,600}?(?:\\\$|[^\s$\\\ufdd2]|\\[^\s$]))?)\$(?![\w$])/dg,
    ({ group, index }) =>
      isFormula(group(1), false) && !isMoney(group(1))
        ? inline(group(1), isInTable(source.text, index))
        : null,
  );
}

function environments(source: Source): void {
  if (!source.text.includes('\\begin{')) return;
  const edits: Edit[] = [];
  const ends = new Map<string, number>();
  let done = 0;
  for (const match of source.masked.matchAll(ENVIRONMENT)) {
    if (match.index < done) continue;
    const before = source.masked.slice(Math.max(0, match.index - 400), match.index);
    // In `$$ … $$` it is a part of that.
    if (/\$\$\s*$|\\\[\s*$/.test(before)) continue;
    const end = `\\end{${match[1]}}`;
    // Looked for once, and again only when it is passed: there may be thousands without an end.
    let at = ends.get(end) ?? -2;
    if (at !== -1 && at < match.index) at = source.masked.indexOf(end, match.index);
    ends.set(end, at);
    if (at === -1 || at - match.index > MAX) continue;
    const to = at + end.length;
    edits.push({ from: match.index, to, fresh: display(source.text.slice(match.index, to), '') });
    done = to;
  }
  source.edit(edits);
}

/** Finds formulas between two signs: alone on their lines they stand by themselves, else in their line. */
function pairs(
  source: Source,
  opening: RegExp,
  accept: (content: string, next: string) => boolean,
  closing = opening,
): void {
  const { masked, text } = source;
  const edits: Edit[] = [];
  const ends = [...masked.matchAll(closing)];
  let end = 0;
  let done = 0;
  for (const open of masked.matchAll(opening)) {
    const from = open.index + open[0].length;
    if (open.index < done || masked[open.index - 1] === '\\') continue;
    while (end < ends.length && (ends[end]?.index ?? 0) < from) end++;
    const close = ends[end];
    if (!close) break;
    const content = text.slice(from, close.index);
    const to = close.index + close[0].length;
    if (
      content.length > MAX ||
      /\n[ \t]*\n/.test(content) ||
      content.trim() === '' ||
      content.includes('\ufdd2')
    )
      continue;
    if (!accept(content, text[to] ?? '')) continue;
    const head = /[^\n]*$/.exec(text.slice(Math.max(0, open.index - 60), open.index))?.[0] ?? '';
    const isAlone =
      /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(head) && /^[ \t]*(?:\n|$)/.test(text.slice(to, to + 20));
    const isBlock = isAlone && opening.source !== '\\\\{1,2}\\(';
    edits.push({
      from: open.index,
      to,
      fresh: isBlock ? display(content, head) : inline(content, isInTable(text, open.index)),
    });
    done = to;
  }
  source.edit(edits);
}

/** A formula by itself. @param head what stands before it on its line: an indent, marks of a quotation or a list */
function display(tex: string, head: string): string {
  const indent = head
    .replace(/[^>]/g, ' ')
    .replace(/ >/g, '>')
    .replace(/>(?! )/g, '> ');
  const lines = plainTex(tex)
    .trim()
    .split('\n')
    .map((line) => indent + line.replace(/^[ \t>]+(?=\S)/, indent === '' ? '' : ''));
  const fence = '`'.repeat(Math.max(3, longestRun(tex) + 1));
  const before = /\S/.test(head) ? '' : `\n${indent}`;
  return `${before}${fence}${FORMULA}\n${lines.join('\n')}\n${indent}${fence}\n`;
}

function inline(tex: string, inTable: boolean): string {
  const ticks = '`'.repeat(longestRun(tex) + 1);
  const plain = plainTex(tex)
    .trim()
    .replace(/\s*\n[ \t>]*/g, ' ');
  return `${ticks}${FORMULA}${inTable ? plain.replace(/(?<!\\)\|/g, '\\|') : plain}${plain.endsWith('`') ? ' ' : ''}${ticks}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** TeX without the escapes that Markdown needs where it knows no formulas. */
const plainTex = (tex: string): string =>
  tex
    .replace(/\\\\\\\\/g, '\\\\')
    .replace(/(?<=[\w})])\\_(?=[\w{\\])/g, '_')
    .replace(/(?<![\\a-zA-Z])\\\*/g, '*');

function isFormula(content: string, isLong: boolean): boolean {
  const bare = content.replace(WORDS, '');
  if (HAN.test(bare) && !(isLong && /\\[a-zA-Z]|=|\^/.test(bare) && !/[，。；：！？]/.test(bare)))
    return false;
  if (/(?:^|[^\\])(?:https?:|<\/?[a-z]+[ >])/.test(bare)) return false;
  if (SIGN.test(bare)) return isLong || COMMAND.test(bare) || !/[A-Za-z]{3,}[ ,.]+[A-Za-z]{3,}/.test(bare);
  // A name, a number, a few of them: `$x$`, `$n!$`, `$(x, y)$`, `$10$`.
  return /^[\s(]*[A-Za-z\u0391-\u03c9](?:[\s\d()[\],.!:;]+[A-Za-z]?|[A-Za-z\d])*[\s)]*$/u.test(bare)
    ? !/[A-Za-z]{4,}/.test(bare)
    : /^[\d.,%() ]+$/.test(bare);
}

/** `$5，$10`, `$5-$10`: amounts. */
const isMoney = (content: string): boolean =>
  /^\d[\d,.]*\s*[-–~+/]?$/.test(content) && !/^\d{1,3}$/.test(content);

/** True for a place in a row of a table, where a bar ends a cell. */
function isInTable(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - ROW), at);
  const line = head.slice(head.lastIndexOf('\n') + 1);
  return /^[ \t>]{0,40}\|/.test(line) || line.includes(' | ');
}
/** Characters of a row before a formula that are looked at. */
const ROW = 1000;
