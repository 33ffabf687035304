import type {
  Definition,
  Image,
  Link,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { repair } from '../report.ts';
import type { Notes } from './source.ts';

/** A scheme at the head of an address. `localhost:8080` is none. */
const SCHEME = /^([a-z][a-z\d+.-]*):/i;
/** Schemes that a browser follows, and those that other rules look after. */
const KNOWN = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'ftp',
  'irc',
  'wiki',
  'data',
  'javascript',
  'vbscript',
  'about',
  'blob',
]);
/** A host alone, as people type it. The last part is no file's ending. */
const HOST =
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|cn|org|net|io|dev|me|info|co|app|tv|cc|xyz|edu|gov|top|ai|tw|hk|jp|uk|de|us|la|im|tech|site|wiki|club|vip|pro|blog|page|so|fm|gg|in|eu|ru|fr|biz|asia|tk|sh|to|ly)(?::\d{1,5})?(?:[/?#]|$)/i;
/** Something that only an address has. */
const ADDRESS = /^[#./\\?]|[/\\]|\.[a-z\d]{1,9}(?:[?#]|$)|#./i;

/** Text that looks like a link, and is a subscript, a call, a note: its target is no address. */
const isText = (url: string): boolean => {
  const written = decoded(url);
  return (
    url !== '' &&
    !SCHEME.test(url) &&
    (!ADDRESS.test(written) ||
      /^\?[^\w]/.test(written) ||
      (/[\s，。；：（）]/u.test(written.replace(/^[^/]*\//, '')) && !/[/.]/.test(written)))
  );
};

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/**
 * Puts the addresses of links and pictures right: `HTTP://` and `gohugo.io` become addresses; an address that no browser follows
 * (`ed2k:`, `thunder:`) is shown behind its words; and brackets whose target is no address stay the characters they are (`f[x](y+1)`).
 * @param text the text the tree was made of
 */
export function settleAddresses(tree: Root, text: string, notes: Notes): void {
  if (!text.includes('](') && !text.includes(']:')) return;
  const walk = (parent: Parents): void => {
    let fresh: RootContent[] | null = null;
    for (const [at, child] of parent.children.entries()) {
      if ('children' in child) walk(child);
      if ('url' in child) child.url = settled(child.url);
      const others = child.type === 'link' ? shown(child, text, notes) : null;
      if (others) fresh ??= parent.children.slice(0, at);
      fresh?.push(...(others ?? [child]));
    }
    if (fresh) parent.children = fresh as typeof parent.children & RootContent[];
  };
  walk(tree);
}

/** An address with its scheme in small letters, and with one where only that is missing. */
function settled(url: Link['url'] | Image['url'] | Definition['url']): string {
  // `[词]((https://…))`: the brackets are none of the address.
  const trimmed = url.trim().replace(/^\(+(https?:\/\/[^()]*)\)+$/i, '$1');
  if (HOST.test(trimmed)) return `http://${trimmed}`;
  return trimmed.replace(/^[a-z]+:/i, (scheme) =>
    /^(?:https?|ftp|mailto|tel|wiki):$/i.test(scheme) ? scheme.toLowerCase() : scheme,
  );
}

/** What is shown in the place of a link that leads nowhere; null for one that does not. */
function shown(link: Link, text: string, notes: Notes): PhrasingContent[] | null {
  const { position, children, url } = link;
  const [start, end] = [position?.start.offset, position?.end.offset];
  const inner = children.at(-1)?.position?.end.offset ?? (start ?? 0) + 1;
  if (start === undefined || end === undefined || text[start] !== '[') return null;
  if (isText(url)) return [textNode('[', link), ...children, textNode(text.slice(inner, end), link)];
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || KNOWN.has(scheme) || /^magnet$/.test(scheme)) return null;
  notes.repairs.push(repair('odd-scheme', position?.start.line ?? 1, text.slice(start, end), url));
  // An address that is also the words stands there once.
  const same =
    children.length === 1 && children[0]?.type === 'text' && decoded(url).endsWith(children[0].value);
  return same ? [textNode(url, link)] : [...children, textNode(`（${decoded(url)}）`, link)];
}

const textNode = (value: string, { position }: Nodes): Text => ({
  type: 'text',
  value,
  ...(position && { position }),
});
