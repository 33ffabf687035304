import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from 'hast';

/** A node that can hold others. */
export type Parent = Root | Element;
/** A node that can be held. */
export type Child = RootContent;

/** True for an element, of the given name if one is given. */
export const isElement = (node: Nodes | undefined, tagName?: string): node is Element =>
  node?.type === 'element' && (tagName === undefined || node.tagName === tagName);

/** Sets a parent's children; the HTML of an article never holds a doctype below an element. */
export function setChildren(parent: Parent, children: readonly Child[]): void {
  parent.children = children.filter((child): child is ElementContent => child.type !== 'doctype');
}

/**
 * Rebuilds a tree from the leaves up: each child is replaced by what `fix` gives for it, after its own children.
 * Recursive; the depth of a tree is bounded before it is made (see `limits.ts`).
 */
export function rebuild(parent: Parent, fix: (child: Child) => Child | Child[]): void {
  const { children } = parent;
  for (const child of children) if (child.type === 'element') rebuild(child, fix);
  // Almost every child stays: a new list is made from the first on that does not.
  let fresh: Child[] | null = null;
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (!child) continue;
    const fixed = fix(child);
    if (fresh === null && fixed !== child) fresh = children.slice(0, index);
    if (Array.isArray(fixed)) fresh?.push(...fixed);
    else fresh?.push(fixed);
  }
  if (fresh !== null) setChildren(parent, fresh);
}

/** Calls `see` for every element, in document order, an element before its children. */
export function eachElement(parent: Parent, see: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    see(child);
    eachElement(child, see);
  }
}

/** True where an element below a node passes a test: most articles have no table, no picture, no video. */
export const someElement = (parent: Parent, test: (element: Element) => boolean): boolean =>
  parent.children.some((child) => isElement(child) && (test(child) || someElement(child, test)));

/** A new element. */
export function element(tagName: string, properties: Properties, children: readonly Child[]): Element {
  const made: Element = { type: 'element', tagName, properties, children: [] };
  setChildren(made, children);
  return made;
}

/** The 1-based line of a node, or that of the nearest known before it. */
export const lineOf = (node: Nodes, fallback: number): number => node.position?.start.line ?? fallback;
