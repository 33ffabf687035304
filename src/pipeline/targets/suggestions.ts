import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import type { ArticleGroup } from '../../archive/groups.ts';
import { keyOf } from '../../hash.ts';
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
  const { segments } = await rootOf(context);
  const pairs = keptWords(
    context,
    segments.map(({ name }) => name),
  );
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
