/** The writing of characters in texts and attributes (sections 2.4 and 3.3.3): `>` because of `]]>`, the last three because attributes are normalized. */
const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const written = (char: string): string => WRITTEN[char] ?? '\ufffd';
/** Puts U+FFFD for what XML 1.0 (section 2.2) forbids even as a reference; a title read from `\x01` in YAML can hold it. */
export const allowed = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
const inText = (text: string): string =>
  text.replace(/[&<>\r]|[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, written);
const inAttribute = (text: string): string =>
  text.replace(/[&<>"]|[^\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, written);

/** An element written out. A class of its own, so that no text is taken for markup. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * An element of a feed or a sitemap. Written at once: an archive has a million of them, and the library, which builds a regular expression for
 * each name and value, takes six times as long.
 * @param content its text, or its children
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly Markup[] = '',
): Markup {
  const inside = typeof content === 'string' ? inText(content) : content.map(({ text }) => text).join('');
  return new Markup(`<${startOf(name, attributes)}${inside === '' ? '/>' : `>${inside}</${name}>`}`);
}

function startOf(name: string, attributes: Readonly<Record<string, string>>): string {
  let start = name;
  for (const key in attributes) start += ` ${key}="${inAttribute(attributes[key] ?? '')}"`;
  return start;
}

/**
 * An XML document in pieces, one child of the root at a time, so that a sitemap of 50,000 addresses is never held whole.
 * @param name of the root element
 */
export function* xmlDocument(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: Iterable<Markup>,
): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<${startOf(name, attributes)}>\n`;
  for (const { text } of children) yield `${text}\n`;
  yield `</${name}>\n`;
}
