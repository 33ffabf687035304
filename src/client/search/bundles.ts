import type { matcherOf } from '../../search/gram/matcher.ts';
import { runScript } from '../shared/run-script.ts';
import type { BesideHits } from './beside-hits.ts';
import type { Engine, Related } from './engine.ts';
import type { Study } from './study.ts';

/** The entries that bundles set which are loaded when wanted: each its own. `root` is the address of the site's root, with its slash. */
interface Bundles {
  /** Exact search. */
  gram(root: string): Engine;
  /** Regular expressions. */
  matcher: typeof matcherOf;
  /** What stands beside the hits. */
  beside: BesideHits;
  /** What few ask for. */
  study: Study;
  /** Word search. */
  related(root: string): Related;
  /** Text in the other script. */
  hans(text: string): string;
  hant(text: string): string;
}

declare global {
  interface Window {
    jiuwen?: Partial<Bundles>;
  }
}

/** Sets the entry of a bundle. */
export function provide<K extends keyof Bundles>(name: K, value: Bundles[K]): void {
  window.jiuwen = { ...window.jiuwen, [name]: value };
}

/**
 * Loads a bundle, unless the page has it.
 * @param file its name in `assets/`
 * @throws {Error} where it cannot be loaded; asking again tries again
 */
export async function loadBundle<K extends keyof Bundles>(
  name: K,
  file: string,
  root: string,
): Promise<Bundles[K]> {
  const there = window.jiuwen?.[name];
  if (there) return there;
  await runScript(`${root}assets/${file}`);
  const found = window.jiuwen?.[name];
  if (!found) throw new Error(`${file} has no ${name}`);
  return found;
}
