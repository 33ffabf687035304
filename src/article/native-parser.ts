import type { Root } from 'mdast';
import { reasonOf } from '../errors.ts';

/** The native parser, or the reason why there is none. */
type Loaded = { parse: (text: string) => Root } | { reason: string };

/**
 * Loads Sätteri, a parser of CommonMark and GFM in native code. Its binary may be missing on a machine, or refuse to load: remark-parse then
 * parses everything, to the same trees, and takes twenty times as long.
 */
async function load(): Promise<Loaded> {
  try {
    const { markdownToMdast } = await import('satteri');
    const options = { features: { gfm: true, frontmatter: false } };
    const parse = (text: string): Root => {
      const tree = markdownToMdast(text, options);
      return tree.type === 'root' ? tree : { type: 'root', children: [tree] };
    };
    parse('');
    return { parse };
  } catch (cause) {
    return { reason: reasonOf(cause) };
  }
}

const loaded = await load();

/** Text → mdast of CommonMark and GFM, or null where the native parser cannot be loaded. */
export const parseNatively = 'parse' in loaded ? loaded.parse : null;

/** A sentence for whoever waits where the native parser cannot be loaded; else null. */
export const slowness =
  'reason' in loaded
    ? `the native Markdown parser does not load here (${loaded.reason}): articles are read more slowly, with the same result; npm ci brings it where it is made for`
    : null;
