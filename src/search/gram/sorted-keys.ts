import { classOf, WORD } from './character-class.ts';
import type { GramTable } from './gram-table.ts';
import { gramKey, tripleHigh } from './grams.ts';

/** A key and the id it was given: grams by the table, then words and filters, counted on from the table's size. */
export interface KeyedId {
  key: string;
  id: number;
}

const UNIT = 0x10000;

/**
 * All keys in the order of their UTF-16 units. Grams of up to three units sort as numbers of 48 bits, which is several
 * times faster than sorting strings; what is marked begins with a control character and so comes before them all.
 */
export function* sortedKeys(table: GramTable, words: readonly string[]): Generator<KeyedId> {
  const byKey = (a: KeyedId, b: KeyedId) => (a.key < b.key ? -1 : 1);
  const marked = words.map((key, i) => ({ key, id: table.size + i }));
  const values = new Float64Array(table.size);
  const long: KeyedId[] = [];
  let count = 0;
  for (let id = 0; id < table.size; id++) {
    const high = table.highs[id] ?? 0;
    const low = table.lows[id] ?? 0;
    if (high === 0 && classOf(low) < WORD) marked.push({ key: gramKey(high, low), id });
    else if (low >= UNIT || (high >= UNIT && high <= 0x10ffff)) long.push({ key: gramKey(high, low), id });
    else if (high === 0) values[count++] = low * UNIT * UNIT;
    else if (high < UNIT) values[count++] = (high * UNIT + low) * UNIT;
    else values[count++] = high * UNIT + low;
  }
  yield* marked.sort(byKey);
  long.sort(byKey);
  let next = 0;
  for (const value of values.subarray(0, count).sort()) {
    const gram = decode(value, table);
    for (let one = long[next]; one && one.key < gram.key; one = long[++next]) yield one;
    yield gram;
  }
  yield* long.slice(next);
}

function decode(value: number, table: GramTable): KeyedId {
  const first = Math.floor(value / (UNIT * UNIT));
  const second = Math.floor(value / UNIT) % UNIT;
  const third = value % UNIT;
  if (second === 0) return { key: String.fromCharCode(first), id: table.id(0, first) };
  if (third === 0) return { key: String.fromCharCode(first, second), id: table.id(first, second) };
  return { key: String.fromCharCode(first, second, third), id: table.id(tripleHigh(first, second), third) };
}
