import type { Root } from 'mdast';
import { settleAddresses } from './addresses.ts';
import { attributes } from './attributes.ts';
import { callouts } from './callouts.ts';
import { colonContainers, indentedBoxes } from './containers.ts';
import { contentsMark } from './contents-mark.ts';
import { emphasisBlanks } from './emphasis-blanks.ts';
import { showFormulas } from './formulas.ts';
import { headingMark } from './heading-mark.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import { math } from './math.ts';
import { obsidian } from './obsidian.ts';
import { pictureSizes } from './picture-sizes.ts';
import { Source } from './source.ts';
import { vectorPictures } from './vector-pictures.ts';
import { wrappers } from './wrappers.ts';

/** One way to write what Markdown does not know, recognised by its signs alone: what it finds becomes Markdown, HTML or a repair. */
interface Dialect {
  name: string;
  /** True where a text may hold something of it: most hold nothing of any, and cost nothing. */
  sign(text: string): boolean;
  read(source: Source): void;
}

/** The dialects in the order they are read: what arranges blocks, then what stands in them, then what Markdown reads otherwise. */
const dialects: readonly Dialect[] = [
  { name: 'indented-boxes', sign: (text) => /^[ \t]*(?:!!!|\?\?\?|===)/m.test(text), read: indentedBoxes }, // first: what it moves to the left is not code
  {
    name: 'hexo',
    sign: (text) => text.includes('{%') || text.includes('{{') || text.includes('<!--'),
    read: hexo,
  },
  { name: 'hugo', sign: (text) => text.includes('{{'), read: hugo },
  { name: 'colon-containers', sign: (text) => text.includes(':::'), read: colonContainers },
  { name: 'wrappers', sign: (text) => text.includes('<'), read: wrappers },
  { name: 'contents-mark', sign: (text) => /toc/i.test(text), read: contentsMark }, // before `[[toc]]` is a page's name
  { name: 'math', sign: (text) => text.includes('$') || text.includes('\\'), read: math }, // before all that looks for brackets and stars
  { name: 'vector-pictures', sign: (text) => text.includes('data:image/svg'), read: vectorPictures },
  { name: 'attributes', sign: (text) => text.includes('{'), read: attributes },
  { name: 'picture-sizes', sign: (text) => text.includes('!['), read: pictureSizes },
  {
    name: 'obsidian',
    sign: (text) => text.includes('[[') || text.includes('==') || text.includes('%%'),
    read: obsidian,
  },
  { name: 'heading-mark', sign: (text) => text.includes('#'), read: headingMark },
  { name: 'emphasis-blanks', sign: (text) => text.includes('**'), read: emphasisBlanks },
];

/** Reads the dialects in an article's text: what comes out is Markdown, with the lines it came from. Linear in the text. */
export function readDialects(text: string): Source {
  const source = new Source(text);
  for (const { sign, read } of dialects) if (sign(source.text)) read(source);
  return source;
}

/** Reads, in the tree of an article's Markdown, the dialects that Markdown takes for something of its own. */
export function readTreeDialects(tree: Root, source: Source): void {
  const { text, lines } = source;
  if (lines) placeInFile(tree, lines);
  if (text.includes('[!')) callouts(tree);
  settleAddresses(tree, text, source.notes);
  showFormulas(tree, text);
}

/** Gives every node the lines of the file in the place of those of the text that was parsed. */
function placeInFile(tree: Root, lines: readonly number[]): void {
  const lineOf = (line: number): number => lines[line - 1] ?? line;
  const walk = (node: Root | Root['children'][number]): void => {
    const { position } = node;
    // A new object each: nodes may share one.
    if (position)
      node.position = {
        start: { ...position.start, line: lineOf(position.start.line) },
        end: { ...position.end, line: lineOf(position.end.line) },
      };
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
}
