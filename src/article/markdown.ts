import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ReadOptions, Repair } from '../types.ts';
import { endAutolinks } from './autolinks.ts';
import { joinHanLines } from './han-breaks.ts';
import { settleRawHtml } from './raw-html.ts';
import { schema } from './schema.ts';
import { parseSyntax } from './syntax.ts';

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

/**
 * A text as it stands, a paragraph for each block between blank lines: what is left to do with a file no Markdown
 * parser can take.
 */
export function plainTree(text: string): Root {
  const root: Root = { type: 'root', children: [] };
  let block: string[] = [];
  for (const [index, line] of [...text.split('\n'), ''].entries())
    if (line.trim() !== '') block.push(line);
    else if (block.length > 0) {
      const start = { line: index - block.length + 1, column: 1 };
      const position = { start, end: { line: index, column: 1 } };
      const value = block.join('\n').trim();
      root.children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position });
      block = [];
    }
  return root;
}

/** mdast → hast, with a repair for each comment; raw HTML goes through an HTML parser only where there is any, for that takes longer than all else. */
export function toHtmlTree(
  tree: Root,
  { footnotes, backToText }: ReadOptions['strings'],
  repairs: Repair[],
): HtmlRoot {
  const markup = settleRawHtml(tree, repairs);
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

/** hast → HTML. */
export const toHtml = (tree: HtmlRoot): string => stringifier.stringify(tree);
