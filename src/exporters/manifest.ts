import { twinPath } from '../archive/paths.ts';
import type { ExportContext, Exporter } from './exporter.ts';
import { jsonWithList } from './json-list.ts';

/** Name of the manifest at the site's root. */
export const MANIFEST = 'manifest.json';

/** Bytes of a file that a mirror is asked for. */
const LARGEST = 100_000_000;

/**
 * `manifest.json`: SHA-256 of every article's page and source text, so that a mirror can prove that it is one.
 * One line an article, oldest first, so that two manifests can be compared with `diff`.
 */
export const manifest: Exporter = {
  name: 'manifest',
  needsPages: true,
  *files(context) {
    const fields = {
      version: 1,
      title: context.archive.settings.title,
      algorithm: 'sha256',
      note: 'page: SHA-256 of the file at path; source: SHA-256 of the file with .md in place of .html, where there is one; media: files that the page shows, with theirs',
    };
    yield { path: MANIFEST, key: null, chunks: () => jsonWithList(fields, 'articles', articles(context)) };
  },
};

function* articles({ archive, hash }: ExportContext) {
  const { hasTwins } = archive;
  for (const { path, references } of archive.entries) {
    const media = references.flatMap(({ media }): [string, string][] =>
      media && media.size <= LARGEST ? [[media.path, media.hash]] : [],
    );
    yield {
      path,
      page: hash(path),
      ...(hasTwins && { source: hash(twinPath(path)) }),
      ...(media.length > 0 && { media: Object.fromEntries(media) }),
    };
  }
}
