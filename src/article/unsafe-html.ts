import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Repair } from '../types.ts';
import { resolveUrl } from './addresses.ts';
import { EMBEDS, RENAMED, STRIPPED } from './elements.ts';
import { removal, repair } from './report.ts';
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
    if (isElement(node, 'img')) lazySource(node);
  });
  if (!someElement(tree, ({ tagName }) => REPLACED.has(tagName))) return repairs;
  rebuild(tree, (node) => {
    if (!isElement(node)) return node;
    if (EMBEDS.has(node.tagName)) {
      const url = sourceOf(node, base);
      note(node, `<${node.tagName}>`, url ?? textOf(node));
      return url
        ? [element('a', { href: url }, [{ type: 'text', value: embedded + url }]), ...node.children]
        : node.children;
    }
    const name = 'dataFootnotes' in node.properties ? undefined : RENAMED.get(node.tagName);
    if (name) node.tagName = name;
    return node;
  });
  return repairs;
}

/** The part of an element that the sanitiser drops although a reader or a script would have noticed it, or null. */
function lossOf(node: Element): string | null {
  const { tagName, properties } = node;
  if (STRIPPED.has(tagName)) return `<${tagName}>${textOf(node)}</${tagName}>`;
  if (EMBEDS.has(tagName)) return null;
  const handlers = Object.keys(properties).filter((name) => /^on/i.test(name));
  if (handlers.length > 0) return `<${tagName} ${handlers.join(' ').toLowerCase()}>`;
  const href = String(properties.href ?? '');
  return href !== '' && UNSAFE.test(href) ? `<${tagName} href="${href}">` : null;
}

/** The address an embedded thing is shown from. */
function sourceOf(node: Element, base: string | null): string | null {
  for (const { properties } of [node, ...node.children.filter((child) => isElement(child, 'source'))]) {
    const { src, data } = properties;
    const url = resolveUrl(String(src ?? data ?? ''), base);
    if (url && /^https?:/.test(url)) return url;
  }
  return null;
}

/** Scraped pages keep the true address of a picture aside until a script puts it into place. */
function lazySource({ properties }: Element): void {
  const { src, dataSrc, dataOriginal, dataActualsrc } = properties;
  const late = dataOriginal ?? dataActualsrc ?? dataSrc;
  if (late && (!src || /^data:/.test(String(src)))) properties.src = String(late);
}
