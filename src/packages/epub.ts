import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleRecord } from '../exporters/article-record.ts';
import { writeZip, type ZipMember } from '../zip/zip.ts';
import { chapter, cover, navigation, packageDocument } from './epub-documents.ts';
import { finished } from './finished.ts';
import type { PackageContext, PackageKind } from './package.ts';

/** What a book keeps of a chapter: its text goes straight into the file. */
export interface Chapter {
  /** Name of its document inside the book. */
  file: string;
  record: EpubEntry;
}

/** A book: the articles of one year. */
export interface Book {
  title: string;
  /** Newest article's moment. */
  modified: string;
  settings: PackageContext['settings'];
  chapters: readonly Chapter[];
}

/** `<name>-<year>.epub`: a book a year, and one of the undated articles. */
export const epub: PackageKind = {
  name: 'epub',
  async make(context) {
    const { outDir, name, count, progress } = context;
    progress.start('epub', count);
    const made: string[] = [];
    for (const [year, records] of await byYear(context))
      made.push(
        await finished(path.join(outDir, `${name}-${year ?? 'undated'}.epub`), (partial) =>
          writeZip(partial, members(context, year, records)),
        ),
      );
    progress.done();
    return made;
  },
};

/** What the books need of every article, by year: metadata only, the texts are read when their turn comes. */
async function byYear({ records }: PackageContext): Promise<Map<string | null, EpubEntry[]>> {
  const years = new Map<string | null, EpubEntry[]>();
  for await (const { path, title, author, time, url } of records()) {
    const year = time?.slice(0, 4) ?? null;
    const entries = years.get(year) ?? [];
    years.set(year, entries);
    entries.push({ path, title, author, time, url });
  }
  return years;
}

/** What the books need of an article before its text. */
type EpubEntry = Pick<ArticleRecord, 'path' | 'title' | 'author' | 'time' | 'url'>;

function* members(
  { siteDir, settings, progress }: PackageContext,
  year: string | null,
  entries: readonly EpubEntry[],
): Generator<ZipMember> {
  const chapters = entries.map((record, at) => ({ file: `${at + 1}.xhtml`, record }));
  const last = entries.findLast(({ time }) => time !== null)?.time;
  const book: Book = {
    title: `${settings.title} · ${year ?? '日期不详'}`,
    modified: last ? new Date(last).toISOString().replace(/\.\d+/, '') : '1970-01-01T00:00:00Z',
    settings,
    chapters,
  };
  const member = (name: string, text: string, compress = true): ZipMember => ({
    name,
    content: Buffer.from(text),
    compress,
  });
  // The media type comes first and uncompressed (EPUB 3.3, section 4.2.3), so that programs recognise the file by its start.
  yield member('mimetype', 'application/epub+zip', false);
  yield member('META-INF/container.xml', CONTAINER);
  yield member('book/package.opf', packageDocument(book));
  yield member('book/nav.xhtml', navigation(book));
  yield member('book/style.css', STYLE);
  yield member('book/cover.xhtml', cover(book));
  for (const { file, record } of chapters) {
    yield {
      name: `book/${file}`,
      content: async () =>
        Buffer.from(chapter(record, await readFile(path.join(siteDir, record.path), 'utf8'))),
      compress: true,
    };
    progress.tick(1);
  }
}

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const STYLE = `p { margin: 0 0 0.8em; line-height: 1.7; }
pre { white-space: pre-wrap; }
.by, .source { font-size: 0.85em; }
`;
