import type { Element, Properties, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { removal, repair } from '../report.ts';
import type { Repair } from '../types.ts';
import { decoded, resolveUrl } from './addresses.ts';
import { EMBEDS, RENAMED, STRIPPED } from './elements.ts';
import { schema } from './schema.ts';
import { eachElement, element, isElement, lineOf, rebuild, someElement } from './tree.ts';

const UNSAFE = /^[\s\0-\x20]*(?:j\s*a\s*v\s*a|vb)script\s*:|^\s*(?:data|file|blob):/i;

const HAN = /\p{Script=Han}/u;

/** Elements that another takes the place of. */
const REPLACED = new Set([...EMBEDS, ...RENAMED.keys()]);

/**
 * Prepares the elements of raw HTML for the sanitiser: old elements become their successors, embedded things
 * become links to them (so that nothing is lost), and what the sanitiser is going to drop is noted.
 * @param base the article's address, for relative ones
 * @param embedded what is said before the address of an embedded thing
 */
export function tameHtml(tree: Root, base: string | null, embedded: string): Repair[] {
  const repairs: Repair[] = [];
  let line = 1;
  const note = (node: Element, before: string, after: string) =>
    repairs.push(repair('unsafe-html', lineOf(node, line), before, after));
  eachElement(tree, (node) => {
    line = lineOf(node, line);
    const loss = lossOf(node);
    if (loss && HAN.test(loss)) repairs.push(removal('unsafe-html', line, loss));
    else if (loss) note(node, loss, '');
    else {
      const address = unfollowed(node);
      if (address) repairs.push(showUnfollowed(node, address, line));
    }
    if (isElement(node, 'img')) lazySource(node);
  });
  if (!someElement(tree, ({ tagName }) => REPLACED.has(tagName) || tagName === 'pre')) return repairs;
  rebuild(tree, (node) => {
    if (!isElement(node)) return node;
    if (EMBEDS.has(node.tagName)) {
      const file = localSource(node);
      // A recording of the content folder gets the browser's own player, as a picture gets its place.
      if (file && isPlayer(node)) return [element('img', { src: file }, []), ...node.children];
      const { name, url: voice } = recording(node);
      const url = sourceOf(node, base) ?? voice;
      if (url === null && file)
        return [element('a', { href: file }, [{ type: 'text', value: file }]), ...node.children];
      note(node, `<${node.tagName}>`, url ?? textOf(node));
      return url
        ? [element('a', { href: url }, [{ type: 'text', value: embedded + (name || url) }]), ...node.children]
        : [...(name ? [{ type: 'text', value: embedded + name } as const] : []), ...node.children];
    }
    if (node.tagName === 'pre') lineByLine(node);
    const name = 'dataFootnotes' in node.properties ? undefined : RENAMED.get(node.tagName);
    if (name) node.tagName = name;
    return node;
  });
  return repairs;
}

/** The part of an element that the sanitiser drops although a reader or a script would have noticed it, or null. */
function lossOf(node: Element): string | null {
  const { tagName, properties } = node;
  const source = properties.src ? ` src="${properties.src}"` : '';
  if (STRIPPED.has(tagName)) return `<${tagName}${source}>${textOf(node)}</${tagName}>`;
  if (EMBEDS.has(tagName)) return null;
  const handlers = Object.keys(properties).filter((name) => /^on/i.test(name));
  if (handlers.length > 0) return `<${tagName} ${handlers.join(' ').toLowerCase()}>`;
  const href = String(properties.href ?? '');
  return href !== '' && UNSAFE.test(href) ? `<${tagName} href="${href}">` : null;
}

/** Schemes that stand in the sanitiser's list. */
const ALLOWED = new Set([schema.protocols?.href, schema.protocols?.src].flatMap((schemes) => schemes ?? []));

/** The address of a link or picture whose scheme the sanitiser does not know; else null. */
function unfollowed({ tagName, properties }: Element): string | null {
  const address = tagName === 'a' ? properties.href : tagName === 'img' ? properties.src : undefined;
  const [, scheme] = /^([^:/?#]*):/.exec(String(address ?? '').trim()) ?? [];
  return scheme === undefined || ALLOWED.has(scheme.toLowerCase()) ? null : String(address);
}

/** Shows an address that no browser follows: behind a link's words; the picture's description stays, which the images' stage sees to. */
function showUnfollowed(node: Element, address: string, line: number): Repair {
  if (node.tagName === 'img') return repair('dead-image', line, address, String(node.properties.alt ?? ''));
  const written = decoded(address);
  const text = textOf(node);
  if (!text.includes(written))
    node.children.push({ type: 'text', value: text.trim() === '' ? written : `（${written}）` });
  return repair('odd-scheme', line, address, textOf(node));
}

/** The address an embedded thing is shown from. */
function sourceOf(node: Element, base: string | null): string | null {
  for (const { properties } of [node, ...node.children.filter((child) => isElement(child, 'source'))]) {
    const { src, data } = properties;
    const url = resolveUrl(String(late(properties) ?? src ?? data ?? ''), base);
    if (url && /^https?:/.test(url)) return url;
  }
  return null;
}

/** Editors that put each line of code into an element of its own leave out the line ends. */
function lineByLine(pre: Element): void {
  const lines = pre.children.filter((child) => isElement(child, 'code'));
  if (lines.length < 2) return;
  const text = lines.map((line) => textOf(line).replace(/\n$/, '')).join('\n');
  pre.children = [element('code', lines[0]?.properties ?? {}, [{ type: 'text', value: text }])];
}

/** Scraped pages keep the true address of a picture aside until a script puts it into place. */
function lazySource({ properties }: Element): void {
  const address = late(properties);
  if (address) properties.src = address;
}

/** The address that a script would put into place; null where there is a true one already. */
function late({ src, dataSrc, dataOriginal, dataActualsrc }: Properties): string | null {
  const address = dataOriginal ?? dataActualsrc ?? dataSrc;
  return address && (!src || /^(?:data|about):/.test(String(src))) ? String(address) : null;
}

const isPlayer = ({ tagName }: Element): boolean => tagName === 'video' || tagName === 'audio';

/** The path of an embedded thing that may lie in the content folder; null where it names none. */
function localSource(node: Element): string | null {
  for (const { properties } of [node, ...node.children.filter((child) => isElement(child, 'source'))]) {
    const written = String(properties.src ?? properties.data ?? '').trim();
    if (written !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(written)) return written;
  }
  return null;
}

/** A recording in WeChat: its name, and the address that the player takes its number to. */
function recording({ properties }: Element): { name: string; url: string | null } {
  const id = String(properties.voiceEncodeFileid ?? properties.voice_encode_fileid ?? '');
  return {
    name: String(properties.name ?? ''),
    url: /^[\w=+/-]{1,200}$/.test(id)
      ? `https://res.wx.qq.com/voice/getvoice?mediaid=${encodeURIComponent(id)}`
      : null,
  };
}
