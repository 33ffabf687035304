import type { Nodes, Root } from 'mdast';
// The types of `hProperties`, through which a node asks for an attribute of its element.
import type {} from 'remark-rehype';
import type { CleaningRule } from '../repair-rules.ts';
import type { Settings } from '../settings.ts';
import type { Repair } from '../types.ts';

declare module 'mdast' {
  interface HeadingData {
    /** True where the heading was put back from a blob (see `whole-article-blob.ts`). */
    recovered?: true;
  }
}

/** Everything cleaning depends on besides the tree. */
export interface CleanContext {
  /** Names of the rules that are switched off. */
  off: readonly string[];
  /** How line ends inside paragraphs are shown: by what they look like, as they stand, or as none. */
  lineBreaks: Settings['lineBreaks'];
  /** The article's title, plain text; empty where there is none. */
  title: string;
  /** Told of every node that is taken away as a whole, beside the repair that names it. */
  drop?: (node: Nodes) => void;
  /** Notes damage that may as well be meant. */
  suspect?: (suspicion: Suspicion) => void;
}

/** Damage that may as well be meant: the text stays as it is, and a person may look. */
export interface Suspicion {
  rule: CleaningRule;
  line: number;
  message: string;
}

/** Notes a repair; the table adds the rule's name. */
export type Report = (repair: Omit<Repair, 'rule'>) => void;

/** One kind of scraping damage and its repair. */
export interface CleanRule {
  name: CleaningRule;
  /**
   * Mends the tree in place and reports every change.
   * Never removes a word that stands nowhere else in the article; running it twice changes nothing more.
   */
  clean(tree: Root, report: Report, context: CleanContext): void;
}
