import type { Html, Nodes, Parents, Root, RootContent } from 'mdast';
import { removal } from '../report.ts';
import type { Repair } from '../types.ts';
import { isInlineMarkup, isMarkup, STRIPPED } from './elements.ts';

const TAG = /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^>"'])*>?/gi;
/** Elements that swallow what follows where their end is missing. */
const SWALLOWING = new Set([...STRIPPED, 'select', 'iframe', 'noembed', 'noframes']);
/** A comment; one that another begins in was never closed. */
const COMMENT = /<!--((?:(?!<!--)[\s\S])*?)-->/g;
const HAN = /\p{Script=Han}/u;
/** The end of a block that stands in no formula, drawing, script or style. */
const BLOCK_END = /<\/(?:p|div|li|ul|ol|t[dr]|table|h[1-6]|blockquote|section|article)\s*>/i;
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'embed', 'source', 'input', 'frame', 'col', 'meta', 'link']);

/**
 * Decides for each piece of raw HTML whether it is markup or text somebody wrote (`ssh <user>@<host>`, the tag
 * `<b>` talked about): text stays readable as the characters it is, instead of vanishing in an HTML parser.
 * Also takes comments out, with a repair, which an unclosed `<!--` would turn into the rest of the article.
 * @returns true where markup is left, for which the tree must go through an HTML parser.
 */
export function settleRawHtml(tree: Root, repairs: Repair[]): boolean {
  let markup = false;
  const withoutComments = ({ value, position }: Html): string =>
    value.replace(COMMENT, (comment, words: string) => {
      if (/[\p{L}\p{N}]/u.test(words))
        repairs.push(removal('hidden-text', position?.start.line ?? 1, comment));
      return '';
    });
  const walk = (parent: Parents, inParagraph: boolean): void => {
    const phrasing = inParagraph || isPhrasingParent(parent);
    let open: Set<Nodes> | undefined;
    parent.children.forEach((child: RootContent, index) => {
      if ('children' in child) walk(child, phrasing);
      else if (child.type === 'html') {
        if (phrasing) open ??= unclosed(parent.children);
        const literal = open ? !isInline(child, open) : false;
        if (literal) (parent.children as RootContent[])[index] = { ...child, type: 'text' };
        else {
          const bare = withoutComments(child);
          child.value = phrasing ? bare : escapeUnknown(bare);
          for (const tag of wordyTags(child.value))
            repairs.push(removal('hidden-text', child.position?.start.line ?? 1, tag));
          if (child.value !== '') markup = true;
        }
      }
    });
  };
  walk(tree, false);
  return markup;
}

/** Attributes that are shown, and those in which scripts look for the address of a picture. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  a: /\s(?:href|title)\s*=\s*(?:"[^"]*"|'[^']*')/gi,
  abbr: /\stitle\s*=\s*(?:"[^"]*"|'[^']*')/gi,
  img: /\s(?:src|alt|title)\s*=\s*(?:"[^"]*"|'[^']*')/gi,
};

/** The tags in HTML whose attributes hold words that are not shown. */
const wordyTags = (html: string): string[] =>
  HAN.test(html)
    ? [...html.matchAll(TAG)].flatMap(([tag, , name = '']) =>
        HAN.test(tag.replace(SHOWN[name.toLowerCase()] ?? '', '')) && tag.endsWith('>') ? [tag] : [],
      )
    : [];

const isPhrasingParent = ({ type }: Nodes): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'tableCell';

/** One tag inside a paragraph. A comment that is closed is markup, to be left out. */
function isInline(node: Html, open: ReadonlySet<Nodes>): boolean {
  if (/^<!--[\s\S]*-->$/.test(node.value)) return true;
  const name = tagOf(node.value)?.name;
  // Parts of a video say where it is; `<source>` alone is the element talked about.
  if (/^<(?:source|track|param)\s+[a-z]+=/i.test(node.value)) return true;
  return name !== undefined && isInlineMarkup(name) && !open.has(node);
}

/** Opening tags among siblings that none of them closes: markup would run on to the end of the article. */
function unclosed(siblings: readonly RootContent[]): Set<Nodes> {
  const stack: { name: string; node: Nodes }[] = [];
  const rest = new Set<Nodes>();
  for (const node of siblings) {
    const tag = node.type === 'html' ? tagOf(node.value) : null;
    if (!tag || VOID.has(tag.name) || tag.selfClosing) continue;
    if (!tag.closing) stack.push({ name: tag.name, node });
    else {
      const at = stack.findLastIndex(({ name }) => name === tag.name);
      if (at !== -1) for (const { node: inner } of stack.splice(at).slice(1)) rest.add(inner);
    }
  }
  for (const { node } of stack) rest.add(node);
  return rest;
}

function tagOf(value: string): { name: string; closing: boolean; selfClosing: boolean } | null {
  const [, slash, name] = /^<(\/?)([a-z][^\s/>]*)/i.exec(value) ?? [];
  return name ? { name: name.toLowerCase(), closing: slash === '/', selfClosing: /\/>$/.test(value) } : null;
}

/** In a block of HTML: `<` of unknown tags, and of elements that would swallow prose, as a character reference. */
function escapeUnknown(value: string): string {
  const bare = value.replace(/<!doctype[^>]*>/gi, '').replace(/<([?!])/g, '&lt;$1');
  const swallows = swallowing(bare);
  return bare.replace(TAG, (tag, slash: string, name: string, at: number) => {
    const tagName = name.toLowerCase();
    if (!isMarkup(tagName) || !tag.endsWith('>')) return `&lt;${tag.slice(1)}`;
    if (slash !== '' || !SWALLOWING.has(tagName) || !swallows(tagName, tag, at)) return tag;
    // What stands elsewhere can still be shown.
    return tagName === 'iframe' ? `${tag}</iframe>` : `&lt;${tag.slice(1)}`;
  });
}

/** Tells whether an element would take prose away: it has no end in the block, or text with ends of blocks stands before that. */
function swallowing(html: string): (name: string, tag: string, at: number) => boolean {
  const lower = html.toLowerCase();
  // Each element is judged once: another beginning before the same end is a part of it.
  const judged = new Map<string, { end: number; swallows: boolean }>();
  return (name, tag, at) => {
    const known = judged.get(name);
    if (known && (known.end === -1 || at < known.end)) return known.swallows;
    const isEmpty = tag.endsWith('/>') && (name === 'svg' || name === 'math');
    if (isEmpty) return false;
    const end = lower.indexOf(`</${name}`, at);
    const swallows = end === -1 || (STRIPPED.has(name) && isProse(name, html.slice(at + tag.length, end)));
    judged.set(name, { end, swallows });
    return swallows;
  };
}

function isProse(name: string, text: string): boolean {
  if (!HAN.test(text)) return false;
  if (name === 'script' || name === 'style') return !/[{};=()]/.test(text);
  return name !== 'template' && BLOCK_END.test(text) && !/<foreignobject/i.test(text);
}
