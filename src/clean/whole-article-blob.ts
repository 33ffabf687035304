import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { countText, tally } from '../text/counts.ts';
import { type Lost, lostIn } from './blob/gap.ts';
import { matchUnits, type Piece } from './blob/match.ts';
import { GRAM, UnitIndex } from './blob/unit-index.ts';
import { type Unit, unitsOf } from './blob/units.ts';
import { excerpt } from './excerpt.ts';
import { keyOf } from './key.ts';
import type { CleanRule, Report } from './rule.ts';
import { lineOf, referencesIn } from './tree.ts';

/** Shortest blob, in letters and digits. */
const SHORTEST = 40;

/** Longest share of a blob that may stand nowhere else: all of it, and without the headings. */
const LOST_SHARE = 0.4;
const LOST_PROSE_SHARE = 0.25;

interface Blob {
  unit: Unit;
  lost: Lost[];
}

const sizeOf = (parts: readonly { key: string }[]): number =>
  parts.reduce((sum, { key }) => sum + key.length, 0);

/** True where the pieces found make a paragraph a blob: most of it is a run of whole units, and they are prose. */
function isRun(self: Unit, pieces: readonly Piece[], lost: readonly Lost[], index: UnitIndex): boolean {
  const size = self.key.length;
  const prose = sizeOf(lost.filter(({ kind }) => kind === 'prose'));
  if (sizeOf(lost) > LOST_SHARE * size || prose > LOST_PROSE_SHARE * size) return false;
  const repeated = pieces.flatMap(({ unit }) => index.units[unit] ?? []);
  // A list of contents is a run of headings, a command in a sentence is no copy, and two pulled quotes are no second text.
  const bodies = repeated.filter(
    ({ node, key }) => node.type !== 'heading' && node.type !== 'code' && key.length >= GRAM,
  );
  const unquoted = bodies.filter(({ quoted }) => !quoted);
  if (sizeOf(bodies) < size / 3 || (unquoted.length === 0 && prose > 0)) return false;
  const covered = pieces.length - lost.length;
  if (repeated.length >= 2 || (repeated.length === 1 && covered >= 2))
    return countText([self.text]).han >= GRAM;
  const [only] = unquoted;
  return prose === 0 && only !== undefined && countText([only.text]).han >= SHORTEST;
}

/** Finds the blobs of an article, the longest first, and marks their units as gone. */
function findBlobs(tree: Root, index: UnitIndex, title: string): Blob[] {
  const candidates = index.units
    .filter(({ node, block, key }) => node === block && node.type === 'paragraph' && key.length >= SHORTEST)
    .sort((a, b) => b.key.length - a.key.length);
  const blobs: Blob[] = [];
  const saved = new Set<string>();
  let references: Map<string, number> | undefined;
  for (const self of candidates) {
    const pieces = matchUnits(self, index);
    if (pieces.length === 0) continue;
    const numberAt = (at: number) => pieces[at]?.unit ?? -1;
    const lost = pieces
      .flatMap((piece, at) =>
        piece.unit < 0 ? lostIn(self, piece, index, numberAt(at - 1), numberAt(at + 1), title) : [],
      )
      // Two blobs may hold the same heading.
      .filter(({ key }) => !saved.has(key));
    if (!isRun(self, pieces, lost, index)) continue;
    const own = tally(referencesIn(self.node));
    if (own.size > 0) references ??= tally(referencesIn(tree));
    const left = references ?? own;
    if ([...own].some(([reference, times]) => (left.get(reference) ?? 0) <= times)) continue;
    for (const [reference, times] of own) left.set(reference, (left.get(reference) ?? 0) - times);
    self.gone = true;
    for (const { key } of lost) saved.add(key);
    blobs.push({ unit: self, lost });
  }
  return blobs;
}

/** Makes a block of text that stood only in the blob. It carries the blob's place in the source. */
function restore({ kind, text }: Lost, { node }: Unit): Heading | Paragraph {
  const shared = {
    children: [{ type: 'text' as const, value: text }],
    ...(node.position ? { position: node.position } : {}),
  };
  if (kind === 'prose') return { type: 'paragraph', ...shared };
  const data = { recovered: true as const, hProperties: { dataRecovered: '' } };
  return { type: 'heading', depth: 2, data, ...shared };
}

function reportBlob({ unit, lost }: Blob, report: Report): void {
  const line = lineOf(unit.node);
  report({ line, before: excerpt(unit.text), after: '' });
  for (const { kind, text, at } of lost) {
    const before = unit.text.slice(Math.max(0, at - 24), at + text.length + 24);
    const after = kind === 'heading' ? `## ${text}` : text;
    report({ line, before: excerpt(`…${before}…`), after: excerpt(after) });
  }
}

/** Takes the blobs out and puts the text that stood only in them in its place. */
function rebuild(tree: Root, blobs: readonly Blob[], index: UnitIndex): void {
  const gone = new Set<Nodes>(blobs.map(({ unit }) => unit.node));
  const before = new Map<RootContent, RootContent[]>();
  const after = new Map<RootContent, RootContent[]>();
  for (const { unit, lost } of blobs) {
    for (const one of lost) {
      const next = index.units[one.next]?.block;
      const [map, block] = next ? [before, next] : [after, index.units[one.previous]?.block ?? unit.block];
      map.set(block, [...(map.get(block) ?? []), restore(one, unit)]);
    }
  }
  tree.children = tree.children.flatMap((block) => [
    ...(before.get(block) ?? []),
    ...(gone.has(block) ? [] : [block]),
    ...(after.get(block) ?? []),
  ]);
}

/**
 * The whole-article blob: a paragraph that is the run of the paragraphs around it, as scrapers leave it that read a page's text
 * once as a whole and once by paragraphs. Headings are often lost in the second reading and stand only in the blob.
 * The blob goes; what stood only in it comes back in its place: a heading as h2, anything else as a paragraph.
 */
export const wholeArticleBlob: CleanRule = {
  name: 'whole-article-blob',
  clean(tree, report, { title }) {
    const index = new UnitIndex(unitsOf(tree));
    const blobs = findBlobs(tree, index, keyOf(title));
    if (blobs.length === 0) return;
    for (const blob of blobs) reportBlob(blob, report);
    rebuild(tree, blobs, index);
  },
};
