import type { Image, Nodes, Parents, Root } from 'mdast';
import { clip } from './excerpt.ts';
import { isPlaceholder, worthKeeping } from './placeholder.ts';
import type { CleanRule } from './rule.ts';
import { lineOf, parents, prune, setChildren } from './tree.ts';

const PICTURE = /^https?:\/\/[^?#]+\.(?:gif|png|jpe?g|webp|avif|bmp)(?:[?#]|$)/i;

/** What stands in an empty image's place: the picture its link leads to, its alternative text, or nothing. */
function instead(image: Image, parent: Parents): Nodes[] {
  const position = image.position ? { position: image.position } : {};
  if (parent.type === 'link' && parent.children.length === 1 && PICTURE.test(parent.url)) {
    return [{ ...image, url: parent.url }];
  }
  const text = worthKeeping(image.alt);
  return text ? [{ type: 'text', value: text, ...position }] : [];
}

/** Images without an address, and the stand-ins that a page shows until its script loads the real picture. */
export const emptyImage: CleanRule = {
  name: 'empty-image',
  clean(tree: Root, report) {
    let found = false;
    for (const parent of parents(tree)) {
      if (!parent.children.some((node) => node.type === 'image' && isPlaceholder(node.url, node.alt)))
        continue;
      found = true;
      setChildren(
        parent,
        (parent.children as Nodes[]).flatMap((node) => {
          if (node.type !== 'image' || !isPlaceholder(node.url, node.alt)) return [node];
          const nodes = instead(node, parent);
          const [first] = nodes;
          const after =
            first?.type === 'image' ? `![](${first.url})` : first?.type === 'text' ? first.value : '';
          report({
            line: lineOf(node),
            before: clip(`![${node.alt ?? ''}](${node.url})`),
            after: clip(after),
          });
          return nodes;
        }),
      );
    }
    if (found) prune(tree);
  },
};
