import type { Nodes } from 'mdast';
import { countText } from '../text/counts.ts';
import { plain } from './tree.ts';

/** Characters of code, commands, logs and formulas; a backslash stands in TeX. */
const CODE_LIKE = /[{}<>=;|\\$#`@^~]|\/\/|::|\(\)|->|:\d/;

/** An entry of a list, a step, a line of a log, a speaker, an opening quote or dash, a signature in brackets. */
const ENTRY =
  /^\s*(?:[-－—–•●■◆▪*+·>]|[“‘「『"']|[（(【[]|\d+[.、)）:：]|[a-z][.、)）]|第.{1,4}[步条章节]|步骤|[一二三四五六七八九十]{1,3}[、.]|[^\s，。：:]{1,8}[：:])/iu;

/** Ends as a sentence does that is over; what leads on (a command, a list) may do so twice. */
const SENTENCE_END = /[。！？.!?…][”’」』）)]*$/;

/** True for a paragraph of running text that nobody writes twice on purpose: sentences, no entry, no verse, no code. */
export function isRunningText(node: Nodes): boolean {
  if (node.type !== 'paragraph') return false;
  const text = plain(node).trim();
  if (text.includes('\n') || CODE_LIKE.test(text) || ENTRY.test(text) || !SENTENCE_END.test(text))
    return false;
  const { han } = countText([text]);
  return han > 0 && han >= 0.6 * text.replace(/[\s\p{P}]/gu, '').length;
}
