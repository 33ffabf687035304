import { excerpt } from './excerpt.ts';
import { keyOf } from './key.ts';
import type { CleanRule } from './rule.ts';
import { leaves, lineOf, plain } from './tree.ts';

/** The article's title standing once more as its first heading or paragraph: the page shows it already. */
export const repeatedTitle: CleanRule = {
  name: 'repeated-title',
  clean(tree, report, { title, drop }) {
    const key = keyOf(title);
    const at = tree.children.findIndex((node) => node.type !== 'yaml' && node.type !== 'definition');
    const first = tree.children[at];
    if (key.length < 4 || (first?.type !== 'heading' && first?.type !== 'paragraph')) return;
    const text = plain(first);
    if (keyOf(text) !== key) return;
    // A picture or footnote beside the words would go with them.
    if (leaves(first).some((leaf) => !('value' in leaf) && leaf.type !== 'break')) return;
    report({ line: lineOf(first), before: excerpt(text), after: '' });
    tree.children.splice(at, 1);
    drop?.(first);
  },
};
