import { difference } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { leaves, lineOf, parents, plain } from './tree.ts';

/** The signs an encoder wrote for the blanks of an indent it could not encode: up to four `?`, or one of full width. */
const STRAY = /^(?:\?{1,4}|？)(?=[\p{Script=Han}“‘「『《〈（【])/u;

/** A sentence about the sign itself, as in notes on wildcards and operators. */
const ABOUT_THE_SIGN = /^\S{0,6}(?:表示|代表|匹配|通配|运算符|操作符|问号|符号|是一个|的意思|用于|用来)/u;

/** A `?` before the first character of a paragraph: a blank that was lost on the way. */
export const strayQuestionMark: CleanRule = {
  name: 'stray-question-mark',
  clean(tree, report) {
    for (const parent of parents(tree)) {
      // A list's or table's entries may be about signs; prose stands in paragraphs.
      if (parent.type === 'listItem') continue;
      for (const node of parent.children) {
        if (node.type !== 'paragraph') continue;
        const first = leaves(node).find((leaf) => plain(leaf) !== '');
        if (first?.type !== 'text' || !STRAY.test(first.value)) continue;
        const after = first.value.replace(STRAY, '');
        if (ABOUT_THE_SIGN.test(after)) continue;
        report({ line: lineOf(node), ...difference(first.value, after) });
        first.value = after;
      }
    }
  },
};
