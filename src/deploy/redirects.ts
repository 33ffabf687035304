import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { REDIRECTS_FILE } from '../exporters/redirects.ts';

/** An address that leads on: a path on the host, and a path relative to the site's root; both unescaped. */
export interface Redirect {
  from: string;
  to: string;
}

const listSchema = z.array(z.object({ from: z.string().startsWith('/'), to: z.string() }));

/** Characters in an address that no host's file has to quote. */
const PLAIN = /^[\p{L}\p{N}\p{M}._~+@=,!/-]+$/u;

/**
 * Old addresses of a built site's articles; none where it has none. Those with a sign that a server would have to quote are left out.
 * @throws {UserError} where the file is not as a build writes it
 */
export async function readRedirects(siteDir: string): Promise<Redirect[]> {
  const file = path.join(siteDir, REDIRECTS_FILE);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return [];
  try {
    return listSchema.parse(JSON.parse(text)).filter(({ from, to }) => PLAIN.test(from) && PLAIN.test(to));
  } catch (cause) {
    throw new UserError(`${file}: is not as a build writes it; build the site again`, { cause });
  }
}
