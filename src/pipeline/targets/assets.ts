import { type AssetManifest, assetsSchema, bundleAssets } from '../../assets/bundle.ts';
import { keyOf } from '../../hash.ts';
import { browserKey } from '../../version.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** Styles and browser scripts. */
export const assets: Target<Item, AssetManifest> = {
  name: 'assets',
  after: [],
  items: ({ settings }) => whole('assets', keyOf(browserKey(), settings.language)),
  async make(_stale, { tree, settings }) {
    const { manifest, files } = await bundleAssets(settings.language);
    for (const [name, bytes] of files) tree.write(`assets/${name}`, bytes);
    return { data: manifest, files: [...files.keys()].map((name) => `assets/${name}`) };
  },
  data: assetsSchema,
};
