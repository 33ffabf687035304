import type { Nodes, Parents, Root, RootContent } from 'mdast';

/** The children of a node, nothing where it has none. (A property is read many times faster than it is asked for with `in`.) */
const childrenOf = (node: Nodes): readonly RootContent[] | undefined => (node as Partial<Root>).children;

/** Every node with children, parents before children. Rules call it for every article, hence a plain loop and no visitor. */
export function parents(tree: Parents): Parents[] {
  const found: Parents[] = [tree];
  for (let at = 0; at < found.length; at++) {
    const parent = found[at];
    if (!parent) continue;
    for (const child of parent.children) if (childrenOf(child)) found.push(child as Parents);
  }
  return found;
}

/** Nodes without children below a node, in document order (the node itself where it has none). */
export function leaves(node: Nodes): Nodes[] {
  const found: Nodes[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const children = childrenOf(next);
    if (!children) found.push(next);
    else for (let at = children.length - 1; at >= 0; at--) stack.push(children[at] as Nodes);
  }
  return found;
}

/** True where a text below a node passes a test. */
export function someText(node: Nodes, test: (text: string) => boolean): boolean {
  if (node.type === 'text') return test(node.value);
  const children = childrenOf(node);
  if (!children) return false;
  for (const child of children) if (someText(child, test)) return true;
  return false;
}

/** Gives a node other children. Which nodes they may be is the caller's duty: the union of mdast cannot say it. */
function setChildren(parent: Parents, children: readonly Nodes[]): void {
  parent.children = children as Root['children'];
}

/**
 * Puts other nodes in the place of those for which `replace` gives a list; what is put in is not looked at again.
 * @returns true where there were any
 */
export function replaceNodes(
  tree: Parents,
  replace: (node: RootContent, parent: Parents) => readonly Nodes[] | undefined,
): boolean {
  let found = false;
  for (const parent of parents(tree)) {
    let fresh: Nodes[] | undefined;
    for (let at = 0; at < parent.children.length; at++) {
      const node = parent.children[at] as RootContent;
      const others = replace(node, parent);
      if (others) fresh ??= parent.children.slice(0, at);
      // One by one: there may be more than a call takes as arguments.
      if (fresh) for (const one of others ?? [node]) fresh.push(one);
    }
    if (!fresh) continue;
    setChildren(parent, fresh);
    found = true;
  }
  return found;
}

/** First line of a node in the source file, 1-based. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/**
 * The characters a reader sees in a node, a hard break as a line end.
 * (mdast-util-to-string would join the words on both sides of a break.)
 */
export function plain(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  const children = childrenOf(node);
  if (!children) return '';
  const [only] = children;
  if (only?.type === 'text' && children.length === 1) return only.value;
  let text = '';
  for (const leaf of leaves(node)) text += plain(leaf);
  return text;
}

/** Addresses, notes and raw HTML in a node: everything that plain text does not show. */
export function referencesIn(node: Nodes): string[] {
  const inner = 'children' in node ? [...parents(node), ...leaves(node)] : [node];
  return inner.flatMap((one) => {
    if ('url' in one) return [one.url];
    if ('identifier' in one) return [`${one.type}:${one.identifier}`];
    return one.type === 'html' ? [one.value] : [];
  });
}

// A link around nothing still has its address.
const HOLLOW = new Set(['paragraph', 'heading', 'strong', 'emphasis', 'delete']);

/** Removes, anywhere below a node, empty text and what holds nothing any more. */
export function prune(root: Parents): void {
  for (const parent of parents(root).reverse()) {
    const kept = (parent.children as RootContent[]).filter((child) =>
      child.type === 'text'
        ? child.value !== ''
        : !(HOLLOW.has(child.type) && 'children' in child && child.children.length === 0),
    );
    if (kept.length < parent.children.length) setChildren(parent, kept);
  }
}
