import type { Element, Nodes, Root } from 'hast';
import { eachElement, isElement } from './tree.ts';

/** What is set with even lines. */
const SET = new Set(['p', 'li', 'dd']);
/** Blocks inside of these have lines of their own. */
const INNER = new Set([
  ...SET,
  'ul',
  'ol',
  'dl',
  'pre',
  'blockquote',
  'table',
  'div',
  'details',
  'section',
  'figure',
]);
/**
 * Letters and signs in which no line ends: sixteen take up to nine of the 38 characters of a line, which then stand a quarter of a character apart.
 * Lines do end at blanks, behind hyphens and slashes, and beside Han.
 */
const LONG = /[^\s\u00ad\u200b\u2e80-\uffff/-]{16}/;

/** Marks what must not be set with even lines, because something long in it cannot be broken: `class="ragged"`. */
export function settleEvenLines(tree: Root): void {
  eachElement(tree, (node) => {
    if (SET.has(node.tagName) && LONG.test(lineText(node)))
      node.properties.className = ['ragged', ...classes(node)];
  });
}

const classes = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

/** The text of an element's own lines. Bare addresses are broken anywhere. */
function lineText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children
    .map((child) =>
      isElement(child) && (INNER.has(child.tagName) || classes(child).includes('address'))
        ? ' '
        : lineText(child),
    )
    .join('');
}
