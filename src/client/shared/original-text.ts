/** Where the text of a node stands while the page shows it in the other script: known to all bundles of the page. */
const ORIGINAL = Symbol.for('original text');

interface Converted extends Text {
  [ORIGINAL]?: string;
}

/** What the article says at a text node, also while it is shown in the other script. A conversion keeps places: it is as long. */
export const originalText = (node: Converted): string => node[ORIGINAL] ?? node.data;

/** Shows a text of the same length in a node, or again what the article says (null). */
export function showConverted(node: Converted, text: string | null): void {
  const original = originalText(node);
  if (text === null || text === original) {
    delete node[ORIGINAL];
    if (node.data !== original) node.data = original;
  } else {
    node[ORIGINAL] = original;
    if (node.data !== text) node.data = text;
  }
}

/** The text of an element, as `originalText` has it. */
export function writtenText(element: Element | null): string {
  let text = '';
  const walker = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker?.nextNode(); node; node = walker?.nextNode())
    if (node instanceof Text) text += originalText(node);
  return text.trim();
}
