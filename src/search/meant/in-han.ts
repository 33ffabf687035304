import type { PinyinTable } from './pinyin-table.ts';
import { isPinyin, plainPinyin } from './syllables.ts';

/** Letters that no syllable is made of. */
const INITIALS = /^[bcdfghjklmnpqrstwxyz]{2,6}$/;

/** Most readings of one query. */
const MOST = 3;

/**
 * The readings of a query in Latin letters as pinyin, the likeliest first: `weixin` and `wei xin` as 微信, `linux neihe` as `linux 内核`, `wx` where few words
 * begin so. Words beside it that are no pinyin stay.
 * @param load gives the table; called only where something can be pinyin
 */
export async function inHan(query: string, load: () => Promise<PinyinTable>): Promise<string[]> {
  const parts = query.split(/\s+/).map((text) => ({ text, letters: plainPinyin(text) }));
  const [only] = parts;
  if (parts.length === 1 && only && INITIALS.test(only.text.toLowerCase()))
    return [...(await load()).byInitials(only.text.toLowerCase())];
  // Neighbours are read together: a blank may part syllables as well as words.
  const runs: { text: string; letters: string; isPinyin: boolean }[] = [];
  for (const { text, letters } of parts) {
    const last = runs.at(-1);
    const isSpoken = letters !== null && isPinyin(letters);
    const joined = isSpoken && last?.isPinyin ? plainPinyin(last.text + text) : null;
    if (last && joined) Object.assign(last, { text: `${last.text} ${text}`, letters: joined });
    else runs.push({ text, letters: letters ?? '', isPinyin: isSpoken });
  }
  if (!runs.some((run) => run.isPinyin)) return [];
  const table = await load();
  const readings = runs.map((run) => (run.isPinyin ? readingsOf(run.letters, table) : []));
  const most = Math.max(...readings.map(({ length }) => length));
  const found = Array.from({ length: Math.min(MOST, most) }, (_, at) =>
    runs.map(({ text }, run) => readings[run]?.[at] ?? readings[run]?.[0] ?? text).join(' '),
  );
  return [...new Set(found)];
}

function readingsOf(letters: string, table: PinyinTable): readonly string[] {
  const words = table.words(letters);
  if (words.length > 0) return words;
  const divided = table.divided(letters);
  return divided.length > 0 ? [divided.join(' ')] : [];
}
