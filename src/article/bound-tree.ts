import type { Nodes, Root } from 'mdast';
import { BeyondLimits } from './limits.ts';

/** Characters that references to definitions may come to. */
const MAX_REFERRED = 2_000_000;
/** Tags of HTML, each counted once more for every element that is open where it stands: an HTML parser reopens some of them there. */
const MAX_HTML = 100_000;
/** Open elements inside each other. */
const MAX_OPEN = 500;

const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
/** Elements that end by themselves, or hold nothing. */
const ENDING =
  /^(?:p|li|d[dt]|t[dhr]|tbody|thead|tfoot|caption|col|colgroup|option|optgroup|rt|rp|br|hr|img|wbr|embed|source|track|input|meta|link|area|base|param|frame)$/i;

/**
 * Bounds what a tree grows into: a definition stands wherever it is referred to, and HTML that is never closed holds all that follows.
 * @throws {BeyondLimits}
 */
export function boundTree(tree: Root): void {
  const definitions = new Map<string, number>();
  const references: string[] = [];
  let open = 0;
  let html = 0;
  const see = (node: Nodes): void => {
    if (node.type === 'definition')
      definitions.set(node.identifier, node.url.length + (node.title?.length ?? 0));
    else if (node.type === 'linkReference' || node.type === 'imageReference')
      references.push(node.identifier);
    else if (node.type === 'html')
      for (const [, slash, name = ''] of node.value.matchAll(TAG)) {
        if (!ENDING.test(name)) open = slash === '' ? open + 1 : Math.max(0, open - 1);
        html += 1 + open;
        if (open > MAX_OPEN)
          throw new BeyondLimits(`more than ${MAX_OPEN} elements of HTML inside each other`);
        if (html > MAX_HTML) throw new BeyondLimits('too many elements of HTML inside each other');
      }
    if ('children' in node) for (const child of node.children) see(child);
  };
  see(tree);
  let referred = 0;
  for (const identifier of references) referred += definitions.get(identifier) ?? 0;
  if (referred > MAX_REFERRED) throw new BeyondLimits(`references that come to ${referred} characters`);
}
