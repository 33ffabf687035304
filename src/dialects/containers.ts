import { boxKind, closeBox, closeFold, openBox, openFold } from './markup.ts';
import type { Edit, Source } from './source.ts';

/** A line of a text, and the line of the file that it comes from. */
interface Line {
  text: string;
  line: number;
}

const BLOCK =
  /^([ \t]*)(!!!|\?\?\?\+?|===\+?)[ \t]+(?:([\w-]+)(?:[ \t]+[\w -]*?)?[ \t]*)?(?:"((?:[^"\\]|\\.)*)"|“([^”]*)”)?[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** Turns the boxes and tabs of MkDocs and Python-Markdown, whose text is indented below them, into Markdown. */
export function indentedBoxes(source: Source): void {
  if (!/^[ \t]*(?:!!!|\?\?\?|===)\+? [^=]/m.test(source.text)) return;
  const lines = source.text.split('\n').map((text, at) => ({ text, line: source.lineOf(at) }));
  const fresh = withBoxes(lines, 0);
  if (fresh) source.setLines(fresh);
}

/** Characters of a line that begins a box. */
const LONGEST_HEAD = 300;
/** Boxes in boxes that are looked for. */
const MAX_LEVEL = 8;

/** Lines with markup in the place of boxes; null where there are none. */
function withBoxes(lines: readonly Line[], level: number): Line[] | null {
  const fresh: Line[] = [];
  let fence = '';
  let found = false;
  for (let at = 0; at < lines.length; at++) {
    const head = lines[at];
    if (!head) continue;
    const mark = FENCE.exec(head.text)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && head.text.trim() === mark) fence = '';
    const match = fence === '' && head.text.length <= LONGEST_HEAD ? BLOCK.exec(head.text) : null;
    const shown = match && shownAs(match);
    const end = shown ? endOf(lines, at + 1, shown.indent.length) : 0;
    if (!shown || level >= MAX_LEVEL || !lines.slice(at + 1, end).some(({ text }) => text.trim() !== '')) {
      fresh.push(head);
      continue;
    }
    found = true;
    const inner = lines
      .slice(at + 1, end)
      .map(({ text, line }) => ({ text: dedent(text, shown.indent.length), line }));
    const content = withBoxes(inner, level + 1) ?? inner;
    const put = (markup: string, line: number) =>
      fresh.push(...markup.split('\n').map((text) => ({ text, line })));
    put(shown.open, head.line);
    for (const { text, line } of content) fresh.push({ text: shown.indent + text, line });
    put(shown.close, content.at(-1)?.line ?? head.line);
    at = end - 1;
  }
  return found ? fresh : null;
}

function shownAs([, indent = '', mark = '', name = '', title, curly]: RegExpExecArray) {
  const said = title ?? curly ?? '';
  if (mark.startsWith('==='))
    return said === '' ? null : { indent, open: openBox('tab', said, indent), close: closeBox(indent) };
  const kind = boxKind(name) ?? 'note';
  if (name === '' && said === '') return null;
  return mark.startsWith('?')
    ? { indent, open: openFold(kind, said || name, mark.endsWith('+'), indent), close: closeFold(indent) }
    : { indent, open: openBox(kind, said || (boxKind(name) ? '' : name), indent), close: closeBox(indent) };
}

/** Number of the first line that stands outside of a box whose text is indented by four more than its head. */
function endOf(lines: readonly Line[], from: number, depth: number): number {
  let at = from;
  let last = from;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') continue;
    if (widthOf(text) < depth + 4) break;
    last = at + 1;
  }
  return last;
}

/** Columns that a line is indented by; a tab goes to the next multiple of four. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    if (sign === ' ') width++;
    else if (sign === '\t') width += 4 - (width % 4);
    else break;
  return width;
}

const dedent = (text: string, depth: number): string =>
  text.slice(depth).replace(/^(?: {4}|\t| {1,3}\t)/, '');

const COLONS = /^([ \t>]*)(:{3,})[ \t]*([^\n:]*)$|^([ \t]*)@tab(?::\w+)?[ \t]+([^\n]+)$/dgm;

interface Container {
  from: number;
  to: number;
  indent: string;
  colons: number;
  name: string;
  title: string;
}

/** Containers that only arrange what is in them. */
const BARE =
  /^(?:tabs|code-tabs|code-group|group|center|left|right|v-pre|raw|md-demo|column|columns|grid|cards?)$/;

/** Turns the `:::` containers of VuePress, VitePress, Docusaurus and Pandoc into Markdown. One without an end stays as it is written. */
export function colonContainers(source: Source): void {
  if (!source.text.includes(':::')) return;
  const edits: Edit[] = [];
  const open: (Container & { tab: number })[] = [];
  for (const match of source.masked.matchAll(COLONS)) {
    const original = (number: number): string => {
      const span = match.indices?.[number];
      return span ? source.text.slice(...span) : '';
    };
    const [from, to] = [match.index, match.index + match[0].length];
    const top = open.at(-1);
    if (match[5] !== undefined) {
      if (!top) continue;
      const indent = original(4);
      edits.push({
        from,
        to,
        fresh:
          (top.tab > 0 ? closeBox(indent) : '') +
          openBox('tab', original(5).replace(/^\S*#\S+\s*/, ''), indent),
      });
      top.tab++;
      continue;
    }
    const colons = original(2).length;
    const head = original(3).trim();
    if (head !== '') {
      const [, name = '', rest = ''] =
        /^([\w\u4e00-\u9fff-]+)?[ \t]*(.*)$/.exec(head.replace(/^\{\s*\.?([\w-]+)[^}]*\}/, '$1')) ?? [];
      const title = rest
        .replace(/^\[(.*)\]$/, '$1')
        .replace(/\{[^{}]*\}$/, '')
        .trim();
      open.push({ from, to, indent: original(1), colons, name, title, tab: 0 });
      continue;
    }
    const at = open.findLastIndex((one) => one.colons === colons);
    const [begin] = open.splice(at === -1 ? open.length - 1 : at);
    if (!begin) continue;
    const { indent } = begin;
    const lastTab = begin.tab > 0 ? closeBox(indent) : '';
    const shown = markupOf(begin);
    edits.push(
      { from: begin.from, to: begin.to, fresh: shown.open },
      { from, to, fresh: lastTab + shown.close },
    );
  }
  // A tab outside of a container that ends is left with it.
  source.edit(edits.sort((a, b) => a.from - b.from));
}

function markupOf({ name, title, indent }: Container): { open: string; close: string } {
  const key = name.toLowerCase();
  if (BARE.test(key)) return { open: `\n\n${indent}`, close: `\n\n${indent}` };
  if (key === 'details' || key === 'spoiler' || key === 'collapse')
    return { open: openFold('note', title, false, indent), close: closeFold(indent) };
  const kind = boxKind(key);
  return {
    open: openBox(kind ?? 'note', kind ? title : [name, title].filter(Boolean).join(' '), indent),
    close: closeBox(indent),
  };
}
