import type { Nodes } from 'mdast';
import { fromWindows1252 } from './characters.ts';
import { difference } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { lineOf, parents } from './tree.ts';

// Anything that may have to go; most text holds none of it, and this is all it costs.
const SUSPECT =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/u;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Scripts in which a joiner or non-joiner chooses the shape of its neighbours. */
const JOINING_SCRIPTS =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');

/** Characters that may stand before a joiner: a letter of such a script, or an emoji. */
const JOINING = new RegExp(
  `(?:[${JOINING_SCRIPTS}]|\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\ufe0f)$`,
  'u',
);

/** Takes out what has no meaning in any text, code included. */
function stripControls(text: string): string {
  return text
    .replace(/[\x80-\x9f]/g, (char) => fromWindows1252(char.charCodeAt(0)))
    .replace(/\r\n?|[\x0b\x0c\u2028\u2029]/g, '\n')
    .replace(
      /[\0-\x08\x0e-\x1f\x7f\u180e\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu,
      '',
    );
}

/** Takes out what has no meaning in prose. */
function stripProse(text: string): string {
  let clean = text.replace(/\xad/g, '');
  clean = clean.replace(/[\u200c\u200d]/g, (joiner, at: number) =>
    JOINING.test(clean.slice(Math.max(0, at - 2), at)) ? joiner : '',
  );
  if (!RIGHT_TO_LEFT.test(clean))
    clean = clean.replace(/[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]/g, '');
  // A lost character between two words is shown as □, the sign for it in Chinese print; beside a blank or punctuation it was layout.
  return clean.replace(/(?<=[\p{L}\p{N}])\ufffd+(?=[\p{L}\p{N}])/gu, '□').replace(/\ufffd/g, '');
}

function strip(node: Nodes, text: string): string {
  const clean = stripControls(text);
  // Output of a program may hold U+FFFD, and a soft hyphen there was a hyphen once.
  return node.type === 'text' || node.type === 'image' || node.type === 'imageReference'
    ? stripProse(clean)
    : clean;
}

/**
 * Control, zero-width and direction-changing characters, and U+FFFD. They come from pages that wrap words by hand,
 * from lost bytes and from copying; they break search, comparison and copying.
 */
export const invisibleCharacter: CleanRule = {
  name: 'invisible-character',
  clean(tree, report) {
    const mend = (node: Nodes, text: string): string => {
      if (!SUSPECT.test(text)) return text;
      const after = strip(node, text);
      if (after !== text) report({ line: lineOf(node), ...difference(text, after) });
      return after;
    };
    for (const parent of parents(tree)) {
      for (const node of parent.children) {
        const { type } = node;
        if (type === 'text' || type === 'inlineCode' || type === 'code' || type === 'html') {
          node.value = mend(node, node.value);
        } else if (type === 'link' || type === 'image' || type === 'definition') {
          node.url = mend(node, node.url);
        }
        if ((type === 'image' || type === 'imageReference') && node.alt) node.alt = mend(node, node.alt);
      }
    }
  },
};
