import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit';
import type { Root as XmlRoot } from 'xast';
import { strictUri } from '../exporters/uri.ts';

const parser = unified().use(rehypeParse);
/** Id of the element of an article's page that holds its text (`layouts/article.njk`). */
const TEXT = 'text';
/** Attributes that elements of a book may carry: the rest serves scripts and style sheets of the site. */
const KEPT =
  /^(?:href|src|width|height|id|title|alt|start|reversed|colSpan|rowSpan|open|checked|disabled|type|cite|dateTime|value)$/;
/** Gives the words that stand for a picture. */
type PictureText = (description: string) => string;

/** A picture of the site, from any of its pages. */
const OWN_PICTURE = /^(?:\.\.\/)*media\/([\da-f]+\.(?:png|jpg|gif|webp|svg))$/;

/** An article's text as nodes of a book, and the files that it shows. */
export interface ChapterBody {
  nodes: XmlRoot['children'];
  /** Names of pictures in the site's folder of media. */
  pictures: ReadonlySet<string>;
  hasFormulas: boolean;
}

/** The text of an article's page as nodes of a book: no pictures from elsewhere, no scripts' attributes, no dead links. */
export function bodyOfPage(page: string, pictureText: PictureText): ChapterBody {
  const text: Root = { type: 'root', children: textOf(parser.parse(page)) };
  const ids = new Set<string>();
  const pictures = new Set<string>();
  let hasFormulas = false;
  visit(text, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.add(properties.id);
  });
  // Pictures inside links first: a link may not stand in another.
  visit(text, { type: 'element', tagName: 'a' }, (link) =>
    replacePictures(link, false, pictureText, pictures),
  );
  replacePictures(text, true, pictureText, pictures);
  visit(text, 'element', (node, at, parent) => {
    if (node.tagName === 'math') {
      hasFormulas = true;
      return SKIP;
    }
    if (/^(?:audio|video)$/.test(node.tagName) && parent && at !== undefined) {
      parent.children.splice(at, 1);
      return at;
    }
    if (node.tagName === 'ruby' && !isCompleteRuby(node) && parent && at !== undefined) {
      parent.children.splice(
        at,
        1,
        ...node.children.flatMap((part) => (isReading(part) ? part.children : [part])),
      );
      return at;
    }
    node.properties = keptProperties(node, ids);
    return CONTINUE;
  });
  const converted = toXast(text);
  return { nodes: converted.type === 'root' ? withoutNamespaces(converted) : [], pictures, hasFormulas };
}

function textOf(tree: Root): RootContent[] {
  let found: RootContent[] = [];
  visit(tree, 'element', (node) => {
    if (node.properties.id !== TEXT) return CONTINUE;
    found = node.children;
    return EXIT;
  });
  return found;
}

/** A book may not load pictures from the net: their description takes their place, as a link to them where there may be one. */
function replacePictures(
  tree: Root | Element,
  linked: boolean,
  pictureText: PictureText,
  pictures: Set<string>,
): void {
  visit(tree, { type: 'element', tagName: 'img' }, (node, at, parent) => {
    if (!parent || at === undefined) return;
    const { src, alt } = node.properties;
    const [, own] = OWN_PICTURE.exec(String(src)) ?? [];
    if (own !== undefined) {
      pictures.add(own);
      node.properties = { ...node.properties, src: `media/${own}`, alt: String(alt ?? '') };
      return;
    }
    if (/^media\//.test(String(src))) return;
    const text = { type: 'text' as const, value: pictureText(String(alt ?? '')) };
    const link = linked && /^https?:/.test(String(src));
    parent.children[at] = link
      ? { type: 'element', tagName: 'a', properties: { href: String(src) }, children: [text] }
      : text;
  });
}

/** Ruby is text and then its reading; scraped pages have readings of nothing, and texts without one. */
function isCompleteRuby({ children }: Element): boolean {
  const [first] = children;
  const starts =
    first?.type === 'text' ? first.value.trim() !== '' : first !== undefined && !isReading(first);
  return starts && isReading(children.at(-1));
}

const isReading = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && /^r[tp]$/.test(node.tagName);

function keptProperties({ tagName, properties }: Element, ids: ReadonlySet<string>): Properties {
  const kept = Object.entries(properties).filter(([name]) => KEPT.test(name));
  const result: Properties = Object.fromEntries(kept);
  const { href } = result;
  // Links into the site or to a place that is not in this chapter lead nowhere in a book.
  if (tagName !== 'a' || href === undefined) return result;
  const target = String(href);
  if (!leads(target, ids)) delete result.href;
  else if (!target.startsWith('#')) result.href = strictUri(target);
  return result;
}

function leads(href: string, ids: ReadonlySet<string>): boolean {
  if (href.startsWith('#')) return ids.has(decodeURIComponent(href.slice(1)));
  return /^(?:https?|mailto|tel|ftp):/i.test(href) && URL.canParse(href);
}

/** The conversion puts the namespace on every outermost element; the book's pages declare it once. */
function withoutNamespaces(root: XmlRoot): XmlRoot['children'] {
  visit(root, 'element', ({ name, attributes }) => {
    if (name === 'math') return SKIP;
    delete attributes.xmlns;
    return CONTINUE;
  });
  return root.children;
}
