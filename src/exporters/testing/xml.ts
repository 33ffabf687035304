import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  // Numeric references too.
  htmlEntities: true,
  // Every element as a list: what holds for one entry holds for many.
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/** Reads XML with another library than the one that wrote it. @throws where it is not well-formed */
export function parseXml(text: string): unknown {
  const result = XMLValidator.validate(text);
  if (result !== true) throw new Error(`${result.err.line}:${result.err.col} ${result.err.msg}`);
  return parser.parse(text);
}

/** Texts of all elements at a path such as `feed.entry.title`. */
export const textsAt = (document: unknown, path: string): string[] =>
  elementsAt(document, path).map((element) =>
    typeof element === 'string' ? element : textOf(element, '#text'),
  );

/** One attribute of all elements at a path; empty where an element lacks it. */
export const valuesAt = (document: unknown, path: string, attribute: string): string[] =>
  elementsAt(document, path).map((element) => textOf(element, attribute));

function elementsAt(document: unknown, path: string): unknown[] {
  let elements: unknown[] = [document];
  for (const name of path.split('.'))
    elements = elements.flatMap((element) => {
      const child = property(element, name);
      return Array.isArray(child) ? child : child === undefined ? [] : [child];
    });
  return elements;
}

const textOf = (element: unknown, name: string): string => String(property(element, name) ?? '');

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
