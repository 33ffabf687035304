import type { Nodes, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { allMayDiffer, mayDiffer, mayGoOn } from './differences.ts';
import { parseNatively } from './native-parser.ts';
import { labelsIn, type Piece, parsePieces, piecesOf } from './pieces.ts';

/** What a text means, by definition: CommonMark and GFM, with emphasis that knows Chinese punctuation. */
export const definition = unified()
  .use(remarkParse)
  // A single tilde is a range: `5~10万`.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(findNoAddressesInLongRuns)
  .freeze();

const parser = definition().use(parseMostNatively).freeze();

/** Text → mdast, as `definition` gives it. */
export const parseSyntax = (text: string): Root => parser.parse(text);

/** A remark plugin: the native parser parses what it is known to parse in the same way; the tree is that of the parser before it, positions included. */
function parseMostNatively(this: Processor): void {
  if (parseNatively === null) return;
  const parse = parseNatively;
  this.parser = (text) => {
    const tree = allMayDiffer(text) ? null : settle(parse(text), text);
    return tree ?? definition.parse(text);
  };
}

/** A tree with exact nodes in the places of those that may differ; null where the text has to be parsed as a whole. */
function settle(tree: Root, text: string): Root | null {
  const pieces = piecesOf(tree, text);
  const odd: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (!piece.nodes.some((node) => mayDiffer(node, text))) continue;
    if (mayGoOn(piece, pieces[index + 1])) return null;
    odd.push(piece);
  }
  if (odd.length === 0) return tree;
  const isAtEnd = odd.at(-1) === pieces.at(-1);
  const exact = parsePieces(odd, labelsIn(tree), isAtEnd, (part) => definition.parse(part));
  if (exact === null) return null;
  const children = pieces.flatMap((piece): RootContent[] => exact.get(piece) ?? piece.nodes);
  return { ...tree, children };
}

/** Letters, digits and dots without end, in which a pattern would look for the name before an `@` from each dot on. */
const LONG_RUN = 500;

/** A remark plugin: GFM looks for bare addresses in the finished tree once more, which takes for ever where a word does not end. */
function findNoAddressesInLongRuns(this: Processor): void {
  for (const extension of this.data('fromMarkdownExtensions')?.flat() ?? [])
    extension.transforms &&= extension.transforms.map(
      (transform) => (tree: Root) => (holdsLongRun(tree) ? tree : transform(tree)),
    );
}

const holdsLongRun = (node: Nodes): boolean =>
  node.type === 'text'
    ? node.value.length > LONG_RUN && node.value.split(/[^-+.\w]+/).some(({ length }) => length > LONG_RUN)
    : 'children' in node && node.children.some(holdsLongRun);
