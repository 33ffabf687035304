import { type Archive, span } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { byLetter, type Lettered, NO_LETTER } from './author-letters.ts';
import { groupBy } from './group-by.ts';
import { DESCRIBED } from './groups.ts';
import { link, type NamedGroup, named, namedLink } from './link.ts';
import { pageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** Authors up to which one page has all of them; above, each letter has pages of its own with as many at most. */
const ON_ONE_PAGE = 1000;
/** Authors up to which a reader sees all at a glance. */
const AT_A_GLANCE = 20;
/** Authors named by how much they wrote: where all of them stand on the page, and where it has none but these. */
const MOST = 12;
const MOST_OF_MANY = 200;

/** An author as the index has it. */
interface Person extends NamedGroup {
  span: string;
}

/** A page of a letter: its authors are too many for one page. */
interface LetterPage {
  letter: string;
  number: number;
  people: readonly Lettered<Person>[];
}

/** The letters in their order. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', NO_LETTER];

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
        ways: waysIn(archive),
        count: authors.length,
        most: named(authors.slice(0, isWhole ? MOST : MOST_OF_MANY)),
        people: isWhole ? peopleOf(archive) : [],
        letters: isWhole ? [] : [...new Set(letterPages(archive).map(({ letter }) => letter))],
      },
    };
  },
  data({ ways, count, most, people, letters }, t) {
    const isWhole = letters.length === 0;
    const isLong = count > AT_A_GLANCE;
    const sections = [...groupBy(byLetter(people), ({ letter }) => letter)].map(([letter, own]) => ({
      letter,
      anchor: `l-${slugOf(letter)}`,
      people: own.map(personLink),
    }));
    return {
      title: t.lists.authorsTitle,
      description: t.lists.names(most.slice(0, DESCRIBED).map(({ name }) => name)),
      nav: 'authors',
      up: null,
      ways: waysFrom(paths.authors, ways, t),
      heading: t.lists.authorsTitle,
      count,
      finds: isLong,
      hasStrokes:
        people.length > 0 && sections.some(({ people }) => people.some(({ strokes }) => strokes > 0)),
      isWhole,
      most: isLong ? most.map(namedLink) : [],
      letters: isLong ? alphabet(isWhole ? sections.map(({ letter }) => letter) : letters, isWhole) : [],
      sections,
      numbers: [],
    };
  },
});

/** The authors of a letter, where all authors are too many for one page. */
export const authorLetters = pageKind({
  name: 'authors-letter',
  layout: 'authors.njk',
  *pages({ archive }) {
    if (!hasLetterPages(archive)) return;
    const pages = letterPages(archive);
    const letters = [...new Set(pages.map(({ letter }) => letter))];
    const pagesOf = groupBy(pages, ({ letter }) => letter);
    for (const { letter, number, people } of pages) {
      const own = pagesOf.get(letter) ?? [];
      yield {
        path: paths.authorLetter(slugOf(letter), number),
        inputs: {
          letter,
          number,
          letters,
          count: own.reduce((sum, { people }) => sum + people.length, 0),
          numbers: own.map(({ number, people: [first] }) => ({ number, from: first?.item.name ?? '' })),
          people: people.map((one) => ({ ...one })),
        },
      };
    }
  },
  data({ letter, number, letters, count, numbers, people }, t) {
    const heading = t.people.letter(letter);
    const title = `${t.lists.authorsTitle} · ${heading}`;
    return {
      title: number > 1 ? `${title} · ${t.lists.page(number)}` : title,
      description: t.lists.names(people.slice(0, DESCRIBED).map(({ item }) => item.name)),
      nav: 'authors',
      up: link(t.lists.authorsTitle, paths.authors),
      heading,
      ways: [],
      count,
      finds: false,
      isWhole: false,
      most: [],
      letters: alphabet(letters, false, letter),
      sections: [{ letter, anchor: '', people: people.map(personLink) }],
      current: number,
      numbers:
        numbers.length > 1 ? numbers.map((one) => ({ ...one, href: letterHref(letter, one.number) })) : [],
    };
  },
});

/** All letters, those that authors have with the way to them: on this page, or to their own. */
function alphabet(known: readonly string[], isHere: boolean, current = '') {
  // What has no letter is no gap where there is nothing of it.
  const shown = LETTERS.filter((letter) => letter !== NO_LETTER || known.includes(letter));
  return shown.map((letter) => ({
    letter,
    href: known.includes(letter) ? (isHere ? `#l-${slugOf(letter)}` : letterHref(letter, 1)) : '',
    isThis: letter === current,
  }));
}

const peopleOf = (archive: Archive): Person[] =>
  archive.authors.map(({ name, path, entries }) => ({
    name,
    path,
    count: entries.length,
    span: span(archive.countByYear(entries)),
  }));

const personLink = ({ item: { name, path, count, span }, pinyin, strokes }: Lettered<Person>) => ({
  ...link(name, path),
  count,
  span,
  pinyin,
  strokes,
});

/** Authors by their letters, found out once: it costs half a second for 30,000. */
const sorted = new WeakMap<Archive, readonly Lettered<Person>[]>();
export function authorsByLetter(archive: Archive): readonly Lettered<Person>[] {
  const people = sorted.get(archive) ?? byLetter(peopleOf(archive));
  sorted.set(archive, people);
  return people;
}

/** Whether the authors are too many for one page, so that each letter has pages of its own. */
export const hasLetterPages = ({ authors }: Archive): boolean => authors.length > ON_ONE_PAGE;

/** Pages of the letters, each of as many authors as one may have. */
const letterPages = (archive: Archive): LetterPage[] =>
  [...groupBy(authorsByLetter(archive), ({ letter }) => letter)].flatMap(([letter, people]) =>
    Array.from({ length: Math.ceil(people.length / ON_ONE_PAGE) }, (_, at) => ({
      letter,
      number: at + 1,
      people: people.slice(at * ON_ONE_PAGE, (at + 1) * ON_ONE_PAGE),
    })),
  );

/** A letter in addresses. */
const slugOf = (letter: string): string => (letter === NO_LETTER ? 'other' : letter.toLowerCase());
const letterHref = (letter: string, number: number): string =>
  href(paths.authorLetter(slugOf(letter), number));
