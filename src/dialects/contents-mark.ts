import { repair } from '../report.ts';
import type { Source } from './source.ts';

const MARK =
  /^[ \t]*(?:\[\[?_?TOC_?\]\]?|@\[TOC\](?:\([^)\n]*\))?|\{:\s*toc\s*\}|<!--\s*toc\s*-->|\{\{TOC\}\}|\$\{toc\}|[-*+]\s+TOC\n\{:\s*toc\s*\})[ \t]*$/dgim;

/** Takes out the marks in whose place a generator puts a table of contents: the page has one of its own. */
export function contentsMark(source: Source): void {
  if (!/toc/i.test(source.text)) return;
  source.replace(MARK, ({ whole, line }) => {
    source.notes.repairs.push(repair('contents-mark', line, whole.trim(), ''));
    return whole.replace(/[^\n]/g, '');
  });
}
