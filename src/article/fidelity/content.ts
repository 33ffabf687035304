import type { Html, Nodes, RootContent } from 'mdast';
import { FORMULA_CLASS } from '../../dialects/formulas.ts';
import { STRIPPED } from '../elements.ts';

/** A paragraph, heading, cell, block of code or of HTML: its line and the pieces of its text. */
export interface TextBlock {
  line: number;
  pieces: string[];
}

/** An address as a source gives it. */
export interface Address {
  kind: 'links' | 'pictures';
  address: string;
  line: number;
}

/** Everything a tree says that must stand on the page. */
export interface Content {
  blocks: TextBlock[];
  addresses: Address[];
  /** Lines of code. */
  code: { text: string; line: number }[];
  formulas: number;
  notes: number;
  cells: number;
}

const isFormula = ({ data }: Nodes): boolean => {
  const { className } = (data as { hProperties?: { className?: unknown } } | undefined)?.hProperties ?? {};
  return Array.isArray(className) && className.includes(FORMULA_CLASS);
};

/** Gathers what stands in a tree of Markdown. It keeps no node: cleaning changes them. */
export function contentOf(tree: Nodes): Content {
  const content: Content = { blocks: [], addresses: [], code: [], formulas: 0, notes: 0, cells: 0 };
  let line = 1;
  const address = (kind: Address['kind'], written: string) => {
    if (written !== '') content.addresses.push({ kind, address: written, line });
  };
  const walk = (node: Nodes, block: TextBlock | null): void => {
    line = node.position?.start.line ?? line;
    let own = block;
    const text = (value: string) => {
      if (own === null) content.blocks.push({ line, pieces: [value] });
      else own.pieces.push(value);
    };
    switch (node.type) {
      case 'text':
        text(node.value.includes('&') ? withoutReferences(node.value) : node.value);
        break;
      case 'inlineCode':
        if (isFormula(node)) content.formulas++;
        text(node.value);
        break;
      case 'code':
        if (isFormula(node)) content.formulas++;
        else
          for (const [at, one] of node.value.split('\n').entries())
            content.code.push({ text: one, line: line + 1 + at });
        text(node.value);
        break;
      case 'html':
        html(node, text);
        break;
      case 'image':
        address('pictures', node.url);
        break;
      case 'link':
      case 'definition':
        address('links', node.url);
        break;
      case 'footnoteDefinition':
        content.notes++;
        break;
      case 'tableCell':
        content.cells++;
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      own = { line, pieces: [] };
      content.blocks.push(own);
    }
    if ('children' in node) for (const child of node.children as RootContent[]) walk(child, own);
  };
  const html = ({ value }: Html, text: (value: string) => void): void => {
    const bare = withoutHidden(value);
    for (const [tag, name = ''] of bare.matchAll(/<([a-z][\w-]*)[^<>]*>/gi)) {
      const kind = SHOWS.get(name.toLowerCase());
      const found = kind && addressIn(tag);
      if (found) address(kind, found);
    }
    text(withoutReferences(bare.replace(/<[a-z/](?:"[^"]*"|[^<>"])*>/gi, '\n').replace(/<[^<>]*>/g, '\n')));
  };
  walk(tree, null);
  return content;
}

/** A stray character reference may be mended, in one place or in many: its letters are none of the text. */
const withoutReferences = (text: string): string => text.replace(/&#?\w{1,31};/g, ' ');

/** Elements of raw HTML that lead to something. */
const SHOWS = new Map<string, Address['kind']>([
  ['a', 'links'],
  ['img', 'pictures'],
  ...['iframe', 'video', 'audio', 'source', 'embed'].map((name) => [name, 'links'] as const),
]);

/** The address in a tag: the one a script would put into place before the one it stands aside for. */
function addressIn(tag: string): string {
  for (const name of ['data-original', 'data-actualsrc', 'data-src', 'src', 'href']) {
    const at = tag.search(new RegExp(`\\s${name}\\s*=`, 'i'));
    if (at < 0) continue;
    const [, double, single, bare] = /^[^=]*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/.exec(tag.slice(at)) ?? [];
    return (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim();
  }
  return '';
}

/** HTML without comments and without elements whose content is no text; the ledger names both. */
function withoutHidden(html: string): string {
  let bare = without(html, '<!--', '-->');
  for (const name of STRIPPED) bare = without(bare, `<${name}`, `</${name}`);
  return bare;
}

function without(html: string, open: string, close: string): string {
  let lower = html.includes('<') ? html.toLowerCase() : '';
  if (!lower.includes(open)) return html;
  let rest = html;
  let kept = '';
  for (;;) {
    const from = lower.indexOf(open);
    const to = from < 0 ? -1 : lower.indexOf(close, from);
    if (to < 0) return kept + rest;
    kept += rest.slice(0, from);
    rest = rest.slice(to + close.length);
    lower = lower.slice(to + close.length);
  }
}
