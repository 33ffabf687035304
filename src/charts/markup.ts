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

/** Writes a chart as markup, good as HTML and as XML. All text in it is escaped. */
export function markup({ name, attributes, children }: ChartNode): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  if (SHAPES.has(name) && children.length === 0) return `<${name}${written.join('')}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child)));
  return `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}
