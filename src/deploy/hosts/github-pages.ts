import type { Host } from '../host.ts';
import { expression, workflow } from './workflow.ts';

/** GitHub Pages, published by GitHub Actions. */
export const githubPages: Host = {
  name: 'github-pages',
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits (read 2026-11):
  // published sites may be no larger than 1 GB; a deployment stops after 10 minutes; 100 GB a month of traffic, soft.
  limits: [{ measure: 'bytes', most: 1e9, holds: 'published site', hard: true }],
  files: () => [
    // Without it, a site published from a branch goes through Jekyll, which drops files that begin with `_`.
    { root: 'site', path: '.nojekyll', text: '' },
    workflow({
      file: 'pages.yml',
      name: 'GitHub Pages',
      host: 'github-pages',
      permissions: { contents: 'read', pages: 'write', 'id-token': 'write' },
      environment: { name: 'github-pages', url: expression('steps.deployment.outputs.page_url') },
      steps: [
        { uses: 'actions/upload-pages-artifact@v4', with: { path: 'dist' } },
        { id: 'deployment', uses: 'actions/deploy-pages@v4' },
      ],
    }),
  ],
};
