import type { Nodes, Parents } from 'mdast';
import { firstChar, joinsWithoutSpace, lastChar } from './characters.ts';
import { difference } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { leaves, lineOf, parents, plain, replaceNodes, someText } from './tree.ts';

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

/** `姓名：张三`, `甲：你来了？`, `A: yes`: a line that says who or what it is about. */
const LABEL = /^[^\s：:，。、]{1,12}[：:](?!\/\/)/u;
/** The end of a sentence. */
const END = /[。！？!?…；;][”’」』）)]?$/u;

/** Columns of a line: a Han character takes two. */
const width = (line: string): number => line.replace(/[\u1100-\uffef]/gu, '  ').length;

/** Widths up to which lines are verse: two of them, or four. */
const VERSE = 28;
const LONG_VERSE = 40;
/** Width up to which lines that each end a sentence are left as they stand. */
const SAYING = 56;
const HAN = /\p{Script=Han}/u;
const SIGN = /\p{P}$/u;

/**
 * True where somebody ended the lines of a paragraph on purpose: verse, dialogue, labels with what they name, sentences line by line. Prose that an
 * editor has wrapped has lines of one width, which end anywhere.
 */
export function endsOnPurpose(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.length < 2 || !HAN.test(text)) return false;
  const labels = lines.filter((line) => LABEL.test(line)).length;
  if (labels >= 2 && labels * 5 >= lines.length * 3) return true;
  const widest = lines.reduce((most, line) => Math.max(most, width(line)), 0);
  const inner = lines.slice(0, -1);
  const ends = inner.filter((line) => END.test(line)).length;
  if (lines.length >= 3 && widest <= SAYING && ends === inner.length) return true;
  if (widest > (lines.length >= 4 ? LONG_VERSE : VERSE) || !lines.every((line) => HAN.test(line)))
    return false;
  // Verse has a sign at the end of each line or of none.
  const signs = inner.filter((line) => SIGN.test(line)).length;
  return signs === 0 || (lines.length >= 4 && signs === inner.length && ends > 0);
}

/** True where a line ends inside a link or emphasis, or where hard breaks stand beside it: whoever wrote that knew how to end a line. */
const isWrapped = (block: Parents): boolean =>
  block.children.some(
    (child) => child.type === 'break' || ('children' in child && plain(child).includes('\n')),
  );

/** Puts a break in the place of each line end below a block. */
function keepLines(block: Parents): void {
  replaceNodes(block, (node) =>
    node.type === 'text' && node.value.includes('\n')
      ? node.value
          .split('\n')
          .flatMap((value, at): Nodes[] => [
            ...(at > 0 ? [{ type: 'break' } as const] : []),
            ...(value === '' ? [] : [{ ...node, value: at > 0 ? value.trimStart() : value }]),
          ])
      : undefined,
  );
}

const holdsLineEnd = (text: string): boolean => text.includes('\n');

/**
 * A line end in the source is shown as a space, and between Han characters no space may stand.
 * Between Latin words, and between Han and Latin, it stays the space it is. Lines that somebody ended on purpose keep their ends.
 */
export const softLineBreak: CleanRule = {
  name: 'soft-line-break',
  clean(tree, report, { lineBreaks }) {
    for (const block of parents(tree)) {
      if (block.type !== 'paragraph' && block.type !== 'heading') continue;
      if (!someText(block, holdsLineEnd)) continue;
      const line = leaves(block);
      const whole = plain(block);
      if (
        lineBreaks === 'keep' ||
        (lineBreaks === 'auto' && block.type === 'paragraph' && !isWrapped(block) && endsOnPurpose(whole))
      ) {
        keepLines(block);
        continue;
      }
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
