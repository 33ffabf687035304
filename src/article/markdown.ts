import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ReadOptions, Repair } from '../types.ts';
import { endAutolinks } from './autolinks.ts';
import { boundTree } from './bound-tree.ts';
import { joinHanLines } from './han-breaks.ts';
import { settleRawHtml } from './raw-html.ts';
import { schema } from './schema.ts';
import { parseSyntax } from './syntax.ts';
import { eachElement } from './tree.ts';

// Built once: building them costs more than a short article.
const raw = unified().use(rehypeRaw).freeze();
const sanitizer = unified().use(rehypeSanitize, schema).freeze();
const stringifier = unified().use(rehypeStringify).freeze();

/** Characters that may be parsed again per article: a run of addresses without a space between must not take for ever. */
const AGAIN = 60_000;

/** Text → mdast: CommonMark and GFM, with emphasis that knows Chinese punctuation and addresses that end before it. */
export function parseMarkdown(text: string): Root {
  let left = AGAIN;
  const parse = (part: string): Root => {
    const tree: Root = parseSyntax(part);
    endAutolinks(tree, (rest) => {
      left -= rest.length;
      const [only, ...more] = left < 0 ? [] : parse(rest).children;
      return only?.type === 'paragraph' && more.length === 0
        ? only.children
        : [{ type: 'text', value: rest }];
    });
    return tree;
  };
  return parse(text);
}

/** Paragraphs that a text is cut into at most, or so: where there are more, short ones are joined. */
const PLAIN_PARAGRAPHS = 20_000;

/**
 * A text as it stands, a paragraph for each block between blank lines: what is left to do with a file no Markdown
 * parser can take.
 */
export function plainTree(text: string): Root {
  const root: Root = { type: 'root', children: [] };
  const least = text.length / PLAIN_PARAGRAPHS;
  let block: string[] = [];
  let [first, size] = [0, 0];
  for (const [index, line] of [...text.split('\n'), ''].entries())
    if (line.trim() !== '') {
      if (block.length === 0) first = index + 1;
      size += line.length;
      block.push(line);
    } else if (size > least) {
      close(index);
    }
  if (block.length > 0) close(first);
  return root;

  function close(last: number): void {
    const start = { line: first, column: 1 };
    const position = { start, end: { line: last, column: 1 } };
    const value = block.join('\n').trim();
    root.children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position });
    [block, size] = [[], 0];
  }
}

/** mdast → hast, with a repair for each comment; raw HTML goes through an HTML parser only where there is any, for that takes longer than all else. */
export function toHtmlTree(
  tree: Root,
  { footnotes, backToText }: ReadOptions['strings'],
  repairs: Repair[],
): HtmlRoot {
  const markup = settleRawHtml(tree, repairs);
  boundTree(tree);
  const toHast = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    footnoteLabel: footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (reference: number, again: number) =>
      `${backToText} ${reference + 1}${again > 1 ? `-${again}` : ''}`,
  });
  const html: HtmlRoot = toHast.runSync(tree);
  if (!markup) return html;
  const parsed: HtmlRoot = raw.runSync(html);
  joinHanLines(parsed);
  return parsed;
}

/** Leaves in the tree only what `schema.ts` lists. */
export const sanitize = (tree: HtmlRoot): HtmlRoot => sanitizer.runSync(tree);

/** An attribute's value with a sign that begins or ends a tag, or text that looks like one. */
const TAG_IN_VALUE = /="[^"]*[<>]/;
/** Stand for the two signs until the HTML is written: noncharacters, which no article holds. */
const [LESS, GREATER] = ['\ufdd3', '\ufdd4'];

/** hast → HTML in which `<` and `>` stand for tags only, in attributes too: whoever looks for tags in it by a pattern finds nothing else. */
export function toHtml(tree: HtmlRoot): string {
  const html = stringifier.stringify(tree);
  if (!TAG_IN_VALUE.test(html)) return html;
  eachElement(tree, ({ properties }) => {
    for (const [name, value] of Object.entries(properties))
      if (typeof value === 'string') properties[name] = value.replaceAll('<', LESS).replaceAll('>', GREATER);
  });
  return stringifier.stringify(tree).replaceAll(LESS, '&lt;').replaceAll(GREATER, '&gt;');
}
