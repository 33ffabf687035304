import type { Strings } from '../../locales/index.ts';
import { type ArchiveState, articles, isEmpty, isOutdated, isWhole } from './archive-state.ts';
import { count } from './offline-view.ts';

/**
 * The sentence of the page on what is saved.
 * @param happened the sentence that is said before it, where something has just happened
 */
export function sentenceOf(state: ArchiveState, t: Strings['offline'], happened?: string): string {
  const { index, record, job } = state;
  const { saved, all } = articles(state);
  const network = index ? '' : t.offline;
  if (isOutdated(state)) return t.outdated;
  if (job && !happened) return t.begun + network;
  if (isEmpty(state)) return t.nothing + network;
  if (!index) return (record ? t.someSaved : '') + network;
  return isWhole(state) ? t.whole(count(all)) : t.some(count(saved), count(all));
}
