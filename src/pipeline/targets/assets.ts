import { type AssetManifest, assetsSchema, bundleAssets } from '../../assets/bundle.ts';
import { browserKey } from '../../version.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** Styles and browser scripts. */
export const assets: Target<Item, AssetManifest> = {
  name: 'assets',
  after: [],
  items: () => whole('assets', browserKey()),
  async make(_stale, { tree }) {
    const { manifest, files } = await bundleAssets();
    for (const [name, bytes] of files) tree.write(`assets/${name}`, bytes);
    return { data: manifest, files: [...files.keys()].map((name) => `assets/${name}`) };
  },
  data: assetsSchema,
};
