import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import type { ArticleGroup } from '../../archive/groups.ts';
import { keyOf } from '../../hash.ts';
import { placeOf } from '../../related/nearest.ts';
import type { SegmentEntry } from '../../search/gram/types.ts';
import { frequentWords } from '../../search/meant/frequent-words.ts';
import { MEANT_FILES, sealText } from '../../search/meant/meant-files.ts';
import { writePinyinTable } from '../../search/meant/pinyin-table.ts';
import { writeAliases } from '../../search/meant/write-aliases.ts';
import type { Context } from '../context.ts';
import type { Item } from '../item.ts';
import type { Target } from '../target.ts';
import { rootOf } from './search.ts';
import { keptWords } from './segment-words.ts';

/** What the search page asks for beside what was typed: other names, and words by their pinyin. */
export const suggestions: Target<Item, null> = {
  name: 'suggestions',
  after: ['search'],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  async items(context) {
    const { archive } = context.reading;
    const settled = settledOf((await rootOf(context)).segments);
    const words = settled.map(({ digest }) => digest).join('-');
    const names = JSON.stringify(namesOf(archive, articlesIn(settled)));
    return [
      { name: 'aliases', key: keyOf(context.key, aliasesOf(archive)), files: [MEANT_FILES.aliases] },
      { name: 'pinyin', key: keyOf(context.key, words, names), files: [MEANT_FILES.pinyin] },
    ];
  },
  async make(stale, context) {
    const { reading, tree } = context;
    for (const { name } of stale) {
      if (name === 'aliases') tree.write(MEANT_FILES.aliases, sealText(aliasesOf(reading.archive), deflate));
      else tree.write(MEANT_FILES.pinyin, sealText(await pinyinOf(context), deflate));
    }
    return { data: null };
  },
  data: z.null(),
};

const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });

/** The names that mean the same, as the table of other names holds them. */
const aliasesOf = ({ otherNames }: Archive): string =>
  writeAliases([...otherNames.topics, ...otherNames.authors].map(([name, others]) => [name, ...others]));

/** The table of words by their pinyin. */
async function pinyinOf(context: Context): Promise<string> {
  // It brings a dictionary along.
  const { spokenWords } = await import('../../search/meant/spoken-words.ts');
  const { archive } = context.reading;
  const { segments } = await rootOf(context);
  const settled = settledOf(segments);
  const articles = articlesIn(settled);
  const words = frequentWords(archive.entries.slice(0, articles).map(({ title }) => title));
  const pairs = keptWords(context, settled);
  return writePinyinTable(spokenWords({ ...namesOf(archive, articles), words: [...words, ...pairs] }));
}

/**
 * The segments whose words the table has: without one that is the last month alone, so that its articles leave the table, and the pack that it is in, as
 * they are. Their words come with the next month; names are there at once.
 */
function settledOf(segments: readonly SegmentEntry[]): readonly SegmentEntry[] {
  const older = segments.filter(({ kind, months }) => kind !== 'open' || months.length > 1);
  return older.length > 0 ? older : segments;
}

/** How many articles some segments have, which are the first of the archive. */
const articlesIn = (segments: readonly SegmentEntry[]): number =>
  segments.reduce((sum, { documents }) => sum + documents, 0);

/** Names with the number of their articles among the first so many; other names have none of their own. */
function namesOf({ authors, topics, otherNames }: Archive, articles: number) {
  const named = (groups: readonly ArticleGroup[], others: ReadonlyMap<string, readonly string[]>) => {
    const counts = groups.map(({ name, entries }): [string, number] => [name, placeOf(entries, articles)]);
    const bare = [...others].flatMap(([name, more]) => [name, ...more]);
    return [...counts, ...bare.map((name): [string, number] => [name, 0])].sort(byName);
  };
  return { authors: named(authors, otherNames.authors), topics: named(topics, otherNames.topics) };
}

const byName = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : Number(a > b));
