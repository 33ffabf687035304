import type { Strings } from '../locales/index.ts';

/** A picture of another host that waits to be asked for, as `src/article/` and `src/references/` write it, and the end of one without a description. */
const PICTURE = /(<a class="image" [^>]*data-image="([^"]*)"[^>]*?)( aria-label="[^"]*")>(<\/a>)?/g;

/** The caption below a picture, as `typeset.ts` marks it, where it is plain text. */
const CAPTION = /^<\/p>\s*<p class="caption"><em>([^<]{1,120})<\/em>/;

/**
 * Numbers the pictures of other hosts, so that one without a description has a name of its own, and its caption where it has one.
 * @param html clean HTML whose captions are marked
 */
export function numberPictures(
  html: string,
  { pictureName }: Pick<Strings['article'], 'pictureName'>,
): { html: string; count: number } {
  if (!html.includes(' data-image="')) return { html, count: 0 };
  let count = 0;
  const numbered = html.replace(
    PICTURE,
    (all, tag: string, host: string, label: string, end = '', at = 0) => {
      count++;
      if (!end || label.includes('，')) return `${tag}${label}>${end}`;
      const name = pictureName(count);
      const [, caption] = CAPTION.exec(html.slice(at + all.length, at + all.length + 200)) ?? [];
      const told = [name, caption?.replaceAll('"', '&#x22;'), host].filter(Boolean).join('，');
      return `${tag} data-name="${name}" aria-label="${told}">${end}`;
    },
  );
  return { html: numbered, count };
}
