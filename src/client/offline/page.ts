import { offline as t } from '../../locales/zh-Hans.ts';
import { bytesText } from '../../offline/bytes.ts';
import { ASSETS } from '../../offline/format.ts';
import type { Fault } from './fault.ts';
import { faultOf } from './fault.ts';
import { alone, whenFree } from './lock.ts';
import { remove } from './remove.ts';
import { room } from './room.ts';
import { type Progress, planSave, save } from './save.ts';
import { sentenceOf } from './sentence.ts';
import { isEmpty, isOutdated, isWhole, partOf, readState, type State, wholeOf } from './state.ts';
import type { Store } from './store.ts';
import { type Action, count, partText, View } from './view.ts';

/** Milliseconds in which a second press means that all is to be deleted. */
const SURE = 4000;

/** The offline page: what is saved, and saving, pausing, bringing up to date and deleting. */
export class OfflinePage {
  readonly #store: Store;
  readonly #view = new View();
  #state: State = { index: null, record: null, job: null };
  /** The saving that is under way in this tab. */
  #running: AbortController | null = null;
  #sure = false;

  constructor(store: Store) {
    this.#store = store;
  }

  async start(): Promise<void> {
    if (location.protocol === 'file:') return this.#view.unpacked();
    if (!('caches' in window) || !('serviceWorker' in navigator) || !navigator.locks)
      return this.#view.say(t.refused);
    this.#view.say(t.checking);
    addEventListener('online', () => this.#backOnline());
    addEventListener('offline', () => this.#look());
    await this.#look();
  }

  /** Looks at what there is and shows it. A sentence that is given comes first: what has just happened. */
  async #look(happened?: string): Promise<void> {
    if (this.#running) return;
    try {
      this.#state = await readState(this.#store);
    } catch {
      this.#view.say(t.refused);
      this.#view.actions([]);
      return;
    }
    // A saving may have begun meanwhile.
    if (this.#running) return;
    this.#view.progress(null);
    this.#view.say([happened, sentenceOf(this.#state, happened)].filter(Boolean).join(''));
    this.#view.actions(this.#actions());
    this.#rows();
    await this.#showRoom();
    if (isOutdated(this.#state)) await this.#showUpdate();
  }

  /** Says how much an update comes to, before anybody asks for it. */
  async #showUpdate(): Promise<void> {
    const plan = await planSave(this.#store, [], new AbortController().signal).catch(() => null);
    if (plan && !this.#running) this.#view.append(t.updateSize(bytesText(plan.bytes)));
  }

  #actions(): Action[] {
    const { index, job } = this.#state;
    const all = index ? wholeOf(index).map(({ id }) => id) : [];
    const actions: Action[] = [];
    if (index && job) actions.push({ text: t.resume, primary: true, run: () => this.#save(job.groups) });
    else if (isOutdated(this.#state))
      actions.push({ text: t.update, primary: true, run: () => this.#save([]) });
    if (index && !job && !isWhole(this.#state))
      actions.push({
        text: isEmpty(this.#state) ? t.saveAll : t.saveRest,
        primary: !isOutdated(this.#state),
        run: () => this.#save(all),
      });
    if (job || !isEmpty(this.#state))
      actions.push({ text: this.#sure ? t.removeSure : t.removeAll, run: () => this.#removeAll() });
    return actions;
  }

  #rows(): void {
    const { index, record } = this.#state;
    // Without a network there is no more to be said than what is saved.
    if (!index) for (const id of Object.keys(record?.groups ?? {})) this.#view.row(id, t.kept, []);
    for (const group of index?.groups ?? []) {
      const { id } = group;
      if (id === ASSETS) continue;
      const part = partOf(this.#state, group);
      const name = t.group(id);
      const action: Action =
        part === 'all'
          ? { text: t.remove, label: t.removeOne(name), run: () => this.#remove([id]) }
          : { text: t.save, label: t.saveOne(name), run: () => this.#save([id]) };
      this.#view.row(id, partText[part], this.#running ? [] : [action]);
    }
  }

  async #save(groups: readonly string[]): Promise<void> {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    this.#waiting = null;
    this.#view.say(t.started);
    this.#view.actions([{ text: t.pause, primary: true, run: () => running.abort() }]);
    this.#rows();
    // Without it the browser is freer to delete; what it answers is said below. Some ask the reader, who may leave that open.
    navigator.storage?.persist?.().catch(() => false);
    const outcome = await alone(this.#store, () => this.#saveNow(groups, running.signal));
    this.#running = null;
    await this.#tell(outcome);
  }

  /** Shows what came of it; where another tab was at work (null), once more when that is done. */
  async #tell(outcome: string | null): Promise<void> {
    await this.#look(outcome ?? t.busy);
    if (outcome !== null) return;
    await whenFree(this.#store);
    await this.#look();
  }

  /** @returns the sentence to be said */
  async #saveNow(groups: readonly string[], signal: AbortSignal): Promise<string> {
    try {
      const plan = await planSave(this.#store, groups, signal);
      await save(this.#store, plan, signal, (progress) => this.#showProgress(progress));
      return t.done;
    } catch (error) {
      if (signal.aborted) return t.paused;
      const fault: Fault = faultOf(error);
      this.#waiting = fault.kind === 'network' ? groups : null;
      return t.faults[fault.kind];
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
    const text = t.saving(count(saved), count(ofArticles), bytesText(bytes), bytesText(ofBytes));
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
    const done = await alone(this.#store, async () => {
      await remove(this.#store, groups);
      return t.removed;
    });
    await this.#tell(done);
  }

  async #showRoom(): Promise<void> {
    const estimate = await room();
    const persisted = !isEmpty(this.#state) && (await navigator.storage?.persisted?.());
    const used = estimate && t.used(bytesText(estimate.used), bytesText(estimate.quota));
    this.#view.room([used, persisted && t.persisted].filter(Boolean).join(''));
  }
}
