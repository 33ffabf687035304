import type { Nodes } from 'hast';

/**
 * Access to any tree of HTML in which passages are found: the build reads it from hast, the browser from the finished page, and
 * both must find the same, because search counts positions in it.
 *
 * A passage is the text of one block: it ends where a block element begins or ends, at `<br>`, and in `<pre>` at a
 * line end. White space inside is single, around it gone; empty ones are left out. Text over ruby (`<rt>`) would
 * cut words in two where it stands, so it follows its block as a passage of its own; a formula counts as its TeX, a picture as its description;
 * `<rp>`, marks of footnotes and the heading the page puts over them are no text of the article.
 */
export interface PassageTree<Node> {
  /** The text of a text node, the description of a picture, else null. */
  text(node: Node): string | null;
  /** The element's name in lower case; empty for a root or fragment, null for anything that is no element. */
  tag(node: Node): string | null;
  /** True for an element of which no text counts. */
  skipped(node: Node): boolean;
  children(node: Node): Iterable<Node>;
}

const BREAKS = new Set(
  'address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** White space of HTML, and the no-break space people cannot type into a search box. */
const SPACE = /[\t\n\f\r \u00a0]+/g;

/** The passages below a node, in document order. */
export function passagesOf<Node>(root: Node, tree: PassageTree<Node>): string[] {
  const passages: string[] = [];
  let run = '';
  let ruby: string[] = [];
  const add = (text: string) => {
    const passage = text.replace(SPACE, ' ').replace(/^ | $/g, '');
    if (passage !== '') passages.push(passage);
  };
  const flush = () => {
    const over = ruby;
    add(run);
    run = '';
    ruby = [];
    for (const text of over) add(text);
  };
  const walk = (node: Node, inPre: boolean): void => {
    const text = tree.text(node);
    if (text !== null) {
      if (!inPre) run += text;
      else
        text.split(/\r\n?|\n/).forEach((line, index) => {
          if (index > 0) flush();
          run += line;
        });
      return;
    }
    const tag = tree.tag(node);
    if (tag === null || tag === 'rp' || tree.skipped(node)) return;
    if (tag === 'rt') {
      ruby.push(plainText(node, tree));
      return;
    }
    if (tag === 'math') {
      run += texOf(node, tree);
      return;
    }
    if (BREAKS.has(tag)) flush();
    for (const child of tree.children(node)) walk(child, inPre || tag === 'pre');
    if (BREAKS.has(tag)) flush();
  };
  walk(root, false);
  flush();
  return passages;
}

/** A formula's text is its TeX: what somebody types, copies and looks for. */
function texOf<Node>(node: Node, tree: PassageTree<Node>): string {
  if (tree.tag(node) === 'annotation') return plainText(node, tree);
  return Array.from(tree.children(node), (child) => texOf(child, tree)).join('');
}

function plainText<Node>(node: Node, tree: PassageTree<Node>): string {
  const text = tree.text(node);
  if (text !== null) return text;
  return tree.tag(node) === null || tree.skipped(node)
    ? ''
    : Array.from(tree.children(node), (child) => plainText(child, tree)).join('');
}

const HAST: PassageTree<Nodes> = {
  text: (node) =>
    node.type === 'text'
      ? node.value
      : node.type === 'element' && node.tagName === 'img'
        ? String(node.properties.alt ?? '')
        : null,
  tag: (node) => (node.type === 'element' ? node.tagName : node.type === 'root' ? '' : null),
  skipped: (node) =>
    node.type === 'element' &&
    ('dataFootnoteRef' in node.properties ||
      'dataFootnoteBackref' in node.properties ||
      'dataSkip' in node.properties ||
      node.properties.id === 'footnote-label'),
  children: (node) => ('children' in node ? node.children : []),
};

/** The passages of an article's tree at build time. */
export const hastPassages = (tree: Nodes): string[] => passagesOf(tree, HAST);

/** Access to a finished page in a browser. */
export const DOM: PassageTree<Node> = {
  text: (node) =>
    node.nodeType === 3
      ? node.nodeValue
      : node.nodeName.toLowerCase() === 'img'
        ? ((node as Element).getAttribute('alt') ?? '')
        : null,
  tag: (node) => (node.nodeType === 1 ? node.nodeName.toLowerCase() : node.nodeType === 11 ? '' : null),
  skipped: (node) =>
    'matches' in node &&
    (node as Element).matches('[data-footnote-ref],[data-footnote-backref],[data-skip],#footnote-label'),
  children: (node) => Array.from(node.childNodes),
};

/** The passages of an article's body in a browser; the same as the build found in it. */
export const domPassages = (body: Node): string[] => passagesOf(body, DOM);
