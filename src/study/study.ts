import { type Terms, termsOf } from '../related/terms.ts';
import { topicMatcher } from '../topics/matcher.ts';
import type { Mention, Topic } from '../topics/topic.ts';

/** The words of an article, block by block: what a study sees of it. */
export interface StudyText {
  title: string;
  /** Plain text, in document order. */
  passages: readonly string[];
}

/** Settings that studies depend on, besides the articles: plain data, because it travels to the workers. */
export interface StudyOptions {
  /** Topics that are looked for. */
  topics: readonly Topic[];
}

/** What the archive learns of one article's words, for what it says of all of them together. Small, because all are held at once. */
export interface Study {
  /** What the article is about, heaviest first. */
  mentions: Mention[];
  /** What other articles are found by. */
  related: Terms;
}

/**
 * Makes the function that studies articles: what all of them need is prepared once.
 * It is a pure function of the text and the options, linear in the text.
 */
export function studier({ topics }: StudyOptions): (text: StudyText) => Study {
  const mentionsIn = topicMatcher(topics);
  return (text) => ({ mentions: mentionsIn(text), related: termsOf(text) });
}
