import { href, paths } from '../archive/paths.ts';
import { authorsByLetter, hasLetterPages } from '../pages/author-index.ts';
import type { Exporter } from './exporter.ts';
import { outputKey } from './output-key.ts';

/**
 * `search/author-names.js`: all authors with address, number of articles and pinyin, a line each, where they are too many for one page. A script and no
 * JSON, because a page opened from a disk can read nothing else.
 */
export const authorNames: Exporter = {
  name: 'author-names',
  *files({ archive }) {
    if (!hasLetterPages(archive)) return;
    const { authors } = archive;
    yield {
      path: paths.authorNames,
      key: outputKey(authors.map(({ name, entries }) => [name, entries.length])),
      chunks: () => {
        const lines = authorsByLetter(archive).map(({ item: { name, path, count }, pinyin }) =>
          [name.replace(/\s+/g, ' '), href(path), count, pinyin].join('\t'),
        );
        return [`(window.jiuwenDisk??={}).authors=${JSON.stringify(lines.join('\n'))};\n`];
      },
    };
  },
};
