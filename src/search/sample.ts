import { fold } from './gram/fold.ts';
import type { Documents, IndexDocument } from './gram/types.ts';

/** Strings drawn from an archive, for proofs and measurements: the same archive gives the same strings. */

/** Kinds of strings that people search for, and worse ones. */
export const KINDS = [
  'word of 2',
  'word of 3-4',
  '2 across words',
  'any 3',
  'any 4',
  'any 5',
  'any 6',
  'latin and han',
  'latin',
  'inside a word',
  'with punctuation',
  'across han and latin',
  'signs',
  'beside a sign',
  'leading blank',
  'title',
  'author',
  'line typed',
  'title typed',
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds that are asked as they stand, without quotation marks. */
export const TYPED: ReadonlySet<Kind> = new Set(['latin', 'line typed', 'title typed'] as const);

/** A string and its kind. */
export interface Drawn {
  kind: Kind;
  text: string;
}

/** Mulberry32 (Tommy Ettinger, public domain): a small generator of numbers in [0, 1) from a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Units of a passage that are looked at for strings. */
const STRETCH = 60;
/** Han beside Latin, with a blank between them or without. */
const ACROSS = /\p{Script=Han}{1,2} ?[A-Za-z0-9]{2,}|[A-Za-z0-9]{2,} ?\p{Script=Han}{1,2}/gu;
const HAN = /^\p{Script=Han}+$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Draws up to `perKind` different strings of each kind, each kind by reservoir sampling over the whole archive: one
 * stretch of each document gives at most one string of a kind.
 */
export async function drawStrings(documents: Documents, perKind: number): Promise<Drawn[]> {
  const random = randomFrom(7);
  const reservoirs = new Map(KINDS.map((kind) => [kind, { seen: 0, strings: [] as string[] }]));
  for await (const document of documents) {
    for (const { kind, text } of stringsOf(document, random)) {
      const reservoir = reservoirs.get(kind);
      if (!reservoir || reservoir.strings.includes(text)) continue;
      reservoir.seen++;
      if (reservoir.strings.length < perKind) reservoir.strings.push(text);
      else {
        const place = Math.floor(random() * reservoir.seen);
        if (place < perKind) reservoir.strings[place] = text;
      }
    }
  }
  return [...reservoirs].flatMap(([kind, { strings }]) => strings.map((text) => ({ kind, text })));
}

/** At most one string of each kind from one document. */
function stringsOf(document: IndexDocument, random: () => number): Drawn[] {
  const drawn: Drawn[] = [
    { kind: 'title', text: fold(document.title) },
    { kind: 'author', text: fold(document.author) },
    { kind: 'title typed', text: document.title },
  ];
  const passage = document.passages[Math.floor(random() * document.passages.length)];
  if (passage === undefined) return drawn.filter(({ text }) => text.trim() !== '');
  const folded = fold(passage);
  const from = Math.floor(random() * Math.max(1, folded.length - STRETCH));
  const stretch = folded.slice(from, from + STRETCH);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const add = (kind: Kind, text: string | undefined) => {
    if (text !== undefined && text.trim() !== '') drawn.push({ kind, text });
  };

  const raw = passage.slice(from, from + STRETCH);
  add('across han and latin', pick(raw.match(ACROSS) ?? []));
  add('signs', pick(raw.match(/[!-/:-@[-`{-~]{2,}/g) ?? []));
  add(
    'beside a sign',
    pick(raw.match(/[\p{L}\p{N}]{1,4}[^\s\p{L}\p{N}\p{M}]{1,2}[\p{L}\p{N}]{0,3}/gu) ?? []),
  );
  add('leading blank', pick(raw.match(/(?<=\S) [\p{L}\p{N}]{2,6}/gu) ?? []));
  add('line typed', pick(raw.match(/(?<![!-~])[a-z]{2,10} [!-~][ -~]{2,30}[!-~](?![!-~])/g) ?? []));
  const words = [...segmenter.segment(stretch)].map((one) => one.segment).slice(1, -1);
  const han = words.filter((word) => HAN.test(word));
  add('word of 2', pick(han.filter((word) => word.length === 2)));
  add('word of 3-4', pick(han.filter((word) => word.length === 3 || word.length === 4)));
  const crossings = words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    const both = HAN.test(word) && HAN.test(next) && word.length > 1 && next.length > 1;
    return both ? [word.slice(-1) + next.slice(0, 1)] : [];
  });
  add('2 across words', pick(crossings));
  for (const length of [3, 4, 5, 6] as const) {
    const runs = [...stretch.matchAll(/\p{Script=Han}+/gu)].filter((run) => run[0].length >= length);
    const run = pick(runs)?.[0];
    if (!run) continue;
    const start = Math.floor(random() * (run.length - length + 1));
    const text = run.slice(start, start + length);
    if (/^[\ud800-\udbff]?[^\ud800-\udfff]*[\udc00-\udfff]?$/.test(text) && !/^[\udc00-\udfff]/.test(text))
      add(`any ${length}`, text);
  }
  add(
    'latin and han',
    pick(stretch.match(/[a-z0-9.]{2,}\p{Script=Han}{1,2}|\p{Script=Han}{1,2}[a-z0-9.]{2,}/gu) ?? []),
  );
  const latin = (stretch.match(/[a-z0-9+#]{2,}/g) ?? []).slice(1, -1);
  add('latin', pick(latin.filter((word) => /^[a-z0-9]/.test(word))));
  const inside = pick(latin.filter((word) => word.length >= 5));
  add('inside a word', inside?.slice(1, -1));
  add(
    'with punctuation',
    pick(stretch.match(/\p{Script=Han}{1,3}[,。“”、: -]{1,2}\p{Script=Han}{1,3}/gu) ?? []),
  );
  return drawn.filter(({ text }) => text.trim() !== '');
}
