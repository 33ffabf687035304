import { readFileSync } from 'node:fs';
import { hashOf } from '../hash.ts';
import { firstCharacters } from '../text/clip.ts';
import type { Exporter } from './exporter.ts';
import { outputKey } from './output-key.ts';

const PATH = 'site.webmanifest';

/** Icons in `icons/` here and on the site: 旧 cut in white on a vermilion seal, as in `layouts/partials/icon.njk`. */
const ICONS = [
  { file: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  { file: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { file: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { file: 'maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
] as const;

/** `site.webmanifest` (https://www.w3.org/TR/appmanifest/): lets the archive stand on a home screen. All addresses are relative. */
export const webManifest: Exporter = {
  name: 'web-manifest',
  *files({ archive: { settings } }) {
    if (!settings.offline) return;
    const { title, description } = settings;
    const content = {
      name: title,
      short_name: firstCharacters(title, 12),
      description,
      lang: 'zh-Hans',
      start_url: './index.html',
      scope: './',
      display: 'standalone',
      display_override: ['minimal-ui', 'standalone'],
      background_color: '#fdfcf8',
      theme_color: '#fdfcf8',
      icons: ICONS.map(({ file, ...icon }) => ({ src: `icons/${file}`, ...icon })),
    };
    const text = `${JSON.stringify(content, null, 2)}\n`;
    yield { path: PATH, key: outputKey(text), chunks: () => [text] };
    for (const { file } of ICONS) {
      const bytes = readFileSync(new URL(`icons/${file}`, import.meta.url));
      yield { path: `icons/${file}`, key: hashOf(bytes), chunks: () => [bytes] };
    }
  },
};
