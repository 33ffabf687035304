import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ReadOptions } from '../types.ts';
import { eachElement, element, isElement, rebuild } from './tree.ts';

/** Makes what is wider than the text column scroll by itself, for the keyboard too, and cells aligned by class. */
export function settleWideBlocks(tree: Root, { table, done, open, boxes }: ReadOptions['strings']): void {
  const inner = new Set<unknown>();
  const heads = new Set<unknown>();
  eachElement(tree, (node) => {
    if (isElement(node, 'table')) eachElement(node, (child) => inner.add(child));
    if (isElement(node, 'pre') && isWide(textOf(node))) node.properties.tabIndex = 0;
    if (Array.isArray(node.properties.className) && node.properties.className.length === 0)
      delete node.properties.className;
    if (node.properties.dataLabel !== undefined) label(node, boxes);
    if (isElement(node, 'input')) node.properties.ariaLabel = node.properties.checked ? done : open;
    if (isElement(node, 'thead')) eachElement(node, (cell) => heads.add(cell));
    if (isElement(node, 'td') || isElement(node, 'th')) {
      const { align, colSpan, rowSpan } = node.properties;
      node.properties = {
        ...(align === 'right' || align === 'center' ? { className: [align] } : {}),
        ...(isElement(node, 'th') && heads.has(node) ? { scope: 'col' } : {}),
        ...span('colSpan', colSpan),
        ...span('rowSpan', rowSpan),
      };
    }
  });
  if (inner.size === 0) return;
  let count = 0;
  rebuild(tree, (node) => {
    if (!isElement(node, 'table') || inner.has(node)) return node;
    count++;
    // Landmarks of one page need names of their own.
    const ariaLabel = count === 1 ? table : `${table} ${count}`;
    return element('div', { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel }, [node]);
  });
}

/** Columns of code that fit into the narrowest window, 320 px wide; a Han character takes two. */
const COLUMNS = 30;
const WIDE = /[\u1100-\uffff]/g;

/** True for code that scrolls in some window. In a wider one the page's script takes it out of the keyboard's way again. */
const isWide = (code: string): boolean =>
  code
    .split('\n')
    .some(
      (line) => line.length > COLUMNS || line.replace(WIDE, '  ').replaceAll('\t', '    ').length > COLUMNS,
    );

/** Names the kind of a box that has no title: the style sheet shows it, for it is no text of the article. */
function label({ properties }: Element, boxes: Readonly<Record<string, string>>): void {
  const kind = String(properties.dataLabel);
  if (Object.hasOwn(boxes, kind)) properties.dataLabel = boxes[kind];
  else delete properties.dataLabel;
}

function span(name: string, written: unknown): Record<string, number> {
  const value = Number(written);
  return Number.isInteger(value) && value > 1 && value <= 1000 ? { [name]: value } : {};
}
