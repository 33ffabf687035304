import type { ChartNode } from './node.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text that stands for itself in markup, in XML too: characters that XML forbids are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

/** Shapes, which hold nothing and close themselves. */
const SHAPES = new Set(['circle', 'line', 'path', 'rect']);

/**
 * Writes a chart as markup, good as HTML and as XML. All text in it is escaped.
 * @param root what addresses in it are relative to
 */
export function markup({ name, attributes, children }: ChartNode, root = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(key === 'href' ? root + value : String(value))}"`,
  );
  if (SHAPES.has(name) && children.length === 0) return `<${name}${written.join('')}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child, root)));
  return `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}
