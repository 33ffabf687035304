import type { Element, Root } from 'hast';
import { decoded } from './addresses.ts';
import { isAnchor } from './anchors.ts';
import { BLOCKS, HEADINGS } from './elements.ts';
import { type Child, element, isElement, rebuild, setChildren } from './tree.ts';

const BLOCK = new Set(BLOCKS);
const HEADING = new Set(HEADINGS);
/** Something to see or tick, or the cells that keep a table in shape. */
const MEDIA = new Set(['img', 'input', 'hr', 'td', 'th']);
/** Elements that belong into a list. */
const ITEMS = new Map([
  ['ul', /^li$/],
  ['ol', /^li$/],
  ['dl', /^d[td]$/],
]);
const KEPT_EMPTY = new Set([...MEDIA, 'tr', 'br', 'wbr']);

/**
 * Makes any sanitised tree follow the content model of HTML, so that a browser builds the very same tree:
 * no block inside a paragraph, heading or phrase, no link in a link, only items in lists, nothing empty.
 */
export function settleContentModel(tree: Root): void {
  rebuild(tree, (node) => (isElement(node) ? settle(node) : node));
  setChildren(tree, gathered(tree.children, isBlock, 'p'));
}

function settle(node: Element): Child | Child[] {
  const { tagName } = node;
  if (isAnchor(node))
    return node.children.length === 0 ? node : [{ ...node, children: [] }, ...node.children];
  if (tagName === 'a' && !node.properties.href) return node.children;
  if (tagName === 'a') unwrapInner(node, (inner) => inner === 'a');
  if (tagName === 'a' && !hasContent(node.children)) showAddress(node);
  const items = ITEMS.get(tagName);
  if (items) {
    const belongs = (child: Child) => isElement(child) && items.test(child.tagName);
    setChildren(node, gathered(node.children, belongs, tagName === 'dl' ? 'dd' : 'li'));
  }
  if (tagName === 'details' && !startsWithSummary(node)) {
    unwrapInner(node, (inner) => inner === 'summary');
    node.tagName = 'div';
    node.properties = {};
  }
  if (HEADING.has(tagName) || tagName === 'pre' || tagName === 'summary' || tagName === 'dt')
    unwrapInner(node, (inner) => BLOCK.has(inner));
  else if (tagName === 'p' && node.children.some(isBlock)) node.tagName = 'div';
  else if (!isBlock(node) && node.children.some(isBlock)) return spread(node);
  if (HEADING.has(tagName) && !hasContent(node.children, false)) node.tagName = 'p';
  return KEPT_EMPTY.has(node.tagName) || hasContent(node.children) ? node : [];
}

/** A link around nothing shows where it leads; one to a place in the article itself is no more than a mark beside a heading. */
function showAddress(link: Element): void {
  const href = String(link.properties.href);
  if (!href.startsWith('#')) link.children = [{ type: 'text', value: decoded(href) }];
}

/** A phrase around blocks: the phrase goes inside each of them. */
function spread(phrase: Element): Child[] {
  const inside = (children: readonly Child[]) => [
    element(phrase.tagName, { ...phrase.properties }, children),
  ];
  const result: Child[] = [];
  for (const [block, children] of runs(phrase.children, isBlock)) {
    if (!block) result.push(...(isBlank(children) ? children : inside(children)));
    else
      for (const child of children) {
        if (isElement(child) && /^(?:p|div|h[1-6]|li|dd|dt)$/.test(child.tagName))
          setChildren(child, child.children.some(isBlock) ? child.children : inside(child.children));
        result.push(child);
      }
  }
  return result;
}

/** Puts runs of children that do not belong into elements that do. */
function gathered(children: readonly Child[], belongs: (child: Child) => boolean, wrapper: string): Child[] {
  if (children.every((child) => belongs(child) || isBlank([child]))) return [...children];
  return runs(children, belongs).flatMap(([fits, run]) =>
    fits || isBlank(run) ? run : [element(wrapper, {}, trimmed(run))],
  );
}

/** Takes elements out of a node, leaving their content. */
function unwrapInner(node: Element, unwanted: (tagName: string) => boolean): void {
  rebuild(node, (child) => {
    if (!isElement(child) || !unwanted(child.tagName)) return child;
    return BLOCK.has(child.tagName)
      ? [{ type: 'text', value: ' ' }, ...child.children, { type: 'text', value: ' ' }]
      : child.children;
  });
}

function runs(children: readonly Child[], test: (child: Child) => boolean): [boolean, Child[]][] {
  const result: [boolean, Child[]][] = [];
  for (const child of children) {
    const passes = test(child);
    const last = result.at(-1);
    if (last?.[0] === passes) last[1].push(child);
    else result.push([passes, [child]]);
  }
  return result;
}

const isBlock = (node: Child): boolean => isElement(node) && BLOCK.has(node.tagName);

const isBlank = (nodes: readonly Child[]): boolean =>
  nodes.every((node) => (node.type === 'text' ? node.value.trim() === '' : node.type !== 'element'));

function trimmed(nodes: readonly Child[]): Child[] {
  const blank = (node: Child | undefined) => node?.type === 'text' && node.value.trim() === '';
  return nodes.filter((node, index) => !((index === 0 || index === nodes.length - 1) && blank(node)));
}

function startsWithSummary(node: Element): boolean {
  const [first, ...rest] = node.children.filter((child) => !isBlank([child]));
  return isElement(first, 'summary') && !rest.some((child) => isElement(child, 'summary'));
}

/** True for something to read, or among `MEDIA`. */
function hasContent(nodes: readonly Child[], media = true): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return node.value.trim() !== '';
    if (!isElement(node)) return false;
    return (media && MEDIA.has(node.tagName)) || hasContent(node.children, media);
  });
}
