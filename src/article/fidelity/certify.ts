import { type Warning, warning } from '../../report.ts';
import { clip, LIMIT } from '../../text/clip.ts';
import { countText } from '../../text/counts.ts';
import type { Fidelity, FidelityKind, Repair } from '../../types.ts';
import { findAddresses, findBare } from './addresses.ts';
import type { Address, Content, TextBlock } from './content.ts';
import { Balance, eachShownLetter, lettersOf } from './letters.ts';
import type { Shown } from './shown.ts';

/** Warnings an article: one teaches as much as a hundred. */
const LISTED = 3;
/** Letters of an excerpt. */
const EXCERPT = 60;
/** Blocks that are looked for one by one. */
const SEARCHES = 200;

/** Something that stands neither on the page nor in the list of repairs. */
interface Missing {
  kind: FidelityKind;
  line: number;
  text: string;
}

/**
 * Proves that what a source says stands on its page or in its list of repairs: every letter is counted on both sides, every address, line of
 * code, formula, note and cell is looked for.
 * @param held what the source held before anything was mended
 * @param bare the addresses in the file, however they are marked up
 * @param gone what a rule took away as a whole, and reported
 */
export function certify(
  held: Content,
  bare: readonly Address[],
  gone: readonly Content[],
  shown: Shown,
): { fidelity: Fidelity; warnings: Warning[] } {
  const { han, words } = countText(held.blocks.flatMap(({ pieces }) => pieces));
  const count = (kind: 'links' | 'pictures') => held.addresses.filter((one) => one.kind === kind).length;
  const fidelity: Fidelity = {
    han: [han, 0],
    words: [words, 0],
    links: [count('links'), 0],
    pictures: [count('pictures'), 0],
    code: [held.code.filter(({ text }) => text.trim() !== '').length, 0],
    formulas: [held.formulas, 0],
    notes: [held.notes, 0],
    cells: [held.cells, 0],
  };
  const missing: Missing[] = [
    ...missingText(held, gone, shown, fidelity),
    ...missingAddresses(held, bare, shown),
    ...missingCode(held, gone, shown),
    ...missingParts(held, gone, shown),
  ];
  for (const { kind } of missing) if (kind !== 'han' && kind !== 'words') fidelity[kind][1]++;
  return { fidelity, warnings: missing.slice(0, LISTED).map(told) };
}

const NAMES: Record<FidelityKind, string> = {
  han: 'text',
  words: 'text',
  links: 'a link',
  pictures: 'a picture',
  code: 'a line of code',
  formulas: 'a formula',
  notes: 'a note',
  cells: 'a cell of a table',
};

const told = ({ kind, line, text }: Missing): Warning =>
  warning(
    'fidelity',
    `Unexpected loss of ${NAMES[kind]}, expected it on the page or among the repairs; look at the source: «${clip(text, EXCERPT)}»`,
    line,
  );

/** Text of which a letter more stands in the source than on the page and in the ledger. */
function missingText(
  held: Content,
  gone: readonly Content[],
  { html, repairs }: Shown,
  fidelity: Fidelity,
): Missing[] {
  const balance = new Balance();
  for (const { pieces } of held.blocks) for (const piece of pieces) balance.add(piece, 1);
  eachShownLetter(html, (code) => balance.addCode(code, -1));
  for (const { blocks } of gone)
    for (const { pieces } of blocks) for (const piece of pieces) balance.add(piece, -1);
  const left = balance.settle();
  if (left.size === 0) return [];
  for (const [code, times] of namedIn(repairs)) {
    const rest = (left.get(code) ?? 0) - times;
    if (rest > 0) left.set(code, rest);
    else left.delete(code);
  }
  if (left.size === 0) return [];
  const all = [...left].flatMap(([code, times]) => String.fromCharCode(code).repeat(times)).join('');
  const lost = countText([...all]);
  fidelity.han[1] = lost.han;
  const kind = lost.han > 0 ? 'han' : 'words';
  const blocks = lostBlocks(held.blocks, html, left);
  if (lost.words > 0) fidelity.words[1] = Math.max(1, Math.min(lost.words, blocks.length));
  return blocks.map(({ line, pieces }) => ({ kind, line, text: pieces.join('').trim() }));
}

/** Rules that take single letters out of a text; what others take stands in the list of what is gone, or is no text. */
const BY_LETTER = new Set<string>(['invisible-character', 'double-encoded-entity']);

const isCut = (text: string): boolean => text.length >= LIMIT - 1 && text.endsWith('…');

/** The letters that repairs say are gone: those of what stood there, less those of what stands there now. Cut excerpts do not tell. */
function namedIn(repairs: readonly Repair[]): Map<number, number> {
  const named = new Map<number, number>();
  for (const { rule, before, after } of repairs) {
    if (!BY_LETTER.has(rule) || isCut(before) || isCut(after)) continue;
    const balance = new Balance();
    balance.add(before, 1);
    balance.add(after, -1);
    for (const [code, times] of balance.settle()) named.set(code, (named.get(code) ?? 0) + times);
  }
  return named;
}

/** The blocks that do not stand on the page as a whole; where all do, the last one with a letter that is missing: it stood twice. */
function lostBlocks(
  blocks: readonly TextBlock[],
  html: string,
  left: ReadonlyMap<number, number>,
): TextBlock[] {
  const shown: string[] = [];
  eachShownLetter(html, (code) => shown.push(String.fromCharCode(code)));
  const text = shown.join('');
  const isTouched = (letters: string) => {
    for (let at = 0; at < letters.length; at++) if (left.has(letters.charCodeAt(at))) return true;
    return false;
  };
  const lost: TextBlock[] = [];
  let last: TextBlock | undefined;
  let from = 0;
  let searches = 0;
  for (const block of blocks) {
    const letters = lettersOf(block.pieces.join(''));
    let at = text.startsWith(letters, from) ? from : -1;
    if (at < 0 && searches++ < SEARCHES) at = text.indexOf(letters);
    if (at >= 0) from = at + letters.length;
    if (!isTouched(letters)) continue;
    last = block;
    if (at < 0) lost.push(block);
  }
  return lost.length > 0 ? lost : last ? [last] : [];
}

const bareLine = (text: string): string => text.replace(/[\s\p{C}\ufffd]+/gu, '');

/** Addresses that are nowhere, each once. */
function missingAddresses(held: Content, bare: readonly Address[], shown: Shown): Missing[] {
  const found = findAddresses(held.addresses, shown);
  const known = found.map(({ address }) => address.toLowerCase());
  const others = findBare(bare, shown).filter(({ address }) => !known.some((one) => one.startsWith(address)));
  return [...found, ...others].map(({ kind, address, line }) => ({ kind, line, text: address }));
}

/** Lines of code that stand fewer times on the page than in the source. */
function missingCode(held: Content, gone: readonly Content[], { html, repairs }: Shown): Missing[] {
  if (held.code.length === 0) return [];
  const times = new Map<string, number>();
  const add = (line: string, by: number) => times.set(line, (times.get(line) ?? 0) + by);
  for (const [, inner = ''] of html.matchAll(/<pre\b[^>]*>([\s\S]*?)<\/pre>/g))
    for (const line of inner
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&#x26;', '&')
      .split('\n'))
      add(bareLine(line), 1);
  for (const { code } of gone) for (const { text } of code) add(bareLine(text), 1);
  const missing = held.code.filter(({ text }) => {
    const line = bareLine(text);
    if (line === '') return false;
    add(line, -1);
    return (times.get(line) ?? 0) < 0;
  });
  if (missing.length === 0) return [];
  // What was taken for prose or mended stands there as other lines; its letters were counted.
  const mended = repairs.some(({ rule }) => rule === 'indented-prose' || rule === 'invisible-character');
  return missing
    .filter(({ text }) => !(mended && /\p{L}/u.test(text)))
    .map(({ text, line }) => ({ kind: 'code', line, text }));
}

/** Formulas, notes and cells that the page has fewer of. */
function missingParts(held: Content, gone: readonly Content[], { html, problems }: Shown): Missing[] {
  const missing: Missing[] = [];
  const compare = (kind: 'formulas' | 'notes' | 'cells', mark: RegExp, others = 0) => {
    if (held[kind] === 0) return;
    const there = (html.match(mark)?.length ?? 0) + others + gone.reduce((sum, one) => sum + one[kind], 0);
    for (let at = there; at < held[kind]; at++)
      missing.push({ kind, line: 1, text: `${there} of ${held[kind]}` });
  };
  compare('formulas', /<math\b/g, problems.filter(({ message }) => message.includes('formula')).length);
  compare('notes', /\sid="user-content-fn-/g);
  compare('cells', /<t[dh]\b/g);
  return missing;
}
