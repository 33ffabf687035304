import { offline as t } from '#locale';
import { ASSETS } from '../../offline/format.ts';
import {
  type ArchiveState,
  articles,
  isEmpty,
  isOutdated,
  isWhole,
  partOf,
  wholeOf,
} from './archive-state.ts';
import { type Action, count } from './offline-view.ts';

/** The work that a reader can ask for. */
export interface Work {
  save(groups: readonly string[]): void;
  /** Removes some groups. */
  remove(groups: readonly string[]): void;
  /** Asks once more, then removes everything. */
  removeAll(): void;
}

/**
 * The choices of a reader for the whole archive.
 * @param sure whether to remove everything was asked for once
 */
export function archiveChoices(state: ArchiveState, work: Work, sure: boolean): Action[] {
  const { index, job } = state;
  const actions: Action[] = [];
  if (index && job) actions.push({ text: t.resume, primary: true, run: () => work.save(job.groups) });
  else if (isOutdated(state)) actions.push({ text: t.update, primary: true, run: () => work.save([]) });
  if (index && !job && !isWhole(state))
    actions.push({
      text: isEmpty(state) ? t.saveAll : t.saveRest,
      primary: !isOutdated(state),
      run: () => work.save(wholeOf(index).map(({ id }) => id)),
    });
  if (job || !isEmpty(state)) actions.push({ text: sure ? t.removeSure : t.removeAll, run: work.removeAll });
  return actions;
}

/** The rows of all groups, how much of each is saved and the choices of a reader; without a network there is no more to be said than what is saved. */
export function groupRows(
  state: ArchiveState,
  work: Work,
): { id: string; text: string; actions: Action[] }[] {
  const { index, record } = state;
  if (!index) return Object.keys(record?.groups ?? {}).map((id) => ({ id, text: t.kept, actions: [] }));
  return index.groups
    .filter(({ id }) => id !== ASSETS)
    .map((group) => {
      const { id } = group;
      const part = partOf(state, group);
      const name = t.group(id);
      const action: Action =
        part === 'all'
          ? { text: t.remove, label: t.removeOne(name), run: () => work.remove([id]) }
          : { text: t.save, label: t.saveOne(name), run: () => work.save([id]) };
      return { id, text: { none: '', some: t.partly, all: t.kept }[part], actions: [action] };
    });
}

/**
 * The sentence of the page on what is saved.
 * @param happened the sentence that is said before it, where something has just happened
 */
export function sentenceOf(state: ArchiveState, happened?: string): string {
  const { index, record, job } = state;
  const { saved, all } = articles(state);
  const network = index ? '' : t.offline;
  if (isOutdated(state)) return t.outdated;
  if (job && !happened) return t.begun + network;
  if (isEmpty(state)) return t.nothing + network;
  if (!index) return (record ? t.someSaved : '') + network;
  return isWhole(state) ? t.whole(count(all)) : t.some(count(saved), count(all));
}
