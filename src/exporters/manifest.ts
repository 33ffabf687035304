import { twinPath } from '../archive/paths.ts';
import type { ExportContext, Exporter } from './exporter.ts';

/** Name of the manifest at the site's root. */
export const MANIFEST = 'manifest.json';

/**
 * `manifest.json`: SHA-256 of every article's page and source text, so that a mirror can prove that it is one.
 * One line an article, oldest first, so that two manifests can be compared with `diff`.
 */
export const manifest: Exporter = {
  name: 'manifest',
  needsOrigin: false,
  needsPages: true,
  *files(context) {
    yield { path: MANIFEST, inputs: null, chunks: () => lines(context) };
  },
};

function* lines({ archive, sha256 }: ExportContext): Generator<string> {
  const head = {
    version: 1,
    title: archive.settings.title,
    algorithm: 'sha256',
    note: 'page: SHA-256 of the file at path; source: SHA-256 of the file with .md in place of .html',
  };
  yield `${JSON.stringify(head).slice(0, -1)},"articles":[`;
  let separator = '\n';
  for (const { path } of archive.entries) {
    const line = { path, page: sha256(path), source: sha256(twinPath(path)) };
    yield separator + JSON.stringify(line);
    separator = ',\n';
  }
  yield '\n]}\n';
}
