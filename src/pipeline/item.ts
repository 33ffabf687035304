import type { View } from '../types.ts';

/** One thing a target makes: made again when its key differs from the last build's, or one of its files is gone. */
export interface Item {
  /** Tells it from the others of its target; the same from build to build. */
  name: string;
  /** Key of everything it is made from; null where only making it tells. */
  key: string | null;
  /** Its files, relative to the site's root, where they are known before they are made. */
  files: readonly string[];
}

/** A page that is to be there, with its Markdown twin where the archive has them. */
export interface Page extends Item {
  key: string;
  view: View;
}

/** The only item of a target whose files are made all together. */
export const whole = (name: string, key: string | null, ...files: string[]): Item[] => [{ name, key, files }];
