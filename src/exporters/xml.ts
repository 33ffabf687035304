import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** What XML 1.0 (section 2.2) forbids even as a reference; a title read from `\x01` in YAML can hold it. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const allowed = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

/** Puts U+FFFD for the characters that no XML document may hold, in texts and attributes. */
function clean(element: Element): Element {
  visit(element, (node) => {
    if (node.type === 'text') node.value = allowed(node.value);
    if (node.type === 'element')
      for (const [name, value] of Object.entries(node.attributes))
        if (value) node.attributes[name] = allowed(value);
  });
  return element;
}

/** XML forbids `]]>` in text (section 2.4), and the library lets it through. */
const escaped = (xml: string): string => xml.replaceAll(']]>', ']]&gt;');

/** One element as XML; characters that no XML document may hold become U+FFFD. */
export const elementText = (element: Element): string =>
  escaped(toXml(clean(element), { closeEmptyElements: true, tightClose: true }));

/**
 * An XML document in pieces, one child of the root at a time, so that a sitemap of 50,000 addresses is never held whole.
 * @param root the root element with its attributes, without children
 */
export function* xmlDocument(root: Element, children: Iterable<Element>): Generator<string> {
  const end = `</${root.name}>`;
  yield `<?xml version="1.0" encoding="utf-8"?>\n${escaped(toXml(clean(root))).slice(0, -end.length)}\n`;
  for (const child of children) yield `${elementText(child)}\n`;
  yield `${end}\n`;
}
