/** The messages between pages and the service worker: single words, so that the script of every page stays small. */
export type Message = 'activate' | 'news';

/** The worker's answer where there is news. */
export const NEWS: Message = 'news';

/** True where a page or the worker said just that. */
export const isMessage = (data: unknown, message: Message): boolean => data === message;
