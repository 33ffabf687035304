import { aliasOf } from './field.ts';

/** A file cut in two; each part begins at a known line of the file, so that positions hold. */
interface Split {
  /** The YAML between the fences, or null where the file has no front matter. */
  yaml: string | null;
  /** 1-based line of the YAML's first line. */
  yamlLine: number;
  /** The text after the front matter. */
  body: string;
  /** 1-based line of the body's first line. */
  bodyLine: number;
  /** 1-based line at which a fence had to be supplied; null where both stood where they belong. */
  mendedLine: number | null;
}

const FENCE = /^-{3,}[ \t]*$/;
const CLOSING = /^(?:-{3,}|\.{3})[ \t]*$/;
const FIELD = /^\s*["']?([\p{L}_][\p{L}\p{N}_ .-]{0,40}?)["']?\s*[:：]/u;
const CONTINUED = /^(?:\s+\S|-\s|#)/;

/**
 * Separates front matter from body. The opening fence may come after blank lines; a missing fence is supplied
 * where fields stand at the file's head. A first line `---` that no field follows is a thematic break of the body.
 */
export function split(text: string): Split {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const none: Split = { yaml: null, yamlLine: 1, body: text, bodyLine: 1, mendedLine: null };
  if (first === -1) return none;
  const fenced = FENCE.test(lines[first] ?? '');
  const start = fenced ? first + 1 : first;
  if (!fenced && !isKnown(lines[start] ?? '')) return none;
  const cut = (end: number, bodyAt: number, mendedLine: number | null): Split => ({
    yaml: lines.slice(start, end).join('\n'),
    yamlLine: start + 1,
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
