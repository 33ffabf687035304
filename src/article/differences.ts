import type { Nodes, RootContent } from 'mdast';
import { holdsOddMarks } from './emphasis-marks.ts';
import type { Piece } from './pieces.ts';

// What is known of where the native parser and remark-parse with our extensions differ. Whatever may, by these cheap tests of the source, is
// parsed by remark-parse: the tests may say too much, never too little.

/** The beginning or a part of every bare address in a text. */
const ADDRESS = /:\/\/|www\.|@/i;

/** What no text can hold an address without, in whatever way its characters are written. */
const PART_OF_ADDRESS = /[:@&]|www/i;

/** An address that ends where anybody would end it, between white space, and the rest of a text in which nothing else can take hold of it. */
const PLAIN_ADDRESS =
  /(?<![^\s：])https?:\/\/(?:[a-z\d]+[.-])+[a-z]{2,9}(?:\/[\w/.=?#%+-]*[a-z\d/])?(?!\S)/gi;
const PLAIN_REST = /^[^`<[\]\\&|~*@]*$/;

/** True where text outside of links, or a link without brackets, holds an address that the parsers may end or place in different ways. */
function holdsBareAddress(block: Nodes, source: string, text: string): boolean {
  const see = (node: Nodes): boolean => {
    if (node.type === 'text') return ADDRESS.test(node.value);
    if (node.type === 'link') return text.charAt(node.position?.start.offset ?? 0) !== '[';
    return 'children' in node && node.children.some(see);
  };
  if (!see(block)) return false;
  const rest = source.replace(PLAIN_ADDRESS, '');
  return ADDRESS.test(rest) || !PLAIN_REST.test(rest);
}

/** The info string of a code block that holds more than letters and signs of ASCII, each after one space. */
const ODD_INFO = /^ {0,3}(?:`{3,}(?!`)|~{3,}(?!~))[^\n]*?(?:[&\\\t]|[^\S\n ]| {2}|[^\0-\x7f])/;
/** In a list: lines of nothing but white space, tabs, boxes of tasks, and beginnings of all other blocks that hold lines or end at a line's end. */
const ODD_LIST =
  /^[ \t]+$|\t|(?:[-+*]|\d[.)]) +\[[ xX]\]|^[ +*\d.)-]*(?:`{3}|~{3}|[<>])|^(?=[^\n]*-)[ +*\d.)|:-]*$/m;
/** In a quotation: all but paragraphs. */
const ODD_QUOTE =
  /\t|^ {0,3}> *(?:[>#`~<=|]|(?:[+*-]|\d{1,9}[.)])(?:\s|$)|[*_-][*_ -]*$)|^ {0,3}>[^\n]*\||^ {0,3}> {5}/m;
/** HTML that ends at a sign of its own rather than a blank line. */
const ODD_HTML = /^ {0,3}<(?:[!?]|script|pre|style|textarea)/i;

/** Says whether the parsers may give different nodes for a block at the top of a text, or where it is. */
export function mayDiffer(block: RootContent, text: string): boolean {
  const { start, end } = block.position ?? NOWHERE;
  const source = text.slice((start.offset ?? 0) - start.column + 1, end.offset);
  switch (block.type) {
    case 'thematicBreak':
    case 'definition':
      return false;
    case 'html':
      return ODD_HTML.test(source);
    case 'code':
      return ODD_INFO.test(source);
    case 'table':
    case 'footnoteDefinition':
      return true;
    case 'list':
      if (ODD_LIST.test(source)) return true;
      break;
    case 'blockquote':
      if (ODD_QUOTE.test(source)) return true;
      break;
  }
  return holdsOddMarks(source) || (PART_OF_ADDRESS.test(source) && holdsBareAddress(block, source, text));
}

const NOWHERE = { start: { column: 1, offset: 0 }, end: { offset: 0 } };

/** Blocks that may hold what comes after a blank line. */
const MAY_HOLD_MORE: ReadonlySet<string> = new Set(['list', 'footnoteDefinition', 'code', 'html']);

/** Says whether a piece that may differ may also go on in the next one. */
export const mayGoOn = ({ nodes }: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  nodes.some(({ type }) => MAY_HOLD_MORE.has(type)) &&
  (/^[ \t]/.test(next.source) || next.nodes[0]?.type === 'list');

/**
 * What the parsers read in different ways for the whole of a text: characters that they turn into others or count differently, and brackets that
 * are neither a note's nor nothing, such as `[^a b]`.
 */
const ODD_ANYWHERE = /[\0\r\ufeff\ud800-\udfff]|\[\^(?![^\s[\]\\^]+\])/u;

/** An entry of a list with nothing in it, and indented code: after it, and whatever stands between, the parsers may take the entry's mark for text. */
const EMPTY_ENTRY = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]*$/m;
const INDENTED = /^[ >]*(?: {4}|\t)/m;

/** Says whether remark-parse has to parse the whole text. */
export const allMayDiffer = (text: string): boolean =>
  ODD_ANYWHERE.test(text) || (EMPTY_ENTRY.test(text) && INDENTED.test(text));
