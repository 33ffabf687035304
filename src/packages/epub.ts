import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeZip, type ZipMember } from '../zip/zip.ts';
import { makeAtomically } from './atomic.ts';
import {
  type Book,
  type BookArticle,
  chapter,
  chapterFile,
  cover,
  navigation,
  packageDocument,
} from './epub-documents.ts';
import type { PackageContext, PackageKind } from './package.ts';

/** `<name>-<year>.epub`: a book a year, and one of the undated articles. */
export const epub: PackageKind = {
  name: 'epub',
  async make(context) {
    const { outDir, name, count, progress } = context;
    progress.start('epub', count);
    const made: string[] = [];
    for (const [year, articles] of await byYear(context))
      made.push(
        await makeAtomically(path.join(outDir, `${name}-${year ?? 'undated'}.epub`), (partial) =>
          writeZip(partial, members(context, year, articles)),
        ),
      );
    progress.done();
    return made;
  },
};

/** The articles of every book: metadata only, the texts are read when their turn comes. */
async function byYear({ records }: PackageContext): Promise<Map<string | null, BookArticle[]>> {
  const years = new Map<string | null, BookArticle[]>();
  for await (const { path, title, author, time, url } of records()) {
    const year = time?.slice(0, 4) ?? null;
    const articles = years.get(year) ?? [];
    years.set(year, articles);
    articles.push({ path, title, author, time, url });
  }
  return years;
}

function* members(
  { siteDir, settings, strings, progress }: PackageContext,
  year: string | null,
  articles: readonly BookArticle[],
): Generator<ZipMember> {
  const words = strings.books;
  const last = articles.findLast(({ time }) => time !== null)?.time;
  const book: Book = {
    title: `${settings.title} · ${year ?? words.undated}`,
    modified: last ? new Date(last).toISOString().replace(/\.\d+/, '') : '1970-01-01T00:00:00Z',
    settings,
    words,
    articles,
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
  for (const [at, article] of articles.entries()) {
    const page = path.join(siteDir, article.path);
    const content = async () => Buffer.from(chapter(article, await readFile(page, 'utf8'), words));
    yield { name: `book/${chapterFile(at)}`, content, compress: true };
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
