import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { aliasOf } from './field.ts';
import { cutOtherFormat } from './other-formats.ts';
import type { Split } from './parts.ts';
import { plainFields } from './plain-fields.ts';

/** remark's own reading of front matter: a fence on the first line and the same once more. */
const frontMatter = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

const FENCE = /^-{3,}[ \t]*$/;
const CLOSING = /^(?:-{3,}|\.{3})[ \t]*$/;
const FIELD = /^\s*["']?([\p{L}_][\p{L}\p{N}_ .-]{0,40}?)["']?\s*[:：]/u;
const CONTINUED = /^(?:\s+\S|-\s|#)/;
/** A key that only a whole pair of fences makes believable: `$schema`, `"@type"`, `404`; a map in braces. */
const ODD_FIELD = /^["']?[$@\p{N}\p{L}_][^:：\n]{0,60}?["']?\s*[:：](?:\s|$)|^\{.*\}\s*$/u;
/** Characters of a front matter that remark reads: what is longer is cut by its fences alone. */
const MAX_LENGTH = 16_000;

/** Separates front matter from body: between whole fences as remark does, or in the form of another generator, or where fields stand without. */
export function split(text: string): Split {
  return fenced(text) ?? cutOtherFormat(text) ?? cutBroken(text);
}

interface Head {
  value: string;
  format: 'yaml' | 'toml';
}

/** The front matter of a text that ends with it, as remark reads it. */
export function parsedHead(text: string): Head | null {
  const [node] = frontMatter.parse(text).children;
  const format: string | undefined = node?.type;
  return node && 'value' in node && (format === 'yaml' || format === 'toml')
    ? { value: node.value, format }
    : null;
}

/** Plain fields between two plain fences, as almost every article has them: remark can give nothing else, and takes as long for it as for a paragraph. */
export const plainHead = (open: string, value: string, close: string): Head | null =>
  open === '---\n' && close === '---' && plainFields(value.split('\n'), 2) ? { value, format: 'yaml' } : null;

/** Front matter between fences on the first line and below, in the chain of remark; null where there is none, or none that fields stand in. */
function fenced(text: string): Split | null {
  const [fence = ''] = /^(?:---|\+\+\+)[ \t]*\n/.exec(text) ?? [];
  if (fence === '') return null;
  const sign = fence.slice(0, 3);
  const close = text.indexOf(`\n${sign}`, fence.length - 1);
  if (close === -1 || close > MAX_LENGTH) return null;
  const end = text.indexOf('\n', close + 1);
  const read =
    plainHead(fence, text.slice(fence.length, close), text.slice(close + 1, end === -1 ? undefined : end)) ??
    parsedHead(text.slice(0, end === -1 ? undefined : end));
  if (!read) return null;
  const { value, format } = read;
  const lines = value.split('\n');
  if (format === 'yaml' && !areFields(lines)) return null;
  const bodyAt = lines.length + (value === '' && close === fence.length - 1 ? 1 : 2);
  return {
    head: value,
    format,
    headLine: 2,
    body: end === -1 ? '' : text.slice(end + 1),
    bodyLine: bodyAt + 1,
    mendedLine: null,
  };
}

/** True for lines that are all fields, or belong to one, and of which one is known by its name. */
function areFields(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  if (written.length === 0) return true;
  const isField = (line: string): boolean => FIELD.test(line) || ODD_FIELD.test(line);
  return (
    written.every((line) => isField(line) || CONTINUED.test(line)) &&
    (lines[0]?.trim() !== '' && written[0] !== undefined && FIELD.test(written[0])
      ? true
      : written.some((line) => isKnown(line) || ODD_FIELD.test(line)))
  );
}

/**
 * Separates broken front matter from the body. The opening fence may come after blank lines; a missing fence is supplied
 * where fields stand at the file's head. A first line `---` that no field follows is a thematic break of the body.
 */
function cutBroken(text: string): Split {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const none: Split = { head: null, format: 'yaml', headLine: 1, body: text, bodyLine: 1, mendedLine: null };
  if (first === -1) return none;
  const fenced = FENCE.test(lines[first] ?? '');
  const start = fenced ? first + 1 : first;
  if (!fenced && !isKnown(lines[start] ?? '')) return none;
  const cut = (end: number, bodyAt: number, mendedLine: number | null): Split => ({
    head: lines.slice(start, end).join('\n'),
    format: 'yaml',
    headLine: start + 1,
    body: lines.slice(bodyAt).join('\n'),
    bodyLine: bodyAt + 1,
    mendedLine,
  });
  const close = lines.findIndex((line, index) => index >= start && CLOSING.test(line));
  const block = lines.slice(start, close === -1 ? undefined : close);
  const run = fieldRun(block);
  const whole = close !== -1 && (fenced || run === block.length);
  if (whole && (run > 0 || block.every((line) => line.trim() === '')) && !isProse(block, run))
    return cut(close, close + 1, fenced ? null : start + 1);
  const fields = withoutBody(block.slice(0, run));
  const known = fields.filter(isKnown).length;
  const end = start + fields.length;
  return known >= (fenced ? 1 : 2) ? cut(end, end, end + 1) : none;
}

/** Number of lines at the head of a block that can be fields or belong to one; trailing blank lines not counted. */
function fieldRun(block: readonly string[]): number {
  const end = block.findIndex((line, at) => !FIELD.test(line) && !(at > 0 && CONTINUED.test(line)));
  return end === -1 ? block.length : end;
}

/** Where no fence ends the fields: without the headings that begin the body, and a list that does. */
function withoutBody(lines: readonly string[]): readonly string[] {
  const list = lines.findIndex(
    (line, at) => /^-\s/.test(line) && /^[^#-].*[:：].*\S/.test(lines[at - 1] ?? ''),
  );
  const fields = list === -1 ? lines : lines.slice(0, list);
  return fields.slice(0, fields.findLastIndex((line) => !line.startsWith('#')) + 1);
}

/** A closing fence far below the fields is a thematic break of the body when text stands between. */
function isProse(block: readonly string[], run: number): boolean {
  const rest = block.slice(run);
  const blank = rest.findIndex((line) => line.trim() === '');
  return (
    blank !== -1 &&
    rest.slice(blank).some((line) => line.trim() !== '' && !FIELD.test(line) && !CONTINUED.test(line))
  );
}

function isKnown(line: string): boolean {
  const key = FIELD.exec(line)?.[1];
  return key !== undefined && !/^\s/.test(line) && aliasOf(key) !== null;
}
