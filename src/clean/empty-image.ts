import type { Image, Parents } from 'mdast';
import { excerpt } from './excerpt.ts';
import { isPlaceholder, worthKeeping } from './placeholder.ts';
import type { CleanRule } from './rule.ts';
import { lineOf, prune, replaceNodes } from './tree.ts';

const PICTURE = /^https?:\/\/[^?#]+\.(?:gif|png|jpe?g|webp|avif|bmp)(?:[?#]|$)/i;

/** The picture an empty image's link leads to, or its alternative text, and how either is reported; nothing where there is none. */
function substitute(image: Image, parent: Parents) {
  if (parent.type === 'link' && parent.children.length === 1 && PICTURE.test(parent.url))
    return { node: { ...image, url: parent.url }, shown: `![](${parent.url})` };
  const value = worthKeeping(image.alt);
  const { position } = image;
  return value && { node: { type: 'text' as const, value, ...(position && { position }) }, shown: value };
}

/** Images without an address, and the stand-ins that a page shows until its script loads the real picture. */
export const emptyImage: CleanRule = {
  name: 'empty-image',
  clean(tree, report) {
    const found = replaceNodes(tree, (node, parent) => {
      if (node.type !== 'image' || !isPlaceholder(node.url, node.alt)) return undefined;
      const other = substitute(node, parent);
      const before = excerpt(`![${node.alt ?? ''}](${node.url})`);
      report({ line: lineOf(node), before, after: other ? excerpt(other.shown) : '' });
      return other ? [other.node] : [];
    });
    if (found) prune(tree);
  },
};
