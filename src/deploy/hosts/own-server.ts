import { basePath } from '../headers.ts';
import type { Host } from '../host.ts';
import type { Redirect } from '../redirects.ts';

/**
 * A server of one's own, told by one file what to do; only its disk limits it.
 * @param configuration makes the file from the path of the site's root on the server, with slashes on both ends
 */
export const ownServer = (
  name: string,
  path: string,
  configuration: (base: string, redirects: readonly Redirect[]) => string,
): Host => ({
  name,
  limits: [],
  files: ({ origin }, redirects) => [
    { root: 'project', path, text: configuration(basePath(origin), redirects) },
  ],
});

/** A line for each entry of a table. */
export const linesOf = (
  table: Readonly<Record<string, string>>,
  line: (key: string, value: string) => string,
): string =>
  Object.entries(table)
    .map(([key, value]) => line(key, value))
    .join('\n');
