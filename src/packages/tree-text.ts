import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { allowed } from '../exporters/xml.ts';

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

/** A tree as XML. It forbids `]]>` in text (section 2.4), and the library lets that through. */
export const treeText = (root: Element): string =>
  toXml(clean(root), { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;');
