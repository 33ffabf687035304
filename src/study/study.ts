import { type Terms, termsOf } from '../related/terms.ts';

/** The words of an article, block by block: what a study sees of it. */
export interface StudyText {
  title: string;
  /** Plain text, in document order. */
  passages: readonly string[];
}

/** Settings that studies depend on, besides the articles: plain data, because it travels to the workers. */
// biome-ignore lint/suspicious/noEmptyInterface: parts are added to it
export interface StudyOptions {}

/** What the archive learns of one article's words, for what it says of all of them together. Small and JSON-able, because all are held at once. */
export interface Study {
  /** What other articles are found by. */
  related: Terms;
}

/**
 * Makes the function that studies articles: what all of them need is prepared once.
 * It is a pure function of the text and the options, linear in the text.
 */
export function studier(_options: StudyOptions): (text: StudyText) => Study {
  return (text) => ({ related: termsOf(text) });
}
