import { isArticle, OFFLINE_PAGE } from '../../offline/format.ts';
import type { SiteStorage } from '../offline/site-storage.ts';
import { findAnywhere, findInShell, findKept, findSaved } from './find-page.ts';
import { isPage } from './genuine.ts';
import { findBundle, keep, keepBundle, refresh } from './kept.ts';
import type { Route } from './route.ts';
import type { RequestEvent } from './scope.ts';
import { unsavedPage } from './unsaved.ts';

/** Milliseconds a page that is there anyway waits for a newer one. */
const PATIENCE = 2500;

/** An empty article in the place of one that is not there, where search wants to look into it: nothing is found in it. */
const NO_ARTICLE = '<article><h1></h1><div id="text"></div></article>';

const html = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });

/** Answers requests from what is kept and from the network. */
export class Answers {
  readonly #storage: SiteStorage;

  constructor(storage: SiteStorage) {
    this.#storage = storage;
  }

  /**
   * The answer to a request; null for one that is left to the browser. Where storage itself fails, the network answers as if
   * there were no service worker.
   * @param asked what the request is for
   */
  answer(event: RequestEvent, asked: Route): Promise<Response> | null {
    return this.#found(event, asked)?.catch(() => fetch(event.request)) ?? null;
  }

  #found(event: RequestEvent, asked: Route): Promise<Response> | null {
    if (asked.kind === 'pass') return null;
    if (asked.kind === 'page') return this.#page(event, asked.paths);
    if (asked.kind === 'bundle') return this.#bundle(event, asked.path);
    return asked.kind === 'index' ? this.#index(event, asked.path) : this.#looked(event, asked.path);
  }

  /** A bundle: its name says its content, so any copy will do. */
  async #bundle(event: RequestEvent, path: string): Promise<Response> {
    const found = await findBundle(this.#storage, path);
    if (found) return found;
    const response = await fetch(event.request);
    event.waitUntil(keepBundle(this.#storage, path, response.clone()).catch(() => undefined));
    return response;
  }

  /**
   * A page somebody goes to. What is saved is of one build and comes first, until the reader brings it up to date.
   * Articles that were read are shown at once and asked for anew in the background; lists are asked for first, for a moment.
   * @param paths files the address may mean
   */
  async #page(event: RequestEvent, paths: readonly string[]): Promise<Response> {
    const [path = ''] = paths;
    const own = path === OFFLINE_PAGE ? await findInShell(this.#storage, path) : null;
    const saved = own ?? (await findSaved(this.#storage, ...paths));
    if (saved) return saved;
    const kept = await findKept(this.#storage, ...paths);
    if (kept && isArticle(path)) {
      event.waitUntil(refresh(this.#storage, path));
      return kept;
    }
    const live = this.#live(event, path);
    event.waitUntil(live.catch(() => undefined));
    const here = kept ?? (await findInShell(this.#storage, ...paths));
    if (!here) return live.catch(() => unsavedPage(this.#storage, path));
    const response = await within(live, PATIENCE);
    // A host in trouble is no better than none.
    return response && response.status < 500 ? response : here;
  }

  /** A file of an index: the saved index as a whole, or the network. */
  async #index({ request }: RequestEvent, path: string): Promise<Response> {
    return (await this.#storage.saved(path)) ?? fetch(request);
  }

  /**
   * A page that search looks into. With a saved index it is the saved page; an article that is not there counts as one
   * that does not match, so that search goes on among those that are.
   */
  async #looked({ request }: RequestEvent, path: string): Promise<Response> {
    const record = await this.#storage.record();
    const indexed = (record?.groups.search?.length ?? 0) > 0;
    const saved = indexed ? await this.#storage.saved(path) : null;
    if (saved) return saved;
    try {
      const response = await fetch(request);
      return indexed && response.status === 404 ? html(NO_ARTICLE) : response;
    } catch (error) {
      const here = await findAnywhere(this.#storage, path);
      if (here) return here;
      if (indexed) return html(NO_ARTICLE);
      throw error;
    }
  }

  async #live(event: RequestEvent, path: string): Promise<Response> {
    const response = await fetch(event.request);
    if (isPage(response)) event.waitUntil(keep(this.#storage, path, response.clone()));
    return response;
  }
}

/** A response that comes in time; null where it does not, or not at all. */
async function within(response: Promise<Response>, milliseconds: number): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(done, milliseconds, null);
  });
  const first = await Promise.race([response.catch(() => null), late]);
  clearTimeout(timer);
  return first;
}
