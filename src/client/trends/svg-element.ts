import type { ChartNode } from '../../charts/node.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes the elements of a chart. Its text becomes text nodes: nothing is parsed. */
export function chartElement({ name, attributes, children }: ChartNode, inSvg = false): Element {
  const isSvg = inSvg || name === 'svg';
  const element = isSvg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') element.setAttribute(key, String(value));
  element.append(
    ...children.map((child) => (typeof child === 'string' ? child : chartElement(child, isSvg))),
  );
  return element;
}
