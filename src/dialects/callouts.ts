import type { Blockquote, Nodes, Root } from 'mdast';
import { boxKind } from './markup.ts';

/** `[!NOTE]`, `[!tip]- 标题`, at the head of a quotation. */
const HEAD = /^\[!([\w\u4e00-\u9fff-]{1,30})(?:\|[^\]\n]{0,60})?\]([+-]?)[ \t]*([^\n]*)(?:\n|$)/u;

/** True for a quotation that is a callout of GitHub or Obsidian. */
const headOf = (node: Blockquote): RegExpExecArray | null => {
  const [first] = node.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' ? HEAD.exec(text.value) : null;
};

/** Turns callouts (`> [!NOTE]`) into boxes: elements of their own, through what the tree says of their tags. */
export function callouts(tree: Root): void {
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) walk(child);
    if (node.type === 'blockquote') box(node);
  };
  walk(tree);
}

function box(node: Blockquote): void {
  const head = headOf(node);
  const [first] = node.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (!head || first?.type !== 'paragraph' || text?.type !== 'text') return;
  const [whole, name = '', sign, rest = ''] = head;
  const kind = boxKind(name) ?? 'note';
  // A title may go on with emphasis or a link: all of the first line.
  const title: typeof first.children = rest.trim() === '' ? [] : [{ type: 'text', value: rest }];
  const inner = first.children.slice(1);
  text.value = text.value.slice(whole.length);
  if (!whole.endsWith('\n')) {
    const end = inner.findIndex(
      (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
    );
    const taken = inner.splice(0, end === -1 ? inner.length : end);
    title.push(...taken);
    const next = inner[0];
    if (next?.type === 'text') {
      const at = next.value.indexOf('\n');
      title.push({ type: 'text', value: next.value.slice(0, at) });
      next.value = next.value.slice(at + 1);
    } else if (next?.type === 'break') inner.shift();
  }
  if (title.length === 0 && !boxKind(name)) title.push({ type: 'text', value: name });
  first.children = [text, ...inner].filter((child) => child.type !== 'text' || child.value !== '');
  if (first.children.length === 0) node.children.shift();
  const folds = sign !== '';
  node.data = {
    hName: folds ? 'details' : 'div',
    hProperties: {
      className: ['box', `box-${kind}`],
      ...(folds && sign === '+' ? { open: true } : {}),
      ...(title.length === 0 && !folds ? { dataLabel: kind } : {}),
    },
  };
  if (title.length > 0 || folds)
    node.children.unshift({
      type: 'paragraph',
      children: title.length > 0 ? title : [{ type: 'text', value: name }],
      data: folds ? { hName: 'summary' } : { hName: 'div', hProperties: { className: ['box-title'] } },
      ...(node.position && { position: { start: node.position.start, end: node.position.start } }),
    });
}
