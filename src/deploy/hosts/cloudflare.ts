import type { Host } from '../host.ts';
import { headerFiles } from './header-files.ts';
import { expression, workflow } from './workflow.ts';

const MIB = 2 ** 20;

/** Cloudflare Pages, published by GitHub Actions. */
export const cloudflare: Host = {
  name: 'cloudflare',
  // https://developers.cloudflare.com/pages/platform/limits/ and its changelog of 2026-01-23 (read 2026-11):
  // 20,000 files a site on the free plan, 100,000 on paid plans with wrangler 4; 25 MiB a file.
  limits: [
    { measure: 'files', most: 20_000, holds: 'free plan; paid plans take 100,000', hard: false },
    { measure: 'files', most: 100_000, holds: 'paid plans', hard: true },
    { measure: 'largestFile', most: 25 * MIB, holds: 'every plan', hard: true },
  ],
  files: (_settings, redirects) => [
    ...headerFiles(redirects),
    workflow({
      file: 'cloudflare.yml',
      name: 'Cloudflare Pages',
      host: 'cloudflare',
      permissions: { contents: 'read' },
      steps: [
        {
          uses: 'cloudflare/wrangler-action@v3',
          with: {
            apiToken: expression('secrets.CLOUDFLARE_API_TOKEN'),
            accountId: expression('secrets.CLOUDFLARE_ACCOUNT_ID'),
            command: `pages deploy dist --project-name=${expression('vars.CLOUDFLARE_PROJECT')}`,
          },
        },
      ],
    }),
  ],
};
