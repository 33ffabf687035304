import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withoutParts } from './counted.ts';
import { evenly, unlistedNames } from './unlisted.ts';

const VERBS = ['发布', '收购', '谈到', '离开', '加入', '看好', '起诉', '感谢', '赶上', '绕过'];
/** Titles of one name among many other words. */
const titlesOf = (name: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) =>
      `${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${VERBS[at % 10]}${name}${'东西南北春夏秋冬山水'[at % 10]}路${at % 7}号`,
  );
const named = (texts: readonly string[], known: readonly string[] = []): string[] =>
  unlistedNames(texts, known).map(({ name }) => name);

test('frequent Latin names with capitals are proposed, with the number of their articles', () => {
  assert.deepEqual(unlistedNames(titlesOf('Zorkmid', 12), []), [{ name: 'Zorkmid', articles: 12 }]);
  assert.deepEqual(named(titlesOf('Great Zork Engine', 12)), ['Great Zork Engine']);
});

test('what is listed, in any spelling, with a version or beside other words, is not proposed', () => {
  assert.deepEqual(named(titlesOf('Zorkmid 3.0', 12), ['ZORKMID']), []);
  assert.deepEqual(named(titlesOf('Zork', 12), ['Great Zork']), []);
  assert.deepEqual(named(titlesOf('琉璃厂', 12), ['琉璃']), []);
});

test('words that stand as often in small letters are no names, and rare ones are left out', () => {
  assert.deepEqual(named([...titlesOf('Server', 10), ...titlesOf('server', 10)]), []);
  assert.deepEqual(named(titlesOf('Zorkmid', 4)), []);
});

test('runs of Han that hold together between many neighbours are proposed, words of the dictionary are not', () => {
  /** Other characters, so that what stands together often is no chance. */
  const others = Array.from({ length: 200 }, (_, line) =>
    String.fromCharCode(...Array.from({ length: 12 }, (_, at) => 0x5000 + line * 12 + at)),
  );
  const texts = [...titlesOf('琉璃云', 20), ...titlesOf('电脑', 20), ...others];
  const names = named(texts);
  assert.ok(names.includes('琉璃云'), names.join(' '));
  assert.ok(!names.includes('电脑') && !names.includes('琉璃'), names.join(' '));
});

test('no texts and one endless text are no trouble', () => {
  assert.deepEqual(unlistedNames([], []), []);
  assert.deepEqual(unlistedNames(['A '.repeat(50_000) + '中'.repeat(50_000)], []), []);
});

test('items are drawn evenly, in their order', () => {
  assert.deepEqual(evenly([1, 2, 3, 4, 5, 6], 3), [1, 3, 5]);
  assert.deepEqual(evenly([1, 2], 3), [1, 2]);
});

test('a name that mostly stands in one longer name is left out, words in names as well as characters', () => {
  const names = (unit: string, separator: string) =>
    fc.uniqueArray(
      fc.record({
        name: fc
          .array(fc.constantFrom(...unit), { minLength: 1, maxLength: 4 })
          .map((units) => units.join(separator)),
        articles: fc.integer({ min: 1, max: 12 }),
      }),
      { selector: ({ name }) => name, maxLength: 12 },
    );
  for (const separator of [' ', ''])
    fc.assert(
      fc.property(names('ab中', separator), (list) => {
        const within = (part: string, whole: string): boolean =>
          `${separator}${whole}${separator}`.includes(`${separator}${part}${separator}`);
        const left = list.filter(
          ({ name, articles }) =>
            !list.some(
              (other) => other.name !== name && within(name, other.name) && other.articles >= 0.7 * articles,
            ),
        );
        assert.deepEqual(withoutParts(list, separator), left);
      }),
    );
});

test('twenty thousand longer names take time in proportion', () => {
  const letters = (number: number): string =>
    [...String(number).padStart(5, '0')].map((digit) => 'ghjkmpqvwx'[Number(digit)]).join('');
  const text = Array.from({ length: 20_000 }, (_, at) => `Z${letters(at)} Y${letters(at)}`).join('，');
  const before = process.cpuUsage();
  assert.equal(named(Array.from({ length: 5 }, () => text)).length, 20_000);
  const { user } = process.cpuUsage(before);
  // A second; minutes, where each is compared with all others.
  assert.ok(user < 10e6, `${user / 1e6} s of processor time`);
});
