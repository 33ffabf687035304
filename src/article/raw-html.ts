import type { Html, Nodes, Parents, Root, RootContent } from 'mdast';
import { isInlineMarkup, isMarkup } from './elements.ts';

const TAG = /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^>"'])*>?/gi;
const RAW_TEXT = ['script', 'style', 'template'];
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'embed', 'source', 'input', 'frame', 'col', 'meta', 'link']);

/**
 * Decides for each piece of raw HTML whether it is markup or text somebody wrote (`ssh <user>@<host>`, the tag
 * `<b>` talked about): text stays readable as the characters it is, instead of vanishing in an HTML parser.
 * Also takes comments out, which an unclosed `<!--` would turn into the rest of the article.
 * @returns true where markup is left, for which the tree must go through an HTML parser.
 */
export function settleRawHtml(tree: Root): boolean {
  let markup = false;
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
          child.value = phrasing ? child.value.replace(/^<[!?][\s\S]*$/, '') : escapeUnknown(child.value);
          if (child.value !== '') markup = true;
        }
      }
    });
  };
  walk(tree, false);
  return markup;
}

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

/** In a block of HTML: `<` of unknown tags, and of raw-text elements never closed, as a character reference. */
function escapeUnknown(value: string): string {
  const bare = value
    .replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) =>
      comment.endsWith('-->') ? '' : `&lt;${comment.slice(1)}`,
    )
    .replace(/<!doctype[^>]*>/gi, '')
    .replace(/<([?!])/g, '&lt;$1');
  const lower = bare.toLowerCase();
  return bare.replace(TAG, (tag, slash: string, name: string, at: number) => {
    const tagName = name.toLowerCase();
    const swallows = RAW_TEXT.includes(tagName) && slash === '' && lower.indexOf(`</${tagName}`, at) === -1;
    return isMarkup(tagName) && !swallows && tag.endsWith('>') ? tag : `&lt;${tag.slice(1)}`;
  });
}
