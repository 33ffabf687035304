import type { Split } from './parts.ts';

/** Lines that a front matter in one of these formats may have. */
const MAX_LINES = 1_000;

/** Cuts off front matter in JSON (`{ … }`, or up to `;;;` as Hexo writes it), in Org (`#+TITLE: …`), or in TOML whose fences are not quite remark's; null where there is none. */
export function cutOtherFormat(text: string): Split | null {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const headLine = text.slice(0, start).split('\n').length;
  const rest = text.slice(start);
  if (rest.startsWith('{')) return cutJson(text, start, headLine);
  if (/^(?:;;;|"[^"\n]{1,60}"\s*:)/.test(rest)) return cutSemicolons(text, start, headLine);
  if (/^#\+[A-Za-z_]{2,30}:/.test(rest)) return cutOrg(text, headLine);
  if (/^\+\+\+[ \t]*\n/.test(rest)) return cutToml(text, headLine);
  return null;
}

function splitAt(text: string, format: Split['format'], from: number, to: number, bodyAt: number): Split {
  const lines = text.split('\n');
  return {
    head: lines.slice(from, to).join('\n'),
    format,
    headLine: from + 1,
    body: lines.slice(bodyAt).join('\n'),
    bodyLine: bodyAt + 1,
    mendedLine: null,
  };
}

function cutJson(text: string, start: number, headLine: number): Split | null {
  const end = endOfObject(text, start);
  if (end === -1 || !/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200))) return null;
  const head = text.slice(start, end);
  if (!isObject(head)) return null;
  const lastLine = text.slice(0, end).split('\n').length;
  return splitAt(text, 'json', headLine - 1, lastLine, lastLine);
}

/** The place behind an object that begins at `start`; -1 where it has no end within reach. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < Math.min(text.length, start + 50_000); at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
  }
  return -1;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  } catch {
    return false;
  }
}

function cutSemicolons(text: string, start: number, headLine: number): Split | null {
  const lines = text.split('\n', headLine + MAX_LINES);
  const opened = text.startsWith(';;;', start);
  const from = headLine - 1 + (opened ? 1 : 0);
  const close = lines.findIndex((line, at) => at >= from && /^;;;\s*$/.test(line));
  if (close === -1 || !isObject(`{${lines.slice(from, close).join('\n')}}`)) return null;
  return splitAt(text, 'json', from, close, close + 1);
}

function cutOrg(text: string, headLine: number): Split {
  const lines = text.split('\n', headLine + MAX_LINES);
  let end = headLine - 1;
  while (/^#\+[A-Za-z_]+:/.test(lines[end] ?? '') || /^:\w+:/.test(lines[end] ?? '')) end++;
  return splitAt(text, 'org', headLine - 1, end, end);
}

function cutToml(text: string, headLine: number): Split | null {
  const lines = text.split('\n', headLine + MAX_LINES);
  const close = lines.findIndex((line, at) => at >= headLine && /^\+\+\+[ \t]*$/.test(line));
  if (close === -1 || !lines.slice(headLine, close).some((line) => /^\s*["']?[\w-]+["']?\s*=/.test(line)))
    return null;
  return splitAt(text, 'toml', headLine, close, close + 1);
}
