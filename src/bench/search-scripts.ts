/** Text, because it runs in the browser: asks a query and answers with its times. */
export type Script = (query: string) => string;

/** Follows the results until they are whole; layout is part of the time. */
const FOLLOW = `const follow = (area, start, resolve, reject) => {
  let first;
  // A question that is not answered is a fault, and no reason to wait for ever.
  setTimeout(() => reject(new Error('no answer within a minute: ' + area.dataset.state)), 60_000);
  const look = () => {
    const { state } = area.dataset;
    if (state === 'error') reject(new Error('the search failed'));
    if (state !== 'early' && state !== 'done') return false;
    area.getBoundingClientRect();
    const now = performance.now() - start;
    first ??= now;
    if (state === 'done') resolve([first, now]);
    return state === 'done';
  };
  new MutationObserver((_, observer) => {
    if (look()) observer.disconnect();
  }).observe(area, { attributes: true, attributeFilter: ['data-state'] });
};`;

/** Keeps a service worker from loading the site for offline reading at the same time. */
export const NO_WORKER = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })";

/** Asks through the search page. */
export const GRAM: Script = (query) => `new Promise((resolve, reject) => {
  ${FOLLOW}
  const input = document.querySelector('input[name=q]');
  follow(document.getElementById('results'), performance.now(), resolve, reject);
  input.value = ${JSON.stringify(query)};
  input.form.requestSubmit();
})`;

/** For a page that is opened with a query: its times count from the beginning of the navigation. */
export const OPENED = `window.opened = new Promise((resolve, reject) => {
  ${FOLLOW}
  new MutationObserver((_, observer) => {
    const area = document.getElementById('results');
    if (!area) return;
    observer.disconnect();
    follow(area, 0, resolve, reject);
  }).observe(document, { childList: true, subtree: true });
});`;

/** Asks Pagefind itself, for the first ten hits. */
export const PAGEFIND: Script = (query) => `(async () => {
  const start = performance.now();
  const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
  const { results } = await pagefind.search(${JSON.stringify(query)});
  await Promise.all(results.slice(0, 10).map((one) => one.data()));
  const took = performance.now() - start;
  return [took, took];
})()`;
