import type { Count } from '../../search/gram/answer.ts';
import { PromiseCache } from '../../search/gram/promise-cache.ts';
import { type Aliases, otherNames, readAliases } from '../../search/meant/aliases.ts';
import { inHan } from '../../search/meant/in-han.ts';
import type { MeantFile } from '../../search/meant/meant-files.ts';
import { PinyinTable } from '../../search/meant/pinyin-table.ts';

/** A query beside the one that was typed. */
export interface Suggestion extends Count {
  query: string;
  /** True where it is another name for the same. */
  isAlias: boolean;
}

/** What suggestions are made from. */
interface Asked {
  query: string;
  /** Number of articles that were found. */
  found: number;
  /** The query in other spellings, likeliest first. */
  spellings: readonly string[];
  /** The number of articles of a query under the conditions that are set; null where there are none. */
  count(query: string): Promise<Count | null>;
  /** The text of a table. */
  table(name: MeantFile): Promise<string>;
}

/** Most suggestions, and most queries that are counted for them. */
const OFFERED = 3;
const COUNTED = 6;
/** Where more articles are found, what was typed is not read as pinyin. */
const FEW = 20;
/** So many times as many articles must hold what may have been meant by pinyin or a slip of a finger. */
const MORE = 5;

const aliases = new PromiseCache<Aliases>();
const pinyin = new PromiseCache<PinyinTable>();

/**
 * What may have been meant: words that were typed in pinyin, other spellings, other names for the same; each with its number of articles, none without any.
 * The table of pinyin is loaded only for a query that can be read so and finds few articles.
 * @throws as `table` and `count`
 */
export async function suggestionsFor({
  query,
  found,
  spellings,
  count,
  table,
}: Asked): Promise<Suggestion[]> {
  const load = () => pinyin.get('', async () => new PinyinTable(await table('pinyin')));
  const readings = found > FEW ? [] : await inHan(query, load);
  const names = otherNames(query, await aliases.get('', async () => readAliases(await table('aliases'))));
  const wanted = new Map<string, boolean>();
  for (const one of [...readings, ...spellings]) wanted.set(one, false);
  for (const one of names) if (!wanted.has(one)) wanted.set(one, true);
  const asked = [...wanted].filter(([one]) => one !== query).slice(0, COUNTED);
  const counted = await Promise.all(
    asked.map(async ([one, isAlias]) => {
      const counted = await count(one);
      return counted && counted.total > (isAlias ? 0 : found * MORE)
        ? { ...counted, query: one, isAlias }
        : [];
    }),
  );
  return counted.flat().slice(0, OFFERED);
}
