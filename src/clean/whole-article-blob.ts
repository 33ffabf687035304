import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { countText } from '../article/counts.ts';
import { type Lost, lostIn } from './blob/gap.ts';
import { matchUnits, type Piece } from './blob/match.ts';
import { GRAM, UnitIndex } from './blob/unit-index.ts';
import { type Unit, unitsOf } from './blob/units.ts';
import { clip } from './excerpt.ts';
import { keyOf } from './key.ts';
import type { CleanRule, Report } from './rule.ts';
import { leaves, lineOf, parents } from './tree.ts';

/** Shortest blob, in letters and digits. */
const SHORTEST = 40;

/** Longest share of a blob that may stand nowhere else: all of it, and without the headings. */
const LOST_SHARE = 0.4;
const LOST_PROSE_SHARE = 0.25;

interface Blob {
  unit: Unit;
  lost: Lost[];
}

/** True where what was found makes a paragraph a blob: most of it is a run of whole units, and they are prose. */
function isRun(self: Unit, pieces: readonly Piece[], lost: readonly Lost[], index: UnitIndex): boolean {
  const size = self.key.length;
  const lostSize = lost.reduce((sum, { key }) => sum + key.length, 0);
  const prose = lost.reduce((sum, { key, kind }) => sum + (kind === 'prose' ? key.length : 0), 0);
  if (lostSize > LOST_SHARE * size || prose > LOST_PROSE_SHARE * size) return false;
  const repeated = pieces.flatMap(({ unit }) => index.units[unit] ?? []);
  // A list of contents is a run of headings, a command in a sentence is no copy, and two pulled quotes are no second text.
  const bodies = repeated.filter(
    ({ node, key }) => node.type !== 'heading' && node.type !== 'code' && key.length >= GRAM,
  );
  const body = bodies.reduce((sum, { key }) => sum + key.length, 0);
  const unquoted = bodies.filter(({ quoted }) => !quoted);
  if (body < size / 3 || (unquoted.length === 0 && prose > 0)) return false;
  const covered = pieces.length - lost.length;
  if (repeated.length >= 2 || (repeated.length === 1 && covered >= 2))
    return countText([self.text]).han >= GRAM;
  const [only] = unquoted;
  return prose === 0 && only !== undefined && countText([only.text]).han >= SHORTEST;
}

/** Addresses, pictures and notes in a node: what plain text does not show. */
function referencesIn(node: Nodes): string[] {
  const inner = 'children' in node ? [...parents(node), ...leaves(node)] : [node];
  return inner.flatMap((one) => {
    if ('url' in one) return [one.url];
    if ('identifier' in one) return [`${one.type}:${one.identifier}`];
    return one.type === 'html' ? [one.value] : [];
  });
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
    const match = matchUnits(self, index);
    if (!match) continue;
    const { pieces, positions } = match;
    const lost = pieces
      .flatMap((piece, at) =>
        piece.unit < 0
          ? lostIn(
              self,
              piece,
              positions,
              index,
              pieces[at - 1]?.unit ?? -1,
              pieces[at + 1]?.unit ?? -1,
              title,
            )
          : [],
      )
      // Two blobs may hold the same heading.
      .filter(({ key }) => !saved.has(key));
    if (!isRun(self, pieces, lost, index)) continue;
    const own = referencesIn(self.node);
    if (own.length > 0) {
      references ??= count(referencesIn(tree));
      const all = references;
      const inBlob = count(own);
      if ([...inBlob].some(([reference, times]) => (all.get(reference) ?? 0) <= times)) continue;
      for (const [reference, times] of inBlob) all.set(reference, (all.get(reference) ?? 0) - times);
    }
    self.gone = true;
    for (const { key } of lost) saved.add(key);
    blobs.push({ unit: self, lost });
  }
  return blobs;
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What stood only in the blob, as a block of its own. It carries the blob's place in the source. */
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
  report({ line, before: clip(unit.text), after: '' });
  for (const { kind, text, at } of lost) {
    const before = unit.text.slice(Math.max(0, at - 24), at + text.length + 24);
    report({ line, before: clip(`…${before}…`), after: clip(kind === 'heading' ? `## ${text}` : text) });
  }
}

/** Takes the blobs out and puts what stood only in them in its place. */
function rebuild(tree: Root, blobs: readonly Blob[], index: UnitIndex): void {
  const gone = new Set<Nodes>(blobs.map(({ unit }) => unit.node));
  const before = new Map<RootContent, RootContent[]>();
  const after = new Map<RootContent, RootContent[]>();
  for (const { unit, lost } of blobs) {
    for (const one of lost) {
      const next = index.units[one.before]?.block;
      const previous = index.units[one.after]?.block;
      const [map, block] = next ? [before, next] : [after, previous ?? unit.block];
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
