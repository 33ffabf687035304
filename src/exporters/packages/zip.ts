import path from 'node:path';
import { finished } from './finished.ts';
import type { PackageKind } from './package.ts';
import { offlineFiles } from './site-files.ts';
import { writeZip, type ZipMember } from './zip-file.ts';

/** Endings of files that do not get smaller. */
const COMPRESSED = /\.(?:gz|br|zip|png|jpe?g|gif|webp|avif|woff2|pf_\w+)$/;

/** `<name>.zip`: the site in a folder; unpack it, open `index.html`, read. */
export const zip: PackageKind = {
  name: 'zip',
  async make({ siteDir, outDir, name, progress }) {
    const files = await offlineFiles(siteDir);
    progress.start('zip', files.length);
    const members = files.map(
      (file): ZipMember => ({
        // In a folder of its own, so that unpacking does not strew thousands of files about.
        name: `${name}/${file}`,
        content: { file: path.join(siteDir, file) },
        compress: !COMPRESSED.test(file),
      }),
    );
    const target = await finished(path.join(outDir, `${name}.zip`), (partial) =>
      writeZip(partial, members, () => progress.tick(1)),
    );
    progress.done();
    return [target];
  },
};
