import type { Link, Parents, PhrasingContent, RootContent } from 'mdast';

/** Ends an address: full-width punctuation, or a Han character that follows neither another nor a sign of a path. */
const END = /[\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]|(?<![\p{Script=Han}/=_-])\p{Script=Han}/u;

/** Parses what follows an address again, for the parser took it for a part of the address. */
type ParseInline = (text: string) => PhrasingContent[];

/**
 * Ends bare addresses where Chinese text goes on after them: GFM takes `http://t.cn/a，更多` whole. Full-width
 * punctuation ends one, and so do Han characters, but for those right after `/`, `=`, `-` or `_`, which are a
 * part of the path (`/wiki/微软`).
 */
export function endAutolinks(parent: Parents, parse: ParseInline): void {
  const children: RootContent[] = parent.children;
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child?.type === 'link') {
      const rest = cut(child);
      if (rest === null) continue;
      const nodes = parse(rest).map((node) => moved(node, child));
      children.splice(index + 1, 0, ...nodes);
      // Addresses among them were ended when they were parsed.
      index += nodes.length;
    } else if (child && 'children' in child) endAutolinks(child, parse);
  }
}

/** Nodes that were parsed apart have positions of their own; they get that of the address they stood in. */
function moved(node: PhrasingContent, at: Link): PhrasingContent {
  if (at.position) node.position = at.position;
  if ('children' in node) for (const child of node.children) moved(child, at);
  return node;
}

/** Shortens a bare address in place; returns the text cut off, or null. */
function cut(link: Link): string | null {
  const [only, ...more] = link.children;
  if (only?.type !== 'text' || more.length > 0 || !isBare(link, only.value)) return null;
  const end = only.value.search(END);
  if (end === -1) return null;
  const at = only.value.slice(0, end).replace(/[*_~?!.,:;'"]+$/, '').length;
  const rest = only.value.slice(at);
  only.value = only.value.slice(0, at);
  link.url = link.url.slice(0, link.url.length - rest.length);
  return rest;
}

/** `<http://…>` was ended by its writer: the source of a bare address is as long as its text. */
function isBare({ url, position }: Link, text: string): boolean {
  if (url !== text && url !== `http://${text}`) return false;
  const { start, end } = position ?? {};
  return (
    start?.offset === undefined || end?.offset === undefined || end.offset - start.offset === text.length
  );
}
