import { z } from 'zod';
import { sourceText } from '../../article/source-text.ts';
import { address } from '../../exporters/address.ts';
import type { ExportContext, OutputFile } from '../../exporters/exporter.ts';
import { exporters } from '../../exporters/index.ts';
import { keyOf } from '../../hash.ts';
import { withReferences } from '../../references/markup.ts';
import type { Item } from '../item.ts';
import type { Target } from '../target.ts';

/** A file that an exporter makes. */
interface Export extends Item {
  chunks: OutputFile['chunks'];
}

/** Feeds, data, lists: what needs the catalogue only can be made while pages are being rendered. */
export const catalogueExports = exportsOf('catalogue-exports', false, ['parts', 'relations']);
/** Files that name hashes of finished pages. */
export const pageExports = exportsOf('page-exports', true, ['pages', 'index-pages', 'catalogue-exports']);

function exportsOf(name: string, needsPages: boolean, after: readonly string[]): Target<Export, null> {
  return {
    name,
    after,
    waitsFor: 'pause',
    isWanted: ({ share }) => !share,
    *items(context) {
      const { contentDir, settings, strings, reading, articles, tree, key } = context;
      const left = settings.origin ? [] : exporters.filter(({ needsOrigin }) => needsOrigin);
      if (left.length > 0 && !needsPages)
        context.progress.say(
          `${left.map((exporter) => exporter.name).join(', ')}: left out, because they need absolute addresses; set origin in archive.yml`,
        );
      const exportContext: ExportContext = {
        archive: reading.archive,
        strings,
        body(entry) {
          const body = articles.read(entry.at);
          const place = {
            references: entry.references,
            date: entry.time?.date ?? null,
            hrefOf: (to: string) => address(settings, entry.path, to),
            images: settings.images,
            words: strings.article.references,
          };
          return { ...body, html: withReferences(body.html, place) };
        },
        source: ({ file }) => sourceText(contentDir, file).toString(),
        hash: (file) => tree.hash(file),
        cached: (own, make) => context.cache('months').get(keyOf(key, own), make),
      };
      for (const exporter of exporters) {
        if ((exporter.needsPages ?? false) !== needsPages || left.includes(exporter)) continue;
        for (const file of exporter.files(exportContext))
          yield {
            name: file.path,
            key: file.key && keyOf(key, file.key),
            files: [file.path],
            chunks: file.chunks,
          };
      }
    },
    async make(stale, { tree, progress, records, cache }, _before, slice) {
      for (const { name: file, chunks } of stale)
        for (const _ of tree.writing(file, chunks())) if (slice.isOver()) await slice.next();
      if (needsPages) {
        using stage = progress.start('export', 0);
        stage.tick(stale.length + (records.get(catalogueExports.name)?.files.length ?? 0));
        stage.done();
      } else cache('months').sweep();
      return { data: null };
    },
    data: z.null(),
  };
}
