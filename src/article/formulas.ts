import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import temml from 'temml';
import { unified } from 'unified';
import { FORMULA_CLASS } from '../dialects/formulas.ts';
import { reasonOf } from '../errors.ts';
import { info, type Warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import { eachElement, element, isElement, lineOf, rebuild, someElement } from './tree.ts';

/** Characters of one formula, and of all of an article, that are written as MathML: beyond them TeX is shown. */
const LONGEST = 5_000;
const ALL = 200_000;

/** Everything that a formula may be made of. */
const TAGS = new Set(
  'math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mstyle mpadded mphantom menclose mprescripts mmultiscripts none merror'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'display mathvariant stretchy fence separator symmetric lspace rspace minsize maxsize movablelimits accent accentunder largeop form linethickness width height depth voffset columnalign rowalign columnspacing rowspacing columnlines rowlines displaystyle scriptlevel encoding notation columnspan rowspan'.split(
    ' ',
  ),
);

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

const isFormula = (node: Element): boolean =>
  node.tagName === 'code' && [node.properties.className].flat().includes(FORMULA_CLASS);

/**
 * Writes formulas as MathML, which browsers show without a script or a font of their own; the TeX stays beside it, for search and for copying.
 * A formula that cannot be read is shown as its TeX.
 */
export function settleFormulas(tree: Root): Warning[] {
  if (!someElement(tree, isFormula)) return [];
  const warnings: Warning[] = [];
  let left = ALL;
  let line = 1;
  const written = (node: Element, display: boolean): Element | null => {
    line = lineOf(node, line);
    const tex = textOf(node).trim();
    left -= tex.length;
    const reason =
      tex.length > LONGEST || left < 0
        ? `a formula beyond ${LONGEST} characters, or beyond ${ALL} in one article`
        : null;
    const made = reason ?? mathOf(tex, display);
    if (typeof made !== 'string') return made;
    const message = `Unexpected ${made} in «${clip(tex, 60)}», expected a formula in TeX; shown as it is written`;
    warnings.push(info('formula', message, line));
    delete node.properties.className;
    return null;
  };
  const walk = (parent: Root | Element): void => {
    for (const [at, child] of parent.children.entries()) {
      if (!isElement(child)) continue;
      const only = child.tagName === 'pre' && child.children.length === 1 ? child.children[0] : undefined;
      if (isElement(only) && isFormula(only)) {
        const math = written(only, true);
        if (math) parent.children[at] = element('div', { className: ['formula'], tabIndex: 0 }, [math]);
      } else if (isFormula(child)) {
        const math = written(child, false);
        if (math) parent.children[at] = math;
      } else walk(child);
    }
  };
  walk(tree);
  return warnings;
}

/** A formula as MathML, or why there is none. */
function mathOf(tex: string, display: boolean): Element | string {
  try {
    const markup = temml.renderToString(tex, {
      displayMode: display,
      annotate: true,
      throwOnError: true,
      trust: false,
      strict: false,
      maxSize: [20, 20],
      maxExpand: 200,
    });
    const [math] = parser.parse(markup).children;
    if (!isElement(math, 'math')) return 'no formula';
    allowed(math);
    return math;
  } catch (cause) {
    return `formula (${clip(reasonOf(cause).split('\n', 1)[0] ?? '', 80)})`;
  }
}

/** Leaves in a formula only what it may be made of. */
function allowed(math: Element): void {
  const clean = (node: Element): void => {
    for (const name of Object.keys(node.properties))
      if (!ATTRIBUTES.has(name.toLowerCase())) delete node.properties[name];
  };
  clean(math);
  eachElement(math, clean);
  rebuild(math, (node) => (isElement(node) && !TAGS.has(node.tagName) ? node.children : node));
}
