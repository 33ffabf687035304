import { UserError } from '../errors.ts';

/** Where the figures stand in a document that people write otherwise. */
const BEGIN = '<!-- bench -->';
const END = '<!-- /bench -->';

/**
 * Puts new figures in the place of the old ones.
 * @throws {UserError} where the document does not say where they stand
 */
export function replaceSection(document: string, section: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new UserError(`Unexpected document without ${BEGIN} and ${END}, expected both, in this order`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${section}\n\n${document.slice(end)}`;
}
