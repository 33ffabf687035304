import type { Element, ElementContent, Root } from 'hast';
import { hostOf } from '../text/host.ts';
import { element, isElement, rebuild, someElement } from './tree.ts';

/** True for a picture on another host. */
const isRemote = (node: Element): boolean =>
  isElement(node, 'img') && /^https?:/.test(String(node.properties.src ?? ''));

/**
 * Puts a link where a picture of another host stands: a page asks nobody for anything until its reader does.
 * The page's script turns the link into the picture when it is followed; without scripts it leads to the picture itself.
 * The link's text is the picture's description and nothing else, so that the article's text stays the author's.
 * @param picture what is said before the description and the host, to those who do not see the link
 */
export function deferRemoteImages(tree: Root, picture: string): void {
  if (!someElement(tree, isRemote)) return;
  rebuild(tree, (node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'a') return withoutPictures(node);
    return isRemote(node) ? placeholder(node, picture) : node;
  });
}

/** A link cannot hold a link: placeholders made inside it move behind it, and their descriptions stay. */
function withoutPictures(link: Element): ElementContent[] {
  const moved: Element[] = [];
  const strip = (children: ElementContent[]): ElementContent[] =>
    children.map((child) => {
      if (child.type !== 'element') return child;
      if (child.properties.dataImage === undefined) return { ...child, children: strip(child.children) };
      moved.push({ ...child, children: [] });
      return element('span', {}, child.children);
    });
  const children = strip(link.children);
  if (moved.length === 0) return [link];
  const bare = children.every((child) => child.type === 'element' && child.children.length === 0);
  // A link that held nothing but an undescribed picture would be empty: its own address is all that is known of it.
  const text: ElementContent[] = bare
    ? [element('span', { dataSkip: '' }, [{ type: 'text', value: String(link.properties.href ?? '') }])]
    : children;
  return [{ ...link, children: text }, ...moved];
}

function placeholder({ properties }: Element, picture: string): Element {
  const src = String(properties.src);
  const alt = String(properties.alt ?? '').trim();
  // For a reader who decides whether to load it.
  const host = hostOf(src);
  const { width, height, dataRef } = properties;
  const asked = {
    ...(dataRef === undefined ? {} : { dataRef }),
    className: ['image'],
    href: src,
    rel: ['external', 'noopener', 'noreferrer'],
    referrerPolicy: 'no-referrer',
    dataImage: host,
    ...(width && height ? { dataWidth: String(width), dataHeight: String(height) } : {}),
    ariaLabel: picture + [alt, host].filter(Boolean).join('，'),
  };
  return element('a', asked, alt ? [{ type: 'text', value: alt }] : []);
}
