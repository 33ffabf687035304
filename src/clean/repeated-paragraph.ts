import type { Root, RootContent } from 'mdast';
import { clip } from '../text/clip.ts';
import { tally } from '../text/counts.ts';
import { excerpt } from './excerpt.ts';
import { keyOf } from './key.ts';
import { isRunningText } from './prose.ts';
import type { CleanContext, CleanRule, Report } from './rule.ts';
import { leaves, lineOf, plain, referencesIn } from './tree.ts';

/** Letters of running text that a doubled stretch has at least: less may be said twice. */
const LEAST = 32;
/** The same where anything else stands in the stretch: lists, code and tables are repeated on purpose. */
const LEAST_AMONG_OTHERS = 60;
/** Share of running text in a doubled stretch. */
const PROSE_SHARE = 0.6;
/** Shortest teaser. */
const TEASER = 20;
/** Shortest paragraph that a person is told of where it stands twice. */
const NOTED = 60;

const TWICE =
  'Unexpected paragraph that stood before, expected each once; left as it is, since it may be meant: take one out if it is not';

/** A scraped teaser ends like this. */
const CUT = /(?:…|\.{3}|。{3})[\s\]】）)]*$/;

interface Block {
  node: RootContent;
  text: string;
  key: string;
  /** Kind, words, and every address: blocks that share it are the same. */
  signature: string;
  /** How often it stands in the article. */
  times: number;
}

/** The blocks of an article. Addresses are read only where two blocks have the same words: that is rare. */
function blocksOf(tree: Root): Block[] {
  const blocks = tree.children.map((node): Block => {
    const text = plain(node);
    const key = keyOf(text);
    return { node, text, key, signature: `${node.type} ${node.type === 'code' ? text : key}`, times: 1 };
  });
  const times = tally(blocks.map(({ signature }) => signature));
  if (times.size === blocks.length) return blocks;
  // Two pictures are not the same because both have no words.
  for (const block of blocks)
    if (times.get(block.signature) !== 1) block.signature += ` ${referencesIn(block.node).join(' ')}`;
  const same = tally(blocks.map(({ signature }) => signature));
  for (const block of blocks) block.times = same.get(block.signature) ?? 1;
  return blocks;
}

/** A stretch of blocks `[from, to)` that stands once more right behind itself. */
interface Doubled {
  from: number;
  to: number;
}

/**
 * The stretches that stand twice, one copy right behind the other. A stretch is sought where a block stands for the second time,
 * at the distance from its first place; each block is looked at once for each distance that begins there.
 */
function findDoubled(blocks: readonly Block[]): Doubled[] {
  const first = new Map<string, number>();
  const doubled: Doubled[] = [];
  let distance = 0;
  let run = 0;
  for (const [at, { signature, times }] of blocks.entries()) {
    const earlier = first.get(signature);
    if (earlier === undefined) first.set(signature, at);
    // What stands three times and more goes along with a stretch, and begins none.
    const isCopy = run > 0 && signature === blocks[at - distance]?.signature;
    if (isCopy) run++;
    else if (earlier !== undefined && times === 2) [distance, run] = [at - earlier, 1];
    else run = 0;
    if (run > 0 && run === distance) {
      doubled.push({ from: at + 1 - 2 * distance, to: at + 1 - distance });
      run = 0;
    }
  }
  return doubled;
}

/** Adds up what a stretch is made of. */
function measure(blocks: readonly Block[]) {
  const prose = blocks.filter(({ node, times }) => times === 2 && isRunningText(node));
  const sizeOf = (some: readonly Block[]) => some.reduce((sum, { key }) => sum + key.length, 0);
  return { paragraphs: prose.length, letters: sizeOf(prose), all: sizeOf(blocks) };
}

/** True for a stretch that a page's text was collected with twice: running text enough, and little else. */
function isDamage(stretch: readonly Block[]): boolean {
  const { paragraphs, letters, all } = measure(stretch);
  if (paragraphs === stretch.length) return letters >= LEAST;
  return paragraphs >= 2 && letters >= LEAST_AMONG_OTHERS && letters >= PROSE_SHARE * all;
}

/** Neighbouring stretches as one: `A A B B` is doubled paragraph by paragraph. */
function joined(doubled: readonly Doubled[]): Doubled[][] {
  const groups: Doubled[][] = [];
  for (const one of doubled) {
    const before = groups.at(-1)?.at(-1);
    if (before && 2 * before.to - before.from === one.from) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** The beginning of the next paragraph with an ellipsis, before anything else: what a list of articles shows of one. */
function teaserAt(blocks: readonly Block[]): number {
  const at = blocks.findIndex(({ node }) => node.type === 'paragraph');
  const [block, next] = [blocks[at], blocks[at + 1]];
  const isTeaser =
    next?.node.type === 'paragraph' &&
    block !== undefined &&
    block.key.length >= TEASER &&
    CUT.test(block.text) &&
    !/^[“‘「『"'—]/.test(block.text.trimStart()) &&
    next.key.length > block.key.length &&
    next.key.startsWith(block.key) &&
    leaves(block.node).every((leaf) => 'value' in leaf);
  return isTeaser ? at : -1;
}

/** Numbers of the blocks that only repeat what stands right before them. */
function findCopies(blocks: readonly Block[]): Set<number> {
  const copies = new Set<number>();
  if (blocks.some(({ times }) => times > 1))
    for (const group of joined(findDoubled(blocks))) {
      if (!isDamage(group.flatMap(({ from, to }) => blocks.slice(from, to)))) continue;
      for (const { from, to } of group) for (let at = to; at < 2 * to - from; at++) copies.add(at);
    }
  const teaser = teaserAt(blocks);
  if (teaser >= 0) copies.add(teaser);
  return copies;
}

/** @returns whether there were any */
function removeCopies(
  tree: Root,
  blocks: readonly Block[],
  report: Report,
  drop: CleanContext['drop'],
): boolean {
  const copies = findCopies(blocks);
  for (const at of copies) {
    const block = blocks[at];
    if (!block) continue;
    report({ line: lineOf(block.node), before: excerpt(block.text), after: '' });
    drop?.(block.node);
  }
  if (copies.size > 0) tree.children = tree.children.filter((_, at) => !copies.has(at));
  return copies.size > 0;
}

/** Notes long paragraphs that stand twice and stay: a refrain, or a copy. Those right behind each other are one thing. */
function noteOthers(blocks: readonly Block[], suspect: NonNullable<CleanContext['suspect']>): void {
  const seen = new Set<string>();
  let last = -2;
  for (const [at, { node, text, key, signature, times }] of blocks.entries()) {
    if (times === 1 || key.length < NOTED || !isRunningText(node)) continue;
    if (seen.has(signature)) {
      if (last !== at - 1)
        suspect({ rule: 'repeated-paragraph', line: lineOf(node), message: `${TWICE}: «${clip(text, 60)}»` });
      last = at;
    }
    seen.add(signature);
  }
}

/**
 * Paragraphs that stand twice, one copy right behind the other, as where a page's text was collected from two of its frames. The
 * first copy stays; also a teaser at the top. What stands twice apart is the author's: refrains, steps, code told line by line.
 */
export const repeatedParagraph: CleanRule = {
  name: 'repeated-paragraph',
  clean(tree: Root, report, { drop, suspect }) {
    // Where a copy goes, two others may come to stand side by side.
    let blocks = blocksOf(tree);
    while (removeCopies(tree, blocks, report, drop)) blocks = blocksOf(tree);
    if (suspect) noteOthers(blocks, suspect);
  },
};
