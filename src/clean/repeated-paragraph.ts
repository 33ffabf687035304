import type { Root, RootContent } from 'mdast';
import { tally } from '../text/counts.ts';
import { excerpt } from './excerpt.ts';
import { keyOf } from './key.ts';
import type { CleanRule, Report } from './rule.ts';
import { leaves, lineOf, plain, referencesIn } from './tree.ts';

/**
 * Shortest paragraph, in letters and digits, that is a copy: right after itself; as one of several that stand twice together;
 * and alone. Alone it must be long, and stand twice only: captions, notes and instructions of one wording
 * belong to every section they stand in.
 */
const LONG_BESIDE = 8;
const LONG_IN_RUN = 20;
const LONG_ALONE = 60;

/** Leads over to what follows (a command, a picture, a list), and that differs each time. */
const LEADS_ON = /[：:]\s*$/;

/** A scraped teaser ends like this. */
const CUT = /(?:…|\.{3}|。{3})[\s\]】）)]*$/;

interface Block {
  node: RootContent;
  text: string;
  key: string;
  /** Kind, words, and every address: blocks that share it are the same. */
  signature: string;
}

/** A stretch of blocks `[from, to]` that repeats an earlier one, `distance` blocks before. */
interface Run {
  from: number;
  to: number;
  distance: number;
  /** Number of its paragraphs that are long. */
  long: number;
}

/** The blocks of an article. Addresses are read only where two blocks have the same words: that is rare. */
function blocksOf(tree: Root): Block[] {
  const blocks = tree.children.map((node): Block => {
    const text = plain(node);
    const key = keyOf(text);
    return { node, text, key, signature: `${node.type} ${node.type === 'code' ? text : key}` };
  });
  const times = tally(blocks.map(({ signature }) => signature));
  // Two pictures are not the same because both have no words.
  if (times.size < blocks.length)
    for (const block of blocks)
      if (times.get(block.signature) !== 1) block.signature += ` ${referencesIn(block.node).join(' ')}`;
  return blocks;
}

/** True for a block that the paragraph beside it may be about, and that differs each time. */
function isIllustration(block: Block | undefined): boolean {
  if (!block) return false;
  const { type } = block.node;
  return type === 'code' || type === 'table' || type === 'html' || (type === 'paragraph' && block.key === '');
}

/** For each block, the earlier paragraph it repeats word for word, or -1; and how often its words stand apart from each other. */
function findRepeats(blocks: readonly Block[]): { repeats: number[]; times: Map<string, number> } {
  const first = new Map<string, number>();
  const signatures = blocks.map(({ signature }) => signature);
  const times = tally(signatures.filter((signature, at) => signature !== signatures[at - 1]));
  const repeats = blocks.map(({ node, text, key, signature }, at) => {
    const earlier = first.get(signature);
    if (earlier === undefined) first.set(signature, at);
    if (earlier === undefined || node.type !== 'paragraph' || key.length < LONG_BESIDE) return -1;
    if (LEADS_ON.test(text) || isIllustration(blocks[at - 1]) || isIllustration(blocks[at + 1])) return -1;
    return earlier;
  });
  return { repeats, times };
}

/** Joins repeats at one distance to runs, with whatever else is repeated between them, and the heading before. */
function findRuns(blocks: readonly Block[], repeats: readonly number[]): Run[] {
  const isCopy = (at: number, distance: number) =>
    at >= distance && blocks[at]?.signature === blocks[at - distance]?.signature;
  const runs: Run[] = [];
  repeats.forEach((of, at) => {
    if (of === -1) return;
    const distance = at - of;
    const long = (blocks[at]?.key.length ?? 0) >= LONG_IN_RUN ? 1 : 0;
    const last = runs.at(-1);
    let same = last?.distance === distance ? last.to + 1 : -1;
    while (same >= 0 && same < at && isCopy(same, distance)) same++;
    if (last && same === at) {
      last.to = at;
      last.long += long;
    } else {
      const hasHeading = blocks[at - 1]?.node.type === 'heading' && isCopy(at - 1, distance);
      runs.push({ from: hasHeading ? at - 1 : at, to: at, distance, long });
    }
  });
  return runs;
}

/** The beginning of the next paragraph with an ellipsis. */
function isTeaser({ node, text, key }: Block, next: Block | undefined): boolean {
  if (node.type !== 'paragraph' || next?.node.type !== 'paragraph' || key.length < LONG_IN_RUN) return false;
  return CUT.test(text) && next.key.startsWith(key) && leaves(node).every((leaf) => 'value' in leaf);
}

/** Numbers of the blocks that only repeat what stands elsewhere. */
function findCopies(blocks: readonly Block[]): Set<number> {
  const { repeats, times } = findRepeats(blocks);
  const copies = new Set<number>();
  for (const { from, to, long } of findRuns(blocks, repeats)) {
    for (let at = from; at <= to; at++) {
      const { key, signature } = blocks[at] ?? { key: '', signature: '' };
      const isBeside = repeats[at] !== -1 && signature === blocks[at - 1]?.signature;
      const isAlone = repeats[at] !== -1 && key.length >= LONG_ALONE && times.get(signature) === 2;
      if (long >= 2 || isBeside || isAlone) copies.add(at);
    }
  }
  blocks.forEach((block, at) => {
    if (isTeaser(block, blocks[at + 1])) copies.add(at);
  });
  return copies;
}

/** @returns whether there were any */
function removeCopies(tree: Root, report: Report): boolean {
  const blocks = blocksOf(tree);
  const copies = findCopies(blocks);
  for (const at of copies) {
    const block = blocks[at];
    if (block) report({ line: lineOf(block.node), before: excerpt(block.text), after: '' });
  }
  tree.children = tree.children.filter((_, at) => !copies.has(at));
  return copies.size > 0;
}

/** Paragraphs that stand twice, as where a page's text was collected from two of its frames. The first one stays; also teasers. */
export const repeatedParagraph: CleanRule = {
  name: 'repeated-paragraph',
  clean(tree: Root, report) {
    // Where a copy goes, two others may come to stand side by side.
    while (removeCopies(tree, report));
  },
};
