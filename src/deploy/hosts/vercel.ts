import { headerRules, REDIRECTS } from '../headers.ts';
import type { Host } from '../host.ts';

/** Vercel, which builds by itself. */
export const vercel: Host = {
  name: 'vercel',
  // https://vercel.com/docs/limits (read 2026-11): static files uploaded by the command line 100 MB (Hobby), 1 GB (Pro);
  // the command line refuses more than 15,000 source files at once. Builds from Git do not upload the site.
  limits: [
    {
      measure: 'files',
      most: 15_000,
      holds: 'uploads by the command line; deploy from Git instead',
      hard: false,
    },
    { measure: 'bytes', most: 100e6, holds: 'uploads on Hobby; deploy from Git instead', hard: false },
    { measure: 'bytes', most: 1e9, holds: 'uploads on Pro; deploy from Git instead', hard: false },
  ],
  files: () => [{ root: 'project', path: 'vercel.json', text: `${JSON.stringify(config(), null, 2)}\n` }],
};

function config() {
  const pattern = (path: string) => `/${path.replaceAll('.', '\\.').replace(/\*$/, '(.*)')}`;
  return {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    buildCommand: 'npm run build',
    outputDirectory: 'dist',
    headers: headerRules().map(({ path, headers }) => ({
      source: pattern(path),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
    redirects: Object.entries(REDIRECTS).map(([from, to]) => ({
      source: pattern(from),
      destination: `/${to}`,
      permanent: true,
    })),
  };
}
