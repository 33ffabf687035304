import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { Point } from 'unist';

/**
 * Signs that no block may hold that is to be a paragraph of plain text: a character that means something anywhere in a line, an address, a space
 * before a line end; at the head of a line, white space or what begins a heading, quotation, list, table, rule or underline.
 */
const SYNTAX = /[\0-\x09\x0b-\x1f\\`*_[\]<&~@\x7f\ufeff]|:\/\/|[wW]{3}\.| $|^(?:[ #>+=|:-]|\d{1,9}[.)])/m;

/** Stands for plain paragraphs in what is left to the parser: a noncharacter, which no article holds. */
const STAND_IN = '\ufdd0';

/** Blocks that follow each other and are all plain, or all not; with the blank lines after them, and before the first of all. */
interface Run {
  plain: boolean;
  /** From here the text is this run's, up to the next one's start. */
  start: number;
  /** 1-based line of the start. */
  line: number;
  /** The paragraphs, where they are plain. */
  paragraphs: Paragraph[];
}

/**
 * Parses a text in which most blocks are paragraphs without any Markdown, as those of a scraped article are. Such a block between blank lines
 * at the top of a document means the same whatever else stands there, so its node is known without looking at its characters one by one. What
 * is left goes through the parser with one short paragraph for each run of plain ones. Where that one does not come back at the top of the
 * tree, something before it (a comment, a code fence in a list) reaches over blank lines, and the parser gets the whole text.
 * @returns the very tree `parse` gives for the text, positions included
 */
export function parseAroundPlain(text: string, parse: (text: string) => Root): Root {
  const runs = text.includes(STAND_IN) ? [] : runsOf(text);
  if (!runs.some(({ plain }) => plain)) return parse(text);
  let rest = '';
  const shifts = runs.map(({ plain, start }, index) => {
    const shift = start - rest.length;
    const part = text.slice(start, runs[index + 1]?.start);
    // Nothing stands before the first run: it needs no one to hold its place.
    rest += plain ? (index > 0 ? STAND_IN : '') + '\n'.repeat(countLineEnds(part)) : part;
    return shift;
  });
  const parsed = runs.length > 1 ? parse(rest).children : [];
  const children: RootContent[] = [];
  let next = 0;
  for (const [index, { plain, line, paragraphs }] of runs.entries()) {
    if (plain) {
      if (index > 0 && !isStandIn(parsed[next++], line)) return parse(text);
      children.push(...paragraphs);
    }
    const end = runs[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    for (let node = parsed[next]; !plain && node && lineOf(node) < end; node = parsed[++next]) {
      moveBy(shifts[index] ?? 0, node);
      children.push(node);
    }
  }
  if (next < parsed.length) return parse(text);
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) } };
}

/** Cuts a text at its blank lines, but for those between code fences: what looks like a paragraph there is none. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let line = 1;
  let fence = '';
  let first: { at: number; line: number } | null = null;
  const close = (end: number): void => {
    if (!first) return;
    const block = text.slice(first.at, end);
    const plain = !SYNTAX.test(block);
    let run = runs.at(-1);
    if (run?.plain !== plain) {
      run = { plain, start: run ? first.at : 0, line: run ? first.line : 1, paragraphs: [] };
      runs.push(run);
    }
    if (plain) run.paragraphs.push(paragraph(block, first.at, first.line, line - 1, end));
    first = null;
  };
  for (let at = 0; at < text.length; line++) {
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? text.length : end;
    const ink = firstInk(text, at, stop);
    if (ink < stop) first ??= { at, line };
    else if (fence === '') close(at - 1);
    const mark = text.slice(ink, ink + 3);
    if (mark === '```' || mark === '~~~') fence = fence === '' ? mark : fence === mark ? '' : fence;
    at = stop + 1;
  }
  close(text.endsWith('\n') ? text.length - 1 : text.length);
  return runs;
}

/** The first place in `[from, to)` that is no white space, or `to`. White space of Markdown only: other kinds are text. */
function firstInk(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  return at;
}

function paragraph(value: string, start: number, line: number, endLine: number, end: number): Paragraph {
  const position = () => ({
    start: { line, column: 1, offset: start },
    end: { line: endLine, column: value.length - value.lastIndexOf('\n'), offset: end },
  });
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: position() }],
    position: position(),
  };
}

const countLineEnds = (text: string): number => text.split('\n').length - 1;

const lineOf = (node: Nodes): number => node.position?.start.line ?? 0;

function isStandIn(node: RootContent | undefined, line: number): boolean {
  if (node?.type !== 'paragraph' || lineOf(node) !== line) return false;
  const [only, ...more] = node.children;
  return only?.type === 'text' && only.value === STAND_IN && more.length === 0;
}

/** Adds to the offsets of a node and all below it. A new object each: nodes may share one. */
function moveBy(distance: number, node: Nodes): void {
  if (distance === 0) return;
  const moved = (point: Point): Point => ({ ...point, offset: (point.offset ?? 0) + distance });
  if (node.position) node.position = { start: moved(node.position.start), end: moved(node.position.end) };
  if ('children' in node) for (const child of node.children) moveBy(distance, child);
}

/** The end of a text. */
function endOf(text: string): Point {
  const last = text.lastIndexOf('\n') + 1;
  return { line: countLineEnds(text) + 1, column: text.length - last + 1, offset: text.length };
}
