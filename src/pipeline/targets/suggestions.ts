import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import type { ArticleGroup } from '../../archive/groups.ts';
import { keyOf } from '../../hash.ts';
import { Chunk } from '../../search/gram/chunk.ts';
import { unseal } from '../../search/gram/envelope.ts';
import { CHAR_PREFIX } from '../../search/gram/grams.ts';
import type { SegmentEntry } from '../../search/gram/types.ts';
import { frequentWords, isHan, wordsOfTwo } from '../../search/meant/frequent-words.ts';
import { MEANT_FILES, sealText } from '../../search/meant/meant-files.ts';
import { writePinyinTable } from '../../search/meant/pinyin-table.ts';
import { writeAliases } from '../../search/meant/write-aliases.ts';
import type { Context } from '../context.ts';
import type { Item } from '../item.ts';
import type { Target } from '../target.ts';
import { rootOf, SEARCH_DIR } from './search.ts';

/** What the search page asks for beside what was typed: other names, and words by their pinyin. */
export const suggestions: Target<Item, null> = {
  name: 'suggestions',
  after: ['search'],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  async items(context) {
    const { segments } = await rootOf(context);
    const index = segments.map(({ digest }) => digest).join('-');
    const { archive } = context.reading;
    const aliases = aliasesOf(archive);
    // Names without another are in the table of pinyin only.
    const names = Object.values(archive.otherNames).map((others) => JSON.stringify([...others]));
    return [
      { name: 'aliases', key: keyOf(context.key, aliases), files: [MEANT_FILES.aliases] },
      { name: 'pinyin', key: keyOf(context.key, index, ...names), files: [MEANT_FILES.pinyin] },
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
  const { entries, authors, topics, otherNames } = context.reading.archive;
  const words = frequentWords(entries.map(({ title }) => title));
  const pairs = await pairsOf(context);
  return writePinyinTable(
    spokenWords({
      authors: named(authors, otherNames.authors),
      topics: named(topics, otherNames.topics),
      words: [...words, ...pairs],
    }),
  );
}

/** Names with the number of their articles; other names have none of their own. */
function named(groups: readonly ArticleGroup[], others: ReadonlyMap<string, readonly string[]>) {
  const counts = groups.map(({ name, entries }): [string, number] => [name, entries.length]);
  const bare = [...others].flatMap(([name, more]) => [name, ...more]);
  return [...counts, ...bare.map((name): [string, number] => [name, 0])];
}

/** Words of two characters in the texts, by the index: those of a segment that did not change are kept. */
async function pairsOf(context: Context): Promise<Map<string, number>> {
  const cache = context.cache('suggestions');
  const counts = new Map<string, number>();
  for (const segment of (await rootOf(context)).segments) {
    const key = keyOf(context.key, segment.digest);
    const known = cache.find(key) ?? Buffer.from(await pairsText(segment, context));
    cache.put(key, known);
    for (const line of known.toString().split('\n')) {
      const [pair = '', count] = line.split(' ');
      if (pair) counts.set(pair, (counts.get(pair) ?? 0) + Number(count));
    }
  }
  cache.sweep();
  return counts;
}

/** A line for each word of two characters of a segment: the word, and how many articles have it. */
async function pairsText({ name, firstKeys }: SegmentEntry, { tree }: Context): Promise<string> {
  const counts = new Map<string, number>();
  for (const at of firstKeys.keys()) {
    const chunk = new Chunk(await unseal(tree.read(`${SEARCH_DIR}/${name}/${at}.bin`)));
    chunk.keys.forEach((key, place) => {
      const text = key.replace(CHAR_PREFIX, '');
      // A key whose postings fill several chunks stands in each of them.
      if (isHan(text)) counts.set(text, (counts.get(text) ?? 0) + chunk.count(place));
    });
  }
  return wordsOfTwo(counts)
    .map(([word, count]) => `${word} ${count}\n`)
    .join('');
}
