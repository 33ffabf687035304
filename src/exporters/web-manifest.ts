import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Exporter } from './exporter.ts';
import { inputsDigest } from './inputs.ts';

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
  needsOrigin: false,
  *files({ archive: { settings } }) {
    if (!settings.offline) return;
    const { title, description } = settings;
    const content = {
      name: title,
      short_name: [...title].slice(0, 12).join(''),
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
    yield {
      path: PATH,
      inputs: inputsDigest(content),
      chunks: () => [`${JSON.stringify(content, null, 2)}\n`],
    };
    for (const { file } of ICONS) {
      const bytes = readFileSync(fileURLToPath(new URL(`icons/${file}`, import.meta.url)));
      yield { path: `icons/${file}`, inputs: inputsDigest(bytes.toString('base64')), chunks: () => [bytes] };
    }
  },
};
