import type { Nodes, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';
import { parseAroundPlain } from './plain-blocks.ts';

/** A row of a table has a bar; a table of one column may do with a colon in its delimiter row (`:-`). */
const TABLE = /\||:-|-:/;

/** Constructs of GFM that the tokenizer tries at every line or word, each with what no text can have it without. */
const TRIED_OFTEN = [
  { name: 'table', needs: (text: string) => TABLE.test(text) },
  { name: 'emailAutolink', needs: (text: string) => text.includes('@') },
] as const;

/** The beginning or a part of every bare address in a text. */
const ADDRESS = /:\/\/|www\.|@/i;

type Constructs = NonNullable<NonNullable<Data['micromarkExtensions']>[number]['text']>;

/** The parsers by the constructs left out. Built once each: building one costs more than a short article. */
const parsers = new Map<string, Processor<Root>>();

/** Parses CommonMark and GFM, with emphasis that knows Chinese punctuation; what a text cannot hold is not looked for. */
export const parseSyntax = (text: string): Root => parseAroundPlain(text, parseAll);

function parseAll(text: string): Root {
  const idle = TRIED_OFTEN.filter(({ needs }) => !needs(text)).map(({ name }) => name);
  const key = idle.join(' ');
  let parser = parsers.get(key);
  if (!parser) {
    parser = unified()
      .use(remarkParse)
      // A single tilde is a range: `5~10万`.
      .use(remarkGfm, { singleTilde: false })
      .use(remarkCjkFriendly)
      .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
      .use(leaveOut, idle)
      .use(findAddressesOnlyInText)
      .freeze();
    parsers.set(key, parser);
  }
  return parser.parse(text);
}

/**
 * A remark plugin that takes constructs out of the tables of the plugins before it, by their names. (Micromark's own
 * `disable` refuses a construct only after it has stopped at each place where one could begin.)
 */
function leaveOut(this: Processor, names: readonly string[]): void {
  const { micromarkExtensions = [] } = this.data();
  const kept = micromarkExtensions.map(({ text = {}, flow = {}, ...others }) => ({
    ...others,
    text: without(text, names),
    flow: without(flow, names),
  }));
  this.data('micromarkExtensions', kept);
}

function without(constructs: Constructs, names: readonly string[]): Constructs {
  const kept: Constructs = {};
  for (const code of Object.keys(constructs) as (keyof Constructs)[]) {
    const tried = [constructs[code] ?? []].flat();
    const left = tried.filter(({ name }) => name === undefined || !names.includes(name));
    if (left.length > 0) kept[code] = left;
  }
  return kept;
}

/**
 * A remark plugin: GFM looks for bare addresses in the finished tree once more, in a walk that costs more than
 * writing the HTML; it is needed only where some text outside of links can hold one.
 */
function findAddressesOnlyInText(this: Processor): void {
  for (const extension of this.data('fromMarkdownExtensions')?.flat() ?? [])
    extension.transforms &&= extension.transforms.map(
      (transform) => (tree: Root) => (holdsAddress(tree) && !holdsLongRun(tree) ? transform(tree) : tree),
    );
}

function holdsAddress(node: Nodes): boolean {
  if (node.type === 'text') return ADDRESS.test(node.value);
  if (node.type === 'link' || node.type === 'linkReference') return false;
  return 'children' in node && node.children.some(holdsAddress);
}

/** Letters, digits and dots without end, in which a pattern would look for the name before an `@` from each dot on. */
const LONG_RUN = 500;

const holdsLongRun = (node: Nodes): boolean =>
  node.type === 'text'
    ? node.value.length > LONG_RUN && node.value.split(/[^-+.\w]+/).some(({ length }) => length > LONG_RUN)
    : 'children' in node && node.children.some(holdsLongRun);
