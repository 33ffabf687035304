import type { Nodes } from 'mdast';
import { fromWindows1252 } from './characters.ts';
import { difference } from './excerpt.ts';
import type { CleanRule } from './rule.ts';
import { lineOf, parents, plain } from './tree.ts';

/** The references that content management systems write into Chinese pages. Joiners become nothing. */
const NAMED = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", zwnj: '', zwj: '', shy: '' },
    ...{ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009' },
    ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', sbquo: '‚', bdquo: '„' },
    ...{ hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•', sdot: '⋅', times: '×', divide: '÷' },
    ...{ copy: '©', reg: '®', trade: '™', yen: '¥', euro: '€', pound: '£', cent: '¢', sect: '§' },
    ...{ deg: '°', permil: '‰', plusmn: '±', rarr: '→', larr: '←' },
  }),
);

// `&nbsp` also without its semicolon, as browsers read it.
const REFERENCE = /&(?:amp;)*(?:([a-z]{2,6});|#(\d{2,7});|#x([\da-f]{2,6});|(nbsp)(?![\da-z=;]))/gi;

/** Words that show a paragraph is about character references, where one standing in the text is meant. */
const ABOUT_REFERENCES = /实体|转义|字符引用|HTML(?!5)|entit|escap/i;

/** Characters no text should hold: a reference to one is dropped, as the invisible characters themselves are. */
const UNWANTED = /^[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\ufffd]$/u;

function fromNumber(code: number, written: string): string {
  if (code >= 128 && code <= 159) return fromWindows1252(code);
  if (code > 0x10ffff) return written;
  const char = String.fromCodePoint(code);
  if (code === 9 || code === 10 || code === 13) return ' ';
  return UNWANTED.test(char) ? '' : char;
}

/** Decodes the references left in a text, however often they were encoded; others stay as they are. */
function decode(text: string): string {
  return text.replace(REFERENCE, (written, name?: string, decimal?: string, hex?: string, bare?: string) => {
    if (decimal) return fromNumber(Number.parseInt(decimal, 10), written);
    if (hex) return fromNumber(Number.parseInt(hex, 16), written);
    return NAMED.get((name ?? bare ?? '').toLowerCase()) ?? written;
  });
}

/**
 * `&amp;nbsp;` in the source reads `&nbsp;` on the page: a character reference that was encoded once too often.
 * Prose and addresses only; code is never touched, and a text node cannot become markup.
 */
export const doubleEncodedEntity: CleanRule = {
  name: 'double-encoded-entity',
  clean(tree, report) {
    const mend = (node: Nodes, before: string, after: string): string => {
      if (after !== before) report({ line: lineOf(node), ...difference(before, after) });
      return after;
    };
    for (const parent of parents(tree)) {
      let isAbout: boolean | undefined;
      for (const node of parent.children) {
        const { type } = node;
        const hasAddress = type === 'link' || type === 'image' || type === 'definition';
        if (hasAddress && node.url.includes('&amp;')) {
          node.url = mend(node, node.url, node.url.replace(/&(?:amp;)+/g, '&'));
        }
        if (node.type !== 'text' || !node.value.includes('&')) continue;
        const after = decode(node.value);
        if (after === node.value) continue;
        isAbout ??= ABOUT_REFERENCES.test(plain(parent));
        if (!isAbout) node.value = mend(node, node.value, after);
      }
    }
  },
};
