import { offline as t } from '../../locales/zh-Hans.ts';
import { articles, isEmpty, isOutdated, isWhole, type State } from './state.ts';
import { count } from './view.ts';

/**
 * What the page says of the storage.
 * @param happened the sentence that is said before it, where something has just happened
 */
export function sentenceOf(state: State, happened?: string): string {
  const { index, record, job } = state;
  const { saved, all } = articles(state);
  const network = index ? '' : t.offline;
  if (isOutdated(state)) return t.outdated;
  if (job && !happened) return t.begun + network;
  if (isEmpty(state)) return t.nothing + network;
  if (!index) return (record ? t.someSaved : '') + network;
  return isWhole(state) ? t.whole(count(all)) : t.some(count(saved), count(all));
}
