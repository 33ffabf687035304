import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { clip } from '../text/clip.ts';
import { countText, tally } from '../text/counts.ts';
import { type Lost, lostIn } from './blob/gap.ts';
import { matchUnits, type Piece } from './blob/match.ts';
import { hasCleanSeams } from './blob/seam.ts';
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

const AGAIN =
  'Unexpected paragraph that holds other paragraphs, expected each text once; left as it is, since it may be meant: take it out if it is not';

interface Blob {
  unit: Unit;
  lost: Lost[];
}

const sizeOf = (parts: readonly { key: string }[]): number =>
  parts.reduce((sum, { key }) => sum + key.length, 0);

/** Units between the first and the last of a run that may be missing from it, as a share of the run. */
const MISSING_SHARE = 0.1;

/** Letters that may stand between a blob and its run: a byline or caption. */
const BESIDE = 24;

/** A paragraph read as a run of other units. */
interface Run {
  self: Unit;
  /** Its own number. */
  number: number;
  pieces: Piece[];
  /** Numbers of its units, ascending. */
  repeated: number[];
}

/** What is known of an article while its blobs are looked for. */
interface Search {
  index: UnitIndex;
  /** Letters of the units before each number, without blobs. */
  before: readonly number[];
  title: string;
}

/** What may stand only in a blob, by the pieces of its run. */
function lostOf({ self, pieces }: Run, { index, title }: Search): Lost[] {
  const numberAt = (at: number) => pieces[at]?.unit ?? -1;
  return pieces.flatMap((piece, at) =>
    piece.unit < 0 ? lostIn(self, piece, index, numberAt(at - 1), numberAt(at + 1), title) : [],
  );
}

/** True where most of a paragraph is other units. */
function isMostlyUnits({ self, repeated }: Run, lost: readonly Lost[], { index }: Search): boolean {
  const size = self.key.length;
  const prose = sizeOf(lost.filter(({ kind }) => kind === 'prose'));
  if (sizeOf(lost) > LOST_SHARE * size || prose > LOST_PROSE_SHARE * size) return false;
  const bodies = bodiesOf(repeated, index);
  return sizeOf(bodies) >= size / 3 && countText([self.text]).han >= GRAM;
}

/** Paragraphs of some length: a list of contents is a run of headings, and a command in a sentence is no copy. */
const bodiesOf = (repeated: readonly number[], { units }: UnitIndex): Unit[] =>
  repeated
    .flatMap((number) => units[number] ?? [])
    .filter(({ node, key }) => node.type !== 'heading' && node.type !== 'code' && key.length >= GRAM);

/**
 * True for a blob: it repeats two paragraphs or more that follow each other, from end to end, with nothing but whole texts between
 * them. One paragraph that another takes up again, and sentences that quote, are the author's.
 */
function isBlob(run: Run, lost: readonly Lost[], { index, before }: Search): boolean {
  const { self, pieces, repeated } = run;
  const bodies = bodiesOf(repeated, index);
  if (bodies.length < 2) return false;
  // Two pulled quotes with words of the author's between them are no second text.
  if (bodies.every(({ quoted }) => quoted) && lost.some(({ kind }) => kind === 'prose')) return false;
  const [first = 0, last = 0] = [repeated[0], repeated.at(-1)];
  const size = repeated.reduce((sum, number) => sum + (index.units[number]?.key.length ?? 0), 0);
  const between = (from: number, to: number) => (before[to] ?? 0) - (before[from] ?? 0);
  if (between(first, last + 1) - size > MISSING_SHARE * size) return false;
  return hasCleanSeams(self, pieces, index);
}

/** True where nothing but other blobs and what they repeat stands between a blob and its own run. */
function standsBeside({ number: own, repeated }: Run, strange: readonly number[]): boolean {
  const [first = 0, last = 0] = [repeated[0], repeated.at(-1)];
  const between = (from: number, to: number) => (strange[to] ?? 0) - (strange[from] ?? 0);
  return own < first ? between(own + 1, first) <= BESIDE : own > last && between(last + 1, own) <= BESIDE;
}

/** Running sums of the letters of the units for which `isCounted`. */
function sums(units: readonly Unit[], isCounted: (unit: Unit, at: number) => boolean): number[] {
  const found = [0];
  for (const [at, unit] of units.entries())
    found.push((found[at] ?? 0) + (isCounted(unit, at) ? unit.key.length : 0));
  return found;
}

/** The paragraphs that are runs of other units, the longest first; each is marked as gone. */
function findRuns(index: UnitIndex): Run[] {
  const candidates = index.units
    .map((self, number) => ({ self, number }))
    .filter(
      ({ self: { node, block, key } }) =>
        node === block && node.type === 'paragraph' && key.length >= SHORTEST,
    )
    .sort((a, b) => b.self.key.length - a.self.key.length);
  const runs: Run[] = [];
  for (const { self, number } of candidates) {
    const pieces = matchUnits(self, index);
    const repeated = pieces.flatMap(({ unit }) => (unit < 0 ? [] : [unit]));
    if (repeated.length === 0) continue;
    runs.push({ self, number, pieces, repeated });
  }
  return runs;
}

/** Finds the blobs of an article and marks their units as gone. What only looks like one is a suspicion. */
function findBlobs(tree: Root, index: UnitIndex, title: string, suspect: (unit: Unit) => void): Blob[] {
  const runs = findRuns(index);
  if (runs.length === 0) return [];
  const search: Search = { index, title, before: [] };
  const likely = runs.filter((run) => {
    // A unit that is gone can be no piece of another.
    if (run.repeated.some((number) => index.units[number]?.gone)) return false;
    if (!isMostlyUnits(run, lostOf(run, search), search)) return false;
    run.self.gone = true;
    return true;
  });
  search.before = sums(index.units, ({ gone }) => !gone);
  const covered = new Set(likely.flatMap(({ repeated }) => repeated));
  const strange = sums(index.units, ({ gone }, at) => !gone && !covered.has(at));
  const blobs: Blob[] = [];
  const saved = new Set<string>();
  let references: Map<string, number> | undefined;
  for (const run of likely) {
    const { self } = run;
    // Two blobs may hold the same heading.
    const lost = lostOf(run, search).filter(({ key }) => !saved.has(key));
    if (!isBlob(run, lost, search) || !standsBeside(run, strange)) {
      self.gone = false;
      suspect(self);
      continue;
    }
    const own = tally(referencesIn(self.node));
    if (own.size > 0) references ??= tally(referencesIn(tree));
    const left = references ?? own;
    if ([...own].some(([reference, times]) => (left.get(reference) ?? 0) <= times)) {
      self.gone = false;
      continue;
    }
    for (const [reference, times] of own) left.set(reference, (left.get(reference) ?? 0) - times);
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
  clean(tree, report, { title, drop, suspect }) {
    const index = new UnitIndex(unitsOf(tree));
    const blobs = findBlobs(tree, index, keyOf(title), ({ node, text }) =>
      suspect?.({ rule: 'whole-article-blob', line: lineOf(node), message: `${AGAIN}: «${clip(text, 60)}»` }),
    );
    if (blobs.length === 0) return;
    for (const blob of blobs) {
      reportBlob(blob, report);
      drop?.(blob.unit.node);
    }
    rebuild(tree, blobs, index);
  },
};
