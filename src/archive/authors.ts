import { info } from '../report.ts';
import { authorsOf, bylineOf } from '../text/authors.ts';
import type { Entry, Problem } from '../types.ts';
import { NAMES_FILES } from './names-file.ts';
import { byText } from './order.ts';

/** Writes a byline with the names that `authors.yml` gives for others. */
export type BylineJoiner = (byline: string) => string;

/** Joins authors under one name. @param authors a name → its other spellings, letter by letter */
export function bylineJoiner(authors: ReadonlyMap<string, readonly string[]>): BylineJoiner {
  const names = new Map([...authors].flatMap(([name, others]) => others.map((other) => [other, name])));
  if (names.size === 0) return (byline) => byline;
  return (byline) => bylineOf(authorsOf(byline).map((name) => names.get(name) ?? name));
}

/** A spelling without the marks of a broken scrape: backslashes, and a bracket that nothing closes with what follows it. */
function mended(name: string): string {
  const open = Math.max(name.lastIndexOf('('), name.lastIndexOf('（'));
  const close = Math.max(name.lastIndexOf(')'), name.lastIndexOf('）'));
  return (open > close ? name.slice(0, open) : name).replaceAll('\\', '').trim() || name;
}

/** What two spellings of one name have in common: no case, blanks, quotes, backslashes, nor a bracket that nothing closes. */
const folded = (name: string): string =>
  mended(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」]/g, '');

/** Proposes to join spellings that are likely to mean one author, with the line of `authors.yml` that does. */
export function authorVariants(entries: readonly Entry[]): Problem[] {
  const spellings = new Map<string, { count: number; file: string }>();
  for (const { author, file } of entries)
    for (const name of authorsOf(author)) {
      const known = spellings.get(name);
      if (known) known.count++;
      else spellings.set(name, { count: 1, file });
    }
  const people = new Map<string, string[]>();
  for (const name of spellings.keys()) {
    const key = folded(name);
    const others = people.get(key);
    if (others) others.push(name);
    else people.set(key, [name]);
  }
  const count = (name: string): number => spellings.get(name)?.count ?? 0;
  return [...people.values()].flatMap((names): Problem[] => {
    const [first = '', ...others] = names.sort((a, b) => count(b) - count(a) || byText(a, b));
    // The commonest spelling is the name, but for what a scrape broke.
    const name = mended(names.find((one) => mended(one) === one) ?? first);
    const variants = names.filter((one) => one !== name);
    if (variants.length === 0) return [];
    const found = [first, ...others].map((one) => `${one} (${count(one)})`).join(', ');
    const line = `${JSON.stringify(name)}: ${JSON.stringify(variants)}`;
    const several = variants.length > 1 || names.includes(name);
    const message = `Unexpected ${several ? 'spellings of one author' : 'spelling of an author'}, expected one name; add «${line}» to ${NAMES_FILES.authors} to join them: ${found}`;
    return [{ file: spellings.get(variants[0] ?? '')?.file ?? '', ...info('author-variants', message) }];
  });
}
