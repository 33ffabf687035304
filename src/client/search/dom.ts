/** A child of an element: a node, text, or nothing. */
export type Child = Node | string | null;

/** Makes an element from attributes and children. Text becomes text nodes: nothing here is ever parsed as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  fill(element, children);
  return element;
}

/** Puts children in the place of those an element has. */
export const fill = (element: Element, children: readonly Child[]): void =>
  element.replaceChildren(...children.filter((child) => child !== null));

/** Makes a button that is a word to click. */
export function button(
  text: Child,
  onClick: () => void,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', onClick);
  return element;
}
