/** The messages between pages and the service worker: single words, so that the script of every page stays small. */

/** Asks a worker that waits to take the place of the one that runs. */
export const TAKE_OVER = 'activate';
/** Asks the worker whether there is news, and is its answer where there is. */
export const NEWS = 'news';
