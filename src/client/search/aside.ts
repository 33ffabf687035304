import { searchBeside as words } from '#locale';
import type { Aside } from '../../search/gram/answer.ts';
import { siteUrl } from '../shared/site-url.ts';
import { button, type Child, el } from './dom.ts';

/** The line above the hits: wider to ask for, the first and the last mention. @param ask asks another query */
export function asideLine(
  { wider, first, last }: Pick<Aside, 'wider' | 'first' | 'last'>,
  root: string,
  ask: (query: string) => void,
): Child[] {
  return [
    wider &&
      button(words.wider(words.found(wider.total, wider.exact)), () => ask(wider.query), {
        class: 'word',
        'data-wider': '',
      }),
    mention(words.first, first, root),
    first?.path === last?.path ? null : mention(words.last, last, root),
  ];
}

/** The word that leaves boilerplate out of a search. */
export const boilerplateWord = (leaveOut: () => void): HTMLElement =>
  button(words.boilerplate, leaveOut, { class: 'word', 'data-boilerplate': '' });

function mention(name: string, found: Aside['first'], root: string): Child {
  if (!found) return null;
  const link = el('a', { href: siteUrl(found.path, root) }, words.titled(found.title));
  return el('span', { class: 'mention' }, `${name} `, el('time', { datetime: found.date }, found.date), link);
}
