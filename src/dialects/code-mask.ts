/** Stands for a character of code in a masked text: a noncharacter, which no article holds. */
export const MASK = '\ufdd2';

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;
/** A line after which indented text belongs to it: an entry of a list, or more of one. */
const ENTRY = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
/** Elements whose content is shown as it is written. */
const VERBATIM = /<(pre|code|script|style|textarea|!--)(?=[\s>-])/gi;
const ADDRESS = /[a-z][a-z\d+.-]{1,15}:\/\/[^\s<>"'()（）[\]，。；：、！？「」“”\ufdd2]*/giu;

/**
 * A text with every character of code, of comments and of bare addresses masked, of the same length and with the same line ends: what is
 * written in a dialect is looked for outside of them. Linear.
 */
export function maskCode(text: string): string {
  const lines = text.split('\n');
  let fence = '';
  let afterBlank = true;
  let inList = false;
  for (const [at, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    const blank = line.trim() === '';
    if (fence !== '') {
      const rest = line.replace(/^[ \t>]*/, '').trimEnd();
      if (rest.startsWith(fence) && rest === fence[0]?.repeat(rest.length)) fence = '';
      lines[at] = hidden(line);
    } else if (
      mark !== '' &&
      !(mark[0] === '`' && line.slice(line.indexOf(mark) + mark.length).includes('`'))
    ) {
      fence = mark;
      lines[at] = hidden(line);
    } else if (INDENTED.test(line) && afterBlank && !inList && !blank) {
      lines[at] = hidden(line);
      continue;
    } else if (!blank && !/^\s/.test(line)) inList = ENTRY.test(line);
    else if (ENTRY.test(line)) inList = true;
    afterBlank = blank || fence !== '' || mark !== '';
  }
  const masked = maskSpans(maskVerbatim(lines.join('\n')));
  return masked.includes('://') ? masked.replace(ADDRESS, hidden) : masked;
}

const hidden = (text: string): string =>
  text.includes('\n') ? text.replace(/[^\n]/g, MASK) : MASK.repeat(text.length);

/** Masks what stands in elements that show their content as it is written. One without an end hides nothing. */
function maskVerbatim(text: string): string {
  if (!text.includes('<')) return text;
  let out = '';
  let done = 0;
  const endless = new Set<string>();
  const lower = text.toLowerCase();
  for (const match of text.matchAll(VERBATIM)) {
    const name = (match[1] ?? '').toLowerCase();
    if (match.index < done || endless.has(name)) continue;
    const close = name === '!--' ? '-->' : `</${name}`;
    const end = lower.indexOf(close, match.index);
    if (end === -1) {
      endless.add(name);
      continue;
    }
    // A comment that says something to a generator is looked at: `<!-- more -->`, `<!-- tab 名 -->`.
    if (name === '!--' && end - match.index < 200) continue;
    out += text.slice(done, match.index) + hidden(text.slice(match.index, end + close.length));
    done = end + close.length;
  }
  return out + text.slice(done);
}

/** Masks code spans: from a run of backticks to the next one of the same length in the same block. */
function maskSpans(text: string): string {
  if (!text.includes('`')) return text;
  return text
    .split(/(\n[ \t]*\n)/)
    .map((block) => (block.includes('`') ? maskBlock(block) : block))
    .join('');
}

function maskBlock(block: string): string {
  const runs = [...block.matchAll(/`+/g)].map(({ 0: ticks, index }) => ({ index, length: ticks.length }));
  const byLength = new Map<number, number[]>();
  for (const { length } of runs) byLength.set(length, []);
  for (const [at, { length }] of runs.entries()) byLength.get(length)?.push(at);
  // Where in each list the search stands: it only goes forward.
  const next = new Map<number, number>();
  let out = '';
  let done = 0;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.index < done) continue;
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(block.slice(Math.max(0, run.index - 8), run.index))) continue;
    const same = byLength.get(run.length) ?? [];
    let place = next.get(run.length) ?? 0;
    while (place < same.length && (same[place] ?? 0) <= at) place++;
    next.set(run.length, place);
    const closing = same[place];
    const close = closing === undefined ? undefined : runs[closing];
    if (closing === undefined || !close) continue;
    out += block.slice(done, run.index) + hidden(block.slice(run.index, close.index + close.length));
    done = close.index + close.length;
    at = closing;
  }
  return out + block.slice(done);
}
