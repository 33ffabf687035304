import type { Root } from 'mdast';
import type { Repair } from '../types.ts';
import { doubleEncodedEntity } from './double-encoded-entity.ts';
import { emptyImage } from './empty-image.ts';
import { indentedProse } from './indented-prose.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lazyImage } from './lazy-image.ts';
import { paragraphIndent } from './paragraph-indent.ts';
import { repeatedParagraph } from './repeated-paragraph.ts';
import { repeatedTitle } from './repeated-title.ts';
import type { CleanContext, CleanRule } from './rule.ts';
import { softLineBreak } from './soft-line-break.ts';
import { strayQuestionMark } from './stray-question-mark.ts';
import { wholeArticleBlob } from './whole-article-blob.ts';

/** The repairs in the order they are made: characters, then blocks, then lines, then what is compared across the article. */
export const rules: readonly CleanRule[] = [
  indentedProse, // first: what it turns into prose needs every other repair too
  invisibleCharacter, // before all that look at characters: nothing hidden may stand between two of them
  doubleEncodedEntity, // before the indents: `&nbsp;` is one
  emptyImage, // before the indents: text may begin behind one
  lazyImage, // likewise, in raw HTML
  paragraphIndent, // before the line ends: a line that begins with an indent is a paragraph
  strayQuestionMark, // after the indents: «　　?» begins a paragraph too
  softLineBreak, // when no line will come or go any more inside a paragraph
  repeatedTitle, // before the blob, which may begin right after it
  wholeArticleBlob, // before the repeated paragraphs: a blob's neighbours are its evidence
  repeatedParagraph, // last: what the blob hid may stand side by side now
];

/**
 * Mends scraping damage in a parsed article (mdast after CommonMark + GFM), in place.
 * @returns what was mended, in the order of the table.
 */
export function clean(tree: Root, context: CleanContext): Repair[] {
  const repairs: Repair[] = [];
  for (const rule of rules) {
    if (context.off.includes(rule.name)) continue;
    rule.clean(tree, (repair) => repairs.push({ rule: rule.name, ...repair }), context);
  }
  return repairs;
}
