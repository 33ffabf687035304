/** The script of the offline page. */
import { offline as t } from '#locale';
import { bytesText } from '../../offline/bytes-text.ts';
import { siteRoot } from '../shared/site-url.ts';
import { type ArchiveState, isEmpty, isOutdated, readArchiveState } from './archive-state.ts';
import { archiveChoices, groupRows, sentenceOf, type Work } from './choices.ts';
import { faultOf } from './fault.ts';
import { count, OfflineView } from './offline-view.ts';
import { remove } from './remove.ts';
import { room } from './room.ts';
import { type Progress, planSave, save } from './save.ts';
import { alone, SiteStorage, whenFree } from './site-storage.ts';

/** Milliseconds in which a second press means that all is to be deleted. */
const SURE = 4000;

/** The offline page: what is saved, and saving, pausing, bringing up to date and deleting. */
async function offlinePage(storage: SiteStorage): Promise<void> {
  const view = new OfflineView();
  let state: ArchiveState = { index: null, record: null, job: null };
  /** The saving that is under way in this tab. */
  let running: AbortController | null = null;
  /** Groups whose saving goes on by itself when the network is back. */
  let waiting: readonly string[] | null = null;
  let sure = false;

  const work: Work = {
    save: (groups) => startSaving(groups),
    remove: (groups) => startRemoving(groups),
    removeAll() {
      sure = !sure;
      if (!sure) {
        startRemoving(null);
        return;
      }
      setTimeout(() => {
        sure = false;
        if (!running) showChoices();
      }, SURE);
      showChoices();
    },
  };
  const showChoices = () => view.actions(archiveChoices(state, work, sure));
  const showRows = () => {
    for (const { id, text, actions } of groupRows(state, work)) view.row(id, text, running ? [] : actions);
  };

  /** Looks at what there is and shows it. A sentence that is given comes first: what has just happened. */
  async function look(happened?: string): Promise<void> {
    if (running) return;
    try {
      state = await readArchiveState(storage);
    } catch {
      view.say(t.refused);
      view.actions([]);
      return;
    }
    // A saving may have begun meanwhile.
    if (running) return;
    view.progress(null);
    view.say([happened, sentenceOf(state, happened)].filter(Boolean).join(''));
    showChoices();
    showRows();
    await showRoom();
    if (isOutdated(state)) await showUpdate();
  }

  /** Says how much an update comes to, before anybody asks for it. */
  async function showUpdate(): Promise<void> {
    const plan = await planSave(storage, [], new AbortController().signal).catch(() => null);
    if (plan && !running) view.append(t.updateSize(bytesText(plan.bytes)));
  }

  async function showRoom(): Promise<void> {
    const estimate = await room();
    const persisted = !isEmpty(state) && (await navigator.storage?.persisted?.());
    const used = estimate && t.used(bytesText(estimate.used), bytesText(estimate.quota));
    view.room([used, persisted && t.persisted].filter(Boolean).join(''));
  }

  async function startSaving(groups: readonly string[]): Promise<void> {
    if (running) return;
    const started = new AbortController();
    running = started;
    waiting = null;
    view.say(t.started);
    view.actions([{ text: t.pause, primary: true, run: () => started.abort() }]);
    showRows();
    // Without it the browser is freer to delete; what it answers is said below. Some ask the reader, who may leave that open.
    navigator.storage?.persist?.().catch(() => false);
    const outcome = await alone(storage, () => saveNow(groups, started.signal));
    running = null;
    await tell(outcome);
  }

  /** @returns the sentence to be said */
  async function saveNow(groups: readonly string[], signal: AbortSignal): Promise<string> {
    try {
      await save(storage, await planSave(storage, groups, signal), signal, showProgress);
      return t.done;
    } catch (error) {
      if (signal.aborted) return t.paused;
      const { kind } = faultOf(error);
      waiting = kind === 'network' ? groups : null;
      return t.faults[kind];
    }
  }

  function showProgress({ bytes, ofBytes, articles: saved, ofArticles }: Progress): void {
    // Bytes for what is to come, articles for what was there before: the bar never goes back.
    const value = ofBytes > 0 ? bytes / ofBytes : saved / Math.max(1, ofArticles);
    const text = t.saving(count(saved), count(ofArticles), bytesText(bytes), bytesText(ofBytes));
    view.progress({ value, text });
  }

  async function startRemoving(groups: readonly string[] | null): Promise<void> {
    waiting = null;
    await tell(await alone(storage, () => remove(storage, groups).then(() => t.removed)));
  }

  /** Shows what came of it; where another tab was at work (null), once more when that is done. */
  async function tell(outcome: string | null): Promise<void> {
    await look(outcome ?? t.busy);
    if (outcome !== null) return;
    await whenFree(storage);
    await look();
  }

  if (location.protocol === 'file:') {
    // In a copy from a zip there is nothing to save.
    view.hideParts();
    return view.say(t.unpacked);
  }
  if (!('caches' in window) || !('serviceWorker' in navigator) || !navigator.locks)
    return view.say(t.refused);
  view.say(t.checking);
  addEventListener('online', () => {
    const groups = waiting;
    waiting = null;
    if (groups) startSaving(groups);
    else look();
  });
  addEventListener('offline', () => look());
  await look();
}

offlinePage(new SiteStorage(siteRoot()));
