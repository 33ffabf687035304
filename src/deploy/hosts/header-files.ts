import { headerRules, REDIRECTS } from '../headers.ts';
import type { DeployFile } from '../host.ts';
import type { Redirect } from '../redirects.ts';

/** `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them from the published folder. */
export function headerFiles(old: readonly Redirect[]): DeployFile[] {
  const headers = headerRules().map(({ path, headers }) =>
    [`/${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  const redirects = [
    ...Object.entries(REDIRECTS).map(([from, to]) => `/${from} /${to} 301`),
    ...old.map(({ from, to }) => `${encodeURI(from)} /${encodeURI(to)} 301`),
  ];
  return [
    { root: 'site', path: '_headers', text: `${headers.join('\n\n')}\n` },
    { root: 'site', path: '_redirects', text: `${redirects.join('\n')}\n` },
  ];
}
