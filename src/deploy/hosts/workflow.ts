import { stringify } from 'yaml';
import type { DeployFile } from '../host.ts';

interface Workflow {
  file: string;
  name: string;
  host: string;
  permissions: Record<string, string>;
  environment?: Record<string, string>;
  /** Those that publish what was built. */
  steps: Record<string, unknown>[];
}

/** A value that GitHub Actions puts in, e.g. `secrets.TOKEN`. */
export const expression = (name: string): string => ['$', '{{ ', name, ' }}'].join('');

/** A workflow of GitHub Actions that builds and publishes on every push to `main`. */
export function workflow({ file, name, host, permissions, environment, steps }: Workflow): DeployFile {
  const text = stringify({
    name,
    on: { push: { branches: ['main'] }, workflow_dispatch: {} },
    permissions,
    // Two deployments at once could publish the older build last.
    concurrency: { group: host, 'cancel-in-progress': false },
    jobs: {
      publish: {
        'runs-on': 'ubuntu-latest',
        ...(environment && { environment }),
        steps: [
          { uses: 'actions/checkout@v6' },
          { uses: 'actions/setup-node@v6', with: { 'node-version': 22, cache: 'npm' } },
          { run: 'npm ci' },
          { run: 'npm run build' },
          { run: `npm run deploy-files -- ${host}` },
          { run: `npm run doctor -- --host ${host}` },
          ...steps,
        ],
      },
    },
  });
  return { root: 'project', path: `.github/workflows/${file}`, text };
}
