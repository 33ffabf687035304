import type { Strings } from '../../locales/index.ts';
import { bytesText } from '../../offline/bytes-text.ts';
import { ASSETS } from '../../offline/format.ts';
import {
  type ArchiveState,
  isEmpty,
  isOutdated,
  isWhole,
  partOf,
  readArchiveState,
  wholeOf,
} from './archive-state.ts';
import { faultOf } from './fault.ts';
import { alone, whenFree } from './lock.ts';
import { type Action, count, OfflineView } from './offline-view.ts';
import { remove } from './remove.ts';
import { room } from './room.ts';
import { type Progress, planSave, save } from './save.ts';
import { sentenceOf } from './sentence.ts';
import type { SiteStorage } from './site-storage.ts';

/** Milliseconds in which a second press means that all is to be deleted. */
const SURE = 4000;

/** The offline page: what is saved, and saving, pausing, bringing up to date and deleting. */
export class OfflinePage {
  readonly #storage: SiteStorage;
  readonly #words: Strings['offline'];
  readonly #view = new OfflineView();
  #state: ArchiveState = { index: null, record: null, job: null };
  /** The saving that is under way in this tab. */
  #running: AbortController | null = null;
  #sure = false;

  constructor(storage: SiteStorage, words: Strings['offline']) {
    this.#storage = storage;
    this.#words = words;
  }

  async start(): Promise<void> {
    if (location.protocol === 'file:') {
      // In a copy from a zip there is nothing to save.
      this.#view.hideParts();
      return this.#view.say(this.#words.unpacked);
    }
    if (!('caches' in window) || !('serviceWorker' in navigator) || !navigator.locks)
      return this.#view.say(this.#words.refused);
    this.#view.say(this.#words.checking);
    addEventListener('online', () => this.#backOnline());
    addEventListener('offline', () => this.#look());
    await this.#look();
  }

  /** Looks at what there is and shows it. A sentence that is given comes first: what has just happened. */
  async #look(happened?: string): Promise<void> {
    if (this.#running) return;
    try {
      this.#state = await readArchiveState(this.#storage);
    } catch {
      this.#view.say(this.#words.refused);
      this.#view.actions([]);
      return;
    }
    // A saving may have begun meanwhile.
    if (this.#running) return;
    this.#view.progress(null);
    this.#view.say([happened, sentenceOf(this.#state, this.#words, happened)].filter(Boolean).join(''));
    this.#view.actions(this.#actions());
    this.#rows();
    await this.#showRoom();
    if (isOutdated(this.#state)) await this.#showUpdate();
  }

  /** Says how much an update comes to, before anybody asks for it. */
  async #showUpdate(): Promise<void> {
    const plan = await planSave(this.#storage, [], new AbortController().signal).catch(() => null);
    if (plan && !this.#running) this.#view.append(this.#words.updateSize(bytesText(plan.bytes)));
  }

  #actions(): Action[] {
    const { index, job } = this.#state;
    const all = index ? wholeOf(index).map(({ id }) => id) : [];
    const actions: Action[] = [];
    if (index && job)
      actions.push({ text: this.#words.resume, primary: true, run: () => this.#save(job.groups) });
    else if (isOutdated(this.#state))
      actions.push({ text: this.#words.update, primary: true, run: () => this.#save([]) });
    if (index && !job && !isWhole(this.#state))
      actions.push({
        text: isEmpty(this.#state) ? this.#words.saveAll : this.#words.saveRest,
        primary: !isOutdated(this.#state),
        run: () => this.#save(all),
      });
    if (job || !isEmpty(this.#state))
      actions.push({
        text: this.#sure ? this.#words.removeSure : this.#words.removeAll,
        run: () => this.#removeAll(),
      });
    return actions;
  }

  #rows(): void {
    const { index, record } = this.#state;
    // Without a network there is no more to be said than what is saved.
    if (!index) for (const id of Object.keys(record?.groups ?? {})) this.#view.row(id, this.#words.kept, []);
    for (const group of index?.groups ?? []) {
      const { id } = group;
      if (id === ASSETS) continue;
      const part = partOf(this.#state, group);
      const name = this.#words.group(id);
      const action: Action =
        part === 'all'
          ? { text: this.#words.remove, label: this.#words.removeOne(name), run: () => this.#remove([id]) }
          : { text: this.#words.save, label: this.#words.saveOne(name), run: () => this.#save([id]) };
      this.#view.row(
        id,
        { none: '', some: this.#words.partly, all: this.#words.kept }[part],
        this.#running ? [] : [action],
      );
    }
  }

  async #save(groups: readonly string[]): Promise<void> {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    this.#waiting = null;
    this.#view.say(this.#words.started);
    this.#view.actions([{ text: this.#words.pause, primary: true, run: () => running.abort() }]);
    this.#rows();
    // Without it the browser is freer to delete; what it answers is said below. Some ask the reader, who may leave that open.
    navigator.storage?.persist?.().catch(() => false);
    const outcome = await alone(this.#storage, () => this.#saveNow(groups, running.signal));
    this.#running = null;
    await this.#tell(outcome);
  }

  /** Shows what came of it; where another tab was at work (null), once more when that is done. */
  async #tell(outcome: string | null): Promise<void> {
    await this.#look(outcome ?? this.#words.busy);
    if (outcome !== null) return;
    await whenFree(this.#storage);
    await this.#look();
  }

  /** @returns the sentence to be said */
  async #saveNow(groups: readonly string[], signal: AbortSignal): Promise<string> {
    try {
      const plan = await planSave(this.#storage, groups, signal);
      await save(this.#storage, plan, signal, (progress) => this.#showProgress(progress));
      return this.#words.done;
    } catch (error) {
      if (signal.aborted) return this.#words.paused;
      const fault = faultOf(error);
      this.#waiting = fault.kind === 'network' ? groups : null;
      return this.#words.faults[fault.kind];
    }
  }

  /** What goes on by itself when the network is back. */
  #waiting: readonly string[] | null = null;

  async #backOnline(): Promise<void> {
    const groups = this.#waiting;
    this.#waiting = null;
    if (groups) await this.#save(groups);
    else await this.#look();
  }

  #showProgress({ bytes, ofBytes, articles: saved, ofArticles }: Progress): void {
    // Bytes for what is to come, articles for what was there before: the bar never goes back.
    const value = ofBytes > 0 ? bytes / ofBytes : saved / Math.max(1, ofArticles);
    const text = this.#words.saving(count(saved), count(ofArticles), bytesText(bytes), bytesText(ofBytes));
    this.#view.progress({ value, text });
  }

  async #removeAll(): Promise<void> {
    if (!this.#sure) {
      this.#sure = true;
      setTimeout(() => {
        this.#sure = false;
        if (!this.#running) this.#view.actions(this.#actions());
      }, SURE);
      this.#view.actions(this.#actions());
      return;
    }
    this.#sure = false;
    await this.#remove(null);
  }

  async #remove(groups: readonly string[] | null): Promise<void> {
    this.#waiting = null;
    const done = await alone(this.#storage, async () => {
      await remove(this.#storage, groups);
      return this.#words.removed;
    });
    await this.#tell(done);
  }

  async #showRoom(): Promise<void> {
    const estimate = await room();
    const persisted = !isEmpty(this.#state) && (await navigator.storage?.persisted?.());
    const used = estimate && this.#words.used(bytesText(estimate.used), bytesText(estimate.quota));
    this.#view.room([used, persisted && this.#words.persisted].filter(Boolean).join(''));
  }
}
