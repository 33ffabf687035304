import type { Host } from '../host.ts';
import { headerFiles } from './header-files.ts';

const BUILD = 'npm run build && npm run deploy-files -- netlify';

/** Netlify, which builds by itself. */
export const netlify: Host = {
  name: 'netlify',
  // https://docs.netlify.com/site-deploys/overview (read 2026-11): 54,000 files a directory, or the deployment fails.
  limits: [{ measure: 'filesPerFolder', most: 54_000, holds: 'every plan', hard: true }],
  files: (_settings, redirects) => [
    ...headerFiles(redirects),
    {
      root: 'project',
      path: 'netlify.toml',
      text: `[build]\n  command = "${BUILD}"\n  publish = "dist"\n\n[build.environment]\n  NODE_VERSION = "22"\n`,
    },
  ],
};
