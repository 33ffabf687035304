import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MEDIA_FOLDER } from '../media/describe.ts';
import { groupBy } from '../pages/group-by.ts';
import type { Stage } from '../progress.ts';
import { writeZip, type ZipMember } from '../zip/zip.ts';
import {
  type Book,
  type BookArticle,
  type BookContents,
  chapter,
  chapterFile,
  cover,
  navigation,
  packageDocument,
} from './epub-documents.ts';
import type { PackageContext, PackageKind } from './package.ts';

/** `<name>-<year>.epub`: a book a year, and one of the undated articles. */
export const epub: PackageKind = async function* (context) {
  const { count, records, progress } = context;
  using stage = progress.start('epub', count);
  // Metadata only: the texts are read when their turn comes.
  const articles: BookArticle[] = [];
  for await (const { path, title, author, time, url } of records())
    articles.push({ path, title, author, time, url });
  for (const [year, own] of groupBy(articles, ({ time }) => time?.slice(0, 4) ?? UNDATED))
    yield [`-${year}.epub`, (file) => writeZip(file, members(context, stage, year, own))];
  stage.done();
};

const UNDATED = 'undated';

function* members(
  { siteDir, settings, strings }: PackageContext,
  stage: Stage,
  year: string,
  articles: readonly BookArticle[],
): Generator<ZipMember> {
  const words = strings.books;
  const last = articles.findLast(({ time }) => time !== null)?.time;
  const book: Book = {
    title: `${settings.title} · ${year === UNDATED ? words.undated : year}`,
    modified: last ? new Date(last).toISOString().replace(/\.\d+/, '') : '1970-01-01T00:00:00Z',
    settings,
    words,
    articles,
  };
  const fixed = {
    // The media type comes first and uncompressed (EPUB 3.3, section 4.2.3), so that programs recognise the file by its start.
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'book/nav.xhtml': navigation(book),
    'book/style.css': STYLE,
    'book/cover.xhtml': cover(book),
  };
  const contents: BookContents = { pictures: new Set(), formulas: new Set() };
  for (const [name, text] of Object.entries(fixed))
    yield { name, content: Buffer.from(text), compress: name !== 'mimetype' };
  for (const [at, article] of articles.entries()) {
    const page = path.join(siteDir, article.path);
    const content = async () => {
      const { text, pictures, hasFormulas } = chapter(article, await readFile(page, 'utf8'), words);
      for (const picture of pictures) contents.pictures.add(picture);
      if (hasFormulas) contents.formulas.add(at);
      return Buffer.from(text);
    };
    yield { name: `book/${chapterFile(at)}`, content, compress: true };
    stage.tick(1);
  }
  // What the chapters show is known when they have been written.
  for (const picture of [...contents.pictures].sort()) {
    const file = path.join(siteDir, MEDIA_FOLDER, picture);
    yield { name: `book/media/${picture}`, content: { file }, compress: false };
  }
  yield {
    name: 'book/package.opf',
    content: async () => Buffer.from(packageDocument(book, contents)),
    compress: true,
  };
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
