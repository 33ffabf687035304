import { fold } from '../search/gram/fold.ts';
import { partsOf, shed, type Unlisted, withoutParts } from './counted.ts';

/** A word with a capital, its signs and digits; a name is one to three of them. */
const WORD = String.raw`(?<![\w./@$-])[A-Za-z]*[A-Z][\w+#]*(?:[.-][A-Za-z0-9]+)*`;
const NAME = new RegExp(`${WORD}(?: (?=[A-Z])${WORD}){0,2}`, 'g');
/** What begins sentences and headlines, and says nothing. */
const PLAIN = new Set(
  'the a an and or of to in on for with by from how what why when where who is are you your it this that new using use get i my we our at as not no all best top part if do does can it’s about more first next one two into vs via etc ok tips app pc id ip os ui url faq gb mb kb tb ghz am pm vol via html'.split(
    ' ',
  ),
);

/** Frequent Latin names with capitals that nothing lists. */
export function unlistedLatin(
  texts: readonly string[],
  names: ReadonlySet<string>,
  least: number,
): Unlisted[] {
  // `Hat` is a part of `Red Hat`, and no name of its own.
  const listed = new Set([...names].flatMap((name) => [name, ...name.split(' ')]));
  const counts = new Map<string, number>();
  /** Articles with the word in small letters only: what is written so as often is no name. */
  const small = new Map<string, number>();
  for (const text of texts) {
    const found = new Set<string>();
    for (const [name] of text.matchAll(NAME)) for (const part of partsOf(name, ' ')) found.add(part);
    for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const word of new Set(text.match(/(?<![\w./-])[a-z]{2,}(?![\w-])/g)))
      small.set(word, (small.get(word) ?? 0) + 1);
    shed(counts);
    shed(small);
  }
  const frequent = [...counts].filter(
    ([name, count]) =>
      count >= least &&
      name.length > 1 &&
      (small.get(name.toLowerCase()) ?? 0) * 2 < count &&
      !isListed(name, listed),
  );
  return withoutParts(
    frequent.map(([name, articles]) => ({ name, articles })),
    ' ',
  );
}

/** True for what is listed as a whole, is made of listed and plain words only, or is a number with a letter. */
function isListed(name: string, listed: ReadonlySet<string>): boolean {
  const isKnown = (part: string): boolean =>
    listed.has(fold(part)) || PLAIN.has(part.toLowerCase()) || !/[A-Za-z]{2}/.test(part);
  const words = name.split(' ');
  // A name with a version, or beside another name, is not another one.
  return isKnown(name) || words.some(isKnown) || isKnown(name.replace(/[\d.]+$/, ''));
}
