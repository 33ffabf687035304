import type { Parent } from './tree.ts';

const BREAK =
  /(?<=[\p{Script=Han}\u2018-\u201d\u3000-\u303f\uff00-\uffef])[ \t]*\n[ \t]*(?=[\p{Script=Han}\u2018-\u201d\u3000-\u303f\uff00-\uffef])/gu;

/** Joins lines of raw HTML between Han characters, where a browser would show a space; Markdown's are joined by cleaning. */
export function joinHanLines(parent: Parent): void {
  for (const child of parent.children) {
    if (child.type === 'text' && child.value.includes('\n')) child.value = child.value.replace(BREAK, '');
    else if (child.type === 'element' && child.tagName !== 'pre') joinHanLines(child);
  }
}
