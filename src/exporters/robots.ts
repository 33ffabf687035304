import { address } from './address.ts';
import type { Exporter } from './exporter.ts';
import { outputKey } from './output-key.ts';

/** `robots.txt` (RFC 9309): everything may be read. Crawlers look for it at a host's root only, so under a sub-path it is of no effect. */
export const robots: Exporter = {
  name: 'robots',
  *files({ archive: { settings } }) {
    const lines = ['User-agent: *', 'Disallow:'];
    if (settings.origin) lines.push('', `Sitemap: ${address(settings, 'robots.txt', 'sitemap.xml')}`);
    yield { path: 'robots.txt', key: outputKey(lines), chunks: () => [`${lines.join('\n')}\n`] };
  },
};
