import { href, rootOf } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';

/**
 * The address of a file of the site as it stands in another: absolute where the archive has an origin, else relative.
 * @param from path of the file the address stands in
 * @param to path of the file that is meant; both relative to the site's root, unescaped
 */
export function address({ origin }: Settings, from: string, to: string): string {
  const relative = href(to);
  return origin ? new URL(relative, origin).href : rootOf(from) + relative;
}
