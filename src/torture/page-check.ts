import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import type { Element, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { listFiles } from '../files/list-files.ts';
import { REPAIR_RULES } from '../repair-rules.ts';

/** Elements that run, load, send or change something. */
const LIVE = new Set(
  'animate applet audio base button dialog embed foreignobject form frame frameset iframe input link math meta noscript object plaintext portal script select set slot source style svg template textarea track use video'.split(
    ' ',
  ),
);
/** Those of which a page has as many as its layout writes. */
const COUNTED = new Set(['base', 'form', 'iframe', 'meta', 'script', 'style']);
/** Attributes that name addresses, as the parser spells them. */
const ADDRESSES = [
  'action',
  'background',
  'cite',
  'data',
  'formAction',
  'href',
  'longDesc',
  'manifest',
  'ping',
  'poster',
  'src',
  'srcSet',
  'xLinkHref',
];
/** Schemes that may stand in a page. */
const SCHEMES = /^(?:https?|mailto|tel|ftp|magnet|irc):$/;
/** Identifiers that pages and articles give; others are what the layouts write. */
const IDS = new RegExp(
  `^(?:[dmy]-\\d+|l-[a-z]+|kind-\\d+|h-.*|user-content-.*|footnote-label|${REPAIR_RULES.join('|')})$`,
);

/** Live elements that layouts write, by kind of page, with the most there are of one; and their identifiers. */
interface Allowed {
  elements: Map<string, number>;
  ids: Set<string>;
}

/** Reads all that layouts write from a site of harmless articles. */
export function allowedIn(site: string): Allowed {
  const allowed: Allowed = { elements: new Map(), ids: new Set() };
  for (const { elements, ids } of pagesOf(site)) {
    for (const id of ids) allowed.ids.add(id);
    for (const [element, count] of counts(elements))
      allowed.elements.set(element, Math.max(count, allowed.elements.get(element) ?? 0));
  }
  return allowed;
}

/** Finds in a site what no layout wrote: a sentence each. */
export function pageFaults(site: string, allowed: Allowed): string[] {
  const faults: string[] = [];
  for (const { file, elements, ids, attributes } of pagesOf(site)) {
    faults.push(...attributes.map((attribute) => `${file}: ${attribute}`));
    for (const [element, count] of counts(elements)) {
      const most = allowed.elements.get(element);
      if (most === undefined) faults.push(`${file}: ${element}`);
      else if (count > most && COUNTED.has(element.split(/\W/)[0] ?? ''))
        faults.push(`${file}: ${count} × ${element}, expected ${most}`);
    }
    for (const id of ids)
      if (!IDS.test(id) && !allowed.ids.has(id)) faults.push(`${file}: id ${JSON.stringify(id)}`);
  }
  for (const file of listFiles(site)) {
    const fault = dataFault(file, path.join(site, file));
    if (fault) faults.push(`${file}: ${fault}`);
  }
  return faults;
}

function counts(list: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of list) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

/** Feeds, maps and data are well-formed, whatever the articles hold. */
function dataFault(file: string, full: string): string | null {
  if (/\.xml$/.test(file)) {
    const valid = XMLValidator.validate(readFileSync(full, 'utf8'));
    return valid === true ? null : `no XML: ${valid.err.msg} in line ${valid.err.line}`;
  }
  if (!/\.(?:json|webmanifest)$/.test(file)) return null;
  return isJson(readFileSync(full, 'utf8')) ? null : 'no JSON';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Page {
  file: string;
  /** Live elements as their layouts write them. */
  elements: string[];
  ids: string[];
  /** Attributes that no page may have. */
  attributes: string[];
}

const pagesOf = (site: string): Page[] =>
  listFiles(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(file, readFileSync(path.join(site, file), 'utf8')));

/** Reads a page's markup as a browser does. */
export function readPage(file: string, html: string): Page {
  const page: Page = { file, elements: [], ids: [], attributes: [] };
  visit(fromHtml(html), 'element', (element: Element) => {
    const { tagName, properties } = element;
    if (LIVE.has(tagName.toLowerCase())) page.elements.push(described(element));
    if (properties.id !== undefined) page.ids.push(String(properties.id));
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === 'srcDoc' || name === 'style' || name === 'is')
        page.attributes.push(`<${tagName} ${name}=${JSON.stringify(value)}>`);
      if (ADDRESSES.includes(name) && !isHarmless(tagName, String(value)))
        page.attributes.push(`<${tagName} ${name}=${JSON.stringify(value)}>`);
    }
  });
  return page;
}

/** Whether an address, read as browsers read it, opens or loads nothing that runs. */
function isHarmless(tagName: string, address: string): boolean {
  if (!URL.canParse(address, 'https://site.invalid/a/b.html')) return true;
  const { protocol, href } = new URL(address, 'https://site.invalid/a/b.html');
  if (protocol !== 'data:') return SCHEMES.test(protocol);
  // The icon is the layouts' own: its whole address stands in its description.
  return (
    tagName === 'link' || (tagName === 'img' && /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i.test(href))
  );
}

/** A live element with what it does, without what differs from page to page. */
function described({ tagName, properties, children }: Element): string {
  const shown: Properties = {};
  for (const name of ['httpEquiv', 'rel', 'type', 'action', 'formAction', 'target', 'src', 'name'])
    if (properties[name] !== undefined) shown[name] = properties[name];
  if (typeof shown.src === 'string') shown.src = withoutSteps(shown.src);
  if (typeof shown.action === 'string') shown.action = withoutSteps(shown.action);
  if (shown.httpEquiv) shown.content = properties.content;
  if (tagName === 'link' && String(properties.href).startsWith('data:')) shown.href = properties.href;
  const text = textOf({ type: 'element', tagName, properties, children });
  const isData = tagName === 'script' && /json$/.test(String(properties.type));
  const inside = isData
    ? isJson(text)
      ? ''
      : ' that is no JSON'
    : /^(?:script|style)$/.test(tagName)
      ? text
      : '';
  return `${tagName} ${JSON.stringify(shown)}${inside}`;
}

const withoutSteps = (address: string): string => address.replace(/^(?:\.\.?\/)+/, '');
