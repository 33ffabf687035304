import type { Nodes } from 'mdast';
import { firstChar, joinsWithoutSpace, lastChar } from './characters.ts';
import { difference } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { leaves, lineOf, parents, plain } from './tree.ts';

/** A line that begins like this is an entry of a list or of the credits: its line end parts it from the one before. */
const ENTRY =
  /^(?:\d{1,2}[.、)）]|[-－•●■◆▪*+]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|(?:作者|译者|校对|选题|来源|编辑|责编|责任编辑|原文|时间|图|图片|文|记者|摄影)\s?[：:])/u;

/** Text of a leaf as its neighbours see it: nothing for a tag, which they see through; null where the line really ends. */
function seen(leaf: Nodes): string | null {
  if (leaf.type === 'text' || leaf.type === 'inlineCode') return leaf.value;
  return leaf.type === 'html' && !/^<(?:br|img|hr)\b/i.test(leaf.value) ? '' : null;
}

/** The nearest text on one side of a leaf: `step` is -1 or 1. Empty where there is none. */
function neighbour(line: readonly Nodes[], at: number, step: -1 | 1): string {
  for (let next = at + step; next >= 0 && next < line.length; next += step) {
    const leaf = line[next];
    const text = leaf ? seen(leaf) : null;
    if (text === null) return '';
    const inner = step < 0 ? text.trimEnd() : text.trimStart();
    if (inner) return inner;
  }
  return '';
}

/** Joins the lines of one text node, given what stands before and after it. */
function join(text: string, before: () => string, after: () => string): string {
  const lines = text.split('\n');
  let joined = lines[0] ?? '';
  const done: string[] = [];
  for (let at = 1; at < lines.length; at++) {
    const next = lines[at] ?? '';
    const left = lastChar(joined.trimEnd() || (at === 1 ? before() : ''));
    const right = firstChar(next.trimStart() || (at === lines.length - 1 ? after() : ''));
    if (left && right && joinsWithoutSpace(left, right) && !ENTRY.test(next.trimStart())) {
      done.push(joined.trimEnd());
      joined = next.trimStart();
    } else {
      done.push(joined, '\n');
      joined = next;
    }
  }
  return done.join('') + joined;
}

/**
 * A line end in the source is shown as a space, and between Han characters no space may stand.
 * Between Latin words, and between Han and Latin, it stays the space it is.
 */
export const softLineBreak: CleanRule = {
  name: 'soft-line-break',
  clean(tree, report) {
    for (const block of parents(tree)) {
      if (block.type !== 'paragraph' && block.type !== 'heading') continue;
      const line = leaves(block);
      if (!line.some((leaf) => leaf.type === 'text' && leaf.value.includes('\n'))) continue;
      const whole = plain(block);
      let changed = false;
      line.forEach((leaf, at) => {
        if (leaf.type !== 'text' || !leaf.value.includes('\n')) return;
        const value = join(
          leaf.value,
          () => neighbour(line, at, -1),
          () => neighbour(line, at, 1),
        );
        changed ||= value !== leaf.value;
        leaf.value = value;
      });
      if (changed) report({ line: lineOf(block), ...difference(whole, plain(block)) });
    }
  },
};
