import type { Nodes, Root } from 'mdast';
import { FORMULA } from './math.ts';

/** Class of the element of a formula, until it is written as MathML. */
export const FORMULA_CLASS = 'formula';

/** Marks the code spans and blocks that hold formulas, and takes the sign of a formula out of them. A fence of `math` is one too. */
export function showFormulas(tree: Root, text: string): void {
  if (!text.includes(FORMULA) && !/(?:```|~~~)[ \t]*(?:math|katex)\b/.test(text)) return;
  const walk = (node: Nodes): void => {
    if (node.type === 'inlineCode' && node.value.startsWith(FORMULA)) {
      node.value = node.value.slice(FORMULA.length).trim();
      node.data = { ...node.data, hProperties: { className: [FORMULA_CLASS] } };
    } else if (node.type === 'code' && (node.lang === FORMULA || /^(?:math|katex)$/.test(node.lang ?? ''))) {
      node.lang = null;
      node.data = { ...node.data, hProperties: { className: [FORMULA_CLASS] } };
    } else if ('value' in node && node.value.includes(FORMULA))
      node.value = node.value.replaceAll(FORMULA, '');
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
}
