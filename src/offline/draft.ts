import { SEGMENT_KINDS } from '../search/gram/types.ts';
import { groupOf, isArticle } from './format.ts';

/** Files that go into a pack together. */
export interface Draft {
  /** Packs begun before it. */
  at: number;
  group: string;
  /** The pack's name without its digest, e.g. `2013-1`. */
  name: string;
  files: string[];
}

/**
 * Weight of a pack at most. HTML deflates to about a third, and counts half, so that packs stay below 8 MB however badly it does;
 * what is deflated already counts whole.
 */
const MOST_WEIGHT = 8_000_000;
const weightOf = (path: string, size: number): number =>
  (isDeflated(path) ? size : size / 2) + 2 * path.length + 100;

/** True for files that deflating does not make smaller. */
export const isDeflated = (path: string): boolean => /^(?:search|pagefind|media)\//.test(path);

/** Files whose packs are cut apart from others of their group: what changes often does not lie beside what never does. */
const SECTIONS: readonly [pattern: RegExp, name: string][] = [
  // A long list of a month goes on in `index/2.html`.
  [/^(\d{4})\/(?:.*\/)?index(?:\/\d+)?\.html$/, '$1-pages'],
  // It is written when the packs of the other pages are.
  [/^about\.html$/, 'about'],
  [new RegExp(`^search/(${SEGMENT_KINDS.join('|')})-.*`), 'search-$1'],
  [/^search\/.*/, 'search-root'],
];

function sectionOf(path: string): string {
  const [pattern, name] = SECTIONS.find(([pattern]) => !isArticle(path) && pattern.test(path)) ?? [
    undefined,
    '',
  ];
  return pattern ? path.replace(pattern, name) : groupOf(path);
}

/**
 * Cuts a site into packs. A pack's files come in the order given, so that what is added at the end leaves the packs before it alone.
 * Files come one by one: a pack that is full, or whose year is over, can be made before the next file is there.
 */
export class Drafter {
  readonly #open = new Map<string, { draft: Draft; part: number; weight: number }>();
  /** Section → files that are still to come. */
  readonly #coming = new Map<string, number>();
  #begun = 0;

  /** @param paths the files that are going to be added */
  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const section = sectionOf(path);
      this.#coming.set(section, (this.#coming.get(section) ?? 0) + 1);
    }
  }

  /**
   * Takes the next file of the site, articles oldest first.
   * @param size bytes
   * @returns the packs that get no more files
   */
  add(path: string, size: number): Draft[] {
    const section = sectionOf(path);
    const weight = weightOf(path, size);
    const current = this.#open.get(section);
    const done: Draft[] = [];
    if (current && current.weight + weight <= MOST_WEIGHT) {
      current.draft.files.push(path);
      current.weight += weight;
    } else {
      if (current) done.push(current.draft);
      const part = (current?.part ?? 0) + 1;
      const name = `${section}-${part}`;
      const draft: Draft = { at: this.#begun++, group: groupOf(path), name, files: [path] };
      this.#open.set(section, { draft, part, weight });
    }
    const coming = (this.#coming.get(section) ?? 0) - 1;
    this.#coming.set(section, coming);
    const last = coming === 0 ? this.#open.get(section) : undefined;
    if (last) done.push(last.draft);
    return done;
  }
}
