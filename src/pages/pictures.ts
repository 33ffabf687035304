import type { Strings } from '../locales/index.ts';

/** A picture of another host that waits to be asked for, as `src/article/` and `src/references/` write it, and the end of one without a description. */
const PICTURE = /(<a class="image" [^>]*data-image="([^"]*)"[^>]*?)( aria-label="[^"]*")>(<\/a>)?/g;

/**
 * Numbers the pictures of other hosts, so that one without a description has a name of its own.
 * @param html clean HTML as `src/article/` writes it
 */
export function numberPictures(
  html: string,
  { pictureName }: Pick<Strings['article'], 'pictureName'>,
): { html: string; count: number } {
  if (!html.includes(' data-image="')) return { html, count: 0 };
  let count = 0;
  const numbered = html.replace(PICTURE, (_, tag: string, host: string, label: string, end = '') => {
    count++;
    if (!end || label.includes('，')) return `${tag}${label}>${end}`;
    const name = pictureName(count);
    return `${tag} data-name="${name}" aria-label="${name}，${host}">${end}`;
  });
  return { html: numbered, count };
}
