import { type Archive, span } from '../archive/archive.ts';
import { paths } from '../archive/paths.ts';
import { byLetter, type Lettered } from './author-letters.ts';
import { groupBy } from './group-by.ts';
import { DESCRIBED } from './groups.ts';
import { link, type NamedGroup, named, namedLink } from './link.ts';
import { pageKind } from './page-kind.ts';

/** Authors up to which one page has all of them; above, each letter has pages of its own with as many at most. */
const ON_ONE_PAGE = 1000;
/** Authors named by how much they wrote, where all stand on the page, and where it has none but these. */
const MOST = 12;
const MOST_OF_MANY = 200;

/** An author as the index has it. */
interface Person extends NamedGroup {
  span: string;
}

/** The letters in their order; `#` is everything without one. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ#'];

/** The index of authors: by letter, and by number of articles. */
export const authorIndex = pageKind({
  name: 'authors-index',
  layout: 'authors.njk',
  *pages({ archive }) {
    const { authors } = archive;
    const isWhole = !hasLetterPages(archive);
    yield {
      path: paths.authors,
      inputs: {
        count: authors.length,
        most: named(authors.slice(0, isWhole ? MOST : MOST_OF_MANY)),
        people: isWhole ? peopleOf(archive) : [],
        letters: isWhole
          ? []
          : letterPages(archive).map(({ letter, number, people }) => ({
              letter,
              number,
              count: people.length,
            })),
      },
    };
  },
  data({ count, most, people, letters }, t) {
    const sections = sectionsOf(byLetter(people));
    const isWhole = letters.length === 0;
    const places = isWhole
      ? sections.map(({ letter, people }) => ({ letter, href: `#${anchorOf(letter)}`, count: people.length }))
      : letters
          .filter(({ number }) => number === 1)
          .map(({ letter }) => ({
            letter,
            href: link('', paths.authorLetter(slugOf(letter), 1)).href,
            count: letters.filter((one) => one.letter === letter).reduce((sum, one) => sum + one.count, 0),
          }));
    return {
      title: t.lists.authorsTitle,
      description: t.lists.names(most.slice(0, DESCRIBED).map(({ name }) => name)),
      nav: 'authors',
      count,
      isWhole,
      // A handful of names is seen at a glance.
      most: !isWhole || count > MOST * 2 ? most.map(namedLink) : [],
      letters: isWhole && count <= MOST * 2 ? [] : lettersOf(places),
      sections,
    };
  },
});

/** The authors of a letter, where all authors are too many for one page. */
export const authorLetters = pageKind({
  name: 'authors-letter',
  layout: 'authors-letter.njk',
  *pages({ archive }) {
    if (!hasLetterPages(archive)) return;
    const pages = letterPages(archive);
    const letters = [...new Set(pages.map(({ letter }) => letter))];
    for (const { letter, number, people } of pages)
      yield {
        path: paths.authorLetter(slugOf(letter), number),
        inputs: {
          letter,
          number,
          letters,
          numbers: pages
            .filter((one) => one.letter === letter)
            .map(({ number, people }) => ({ number, from: people[0]?.item.name ?? '' })),
          people: people.map(({ item, pinyin }) => ({ ...item, pinyin })),
        },
      };
  },
  data({ letter, number, letters, numbers, people }, t) {
    const title = `${t.lists.authorsTitle} · ${t.people.letter(letter)}`;
    return {
      title: number > 1 ? `${title} · ${t.lists.page(number)}` : title,
      description: t.lists.names(people.slice(0, DESCRIBED).map(({ name }) => name)),
      nav: 'authors',
      up: link(t.lists.authorsTitle, paths.authors),
      heading: t.people.letter(letter),
      current: number,
      letters: lettersOf(
        letters.map((one) => ({
          letter: one,
          href: link('', paths.authorLetter(slugOf(one), 1)).href,
          count: 1,
        })),
        letter,
      ),
      numbers:
        numbers.length > 1
          ? numbers.map(({ number: own, from }) => ({
              number: own,
              from,
              href: link('', paths.authorLetter(slugOf(letter), own)).href,
            }))
          : [],
      people: people.map(personLink),
    };
  },
});

/** All letters, with the way to those that have authors. */
const lettersOf = (places: readonly { letter: string; href: string; count: number }[], current = '') => {
  const known = new Map(places.map((place) => [place.letter, place]));
  return LETTERS.flatMap((letter) => {
    const place = known.get(letter);
    // What has no letter is no gap where there is nothing of it.
    if (!place && letter === '#') return [];
    return [{ letter, href: place?.href ?? '', count: place?.count ?? 0, isThis: letter === current }];
  });
};

const peopleOf = (archive: Archive): Person[] =>
  archive.authors.map(({ name, path, entries }) => ({
    name,
    path,
    count: entries.length,
    span: span(archive.countByYear(entries)),
  }));

const personLink = ({ name, path, count, span, pinyin }: Person & { pinyin: string }) => ({
  ...link(name, path),
  count,
  span,
  pinyin,
});

const sectionsOf = (people: readonly Lettered<Person>[]) =>
  [...groupBy(people, ({ letter }) => letter)].map(([letter, own]) => ({
    letter,
    anchor: anchorOf(letter),
    people: own.map(({ item, pinyin }) => personLink({ ...item, pinyin })),
  }));

/** Authors by their letters, found out once: it costs half a second for 30,000. */
const known = new WeakMap<Archive, readonly Lettered<Person>[]>();
export function authorsByLetter(archive: Archive): readonly Lettered<Person>[] {
  const sorted = known.get(archive) ?? byLetter(peopleOf(archive));
  known.set(archive, sorted);
  return sorted;
}

/** Whether the authors are too many for one page, so that each letter has pages of its own. */
export const hasLetterPages = ({ authors }: Archive): boolean => authors.length > ON_ONE_PAGE;

/** Pages of the letters, each of as many authors as one may have. */
function letterPages(archive: Archive): { letter: string; number: number; people: Lettered<Person>[] }[] {
  return [...groupBy(authorsByLetter(archive), ({ letter }) => letter)].flatMap(([letter, people]) =>
    Array.from({ length: Math.ceil(people.length / ON_ONE_PAGE) }, (_, at) => ({
      letter,
      number: at + 1,
      people: people.slice(at * ON_ONE_PAGE, (at + 1) * ON_ONE_PAGE),
    })),
  );
}

/** A letter in addresses. */
const slugOf = (letter: string): string => (letter === '#' ? 'other' : letter.toLowerCase());
const anchorOf = (letter: string): string => `l-${slugOf(letter)}`;
