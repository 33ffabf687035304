import { picture } from './markup.ts';
import type { Source } from './source.ts';

/** `![alt](address =600x400)`, and `![alt|300](address)`. */
const SIZED =
  /!\[([^\]\n]{0,300}?)\]\([ \t]{0,4}([^()\s]{1,2000})[ \t]{1,4}=(\d{0,5}%?)x(\d{0,5}%?)[ \t]{0,4}\)|!\[([^\]|\n]{0,300})\|(\d{1,5})(?:x(\d{1,5}))?\]\(([^()\s]{1,2000})\)/dg;

/** Reads the sizes that several editors write into pictures, which Markdown knows nothing of. */
export function pictureSizes(source: Source): void {
  if (!source.text.includes('![')) return;
  source.replace(SIZED, ({ group }) =>
    group(2)
      ? picture(group(2), group(1), group(3), group(4))
      : picture(group(8), group(5), group(6), group(7)),
  );
}
