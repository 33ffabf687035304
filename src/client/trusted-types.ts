import { DISK } from '../offline/disk-layout.ts';

/** The part of the Trusted Types API used here; browsers without it need no policy. */
interface TrustedTypes {
  defaultPolicy: object | null;
  createPolicy(
    name: 'default',
    rules: {
      createScriptURL(url: string): string | null;
      createHTML(html: string, type: string, sink: string): string | null;
    },
  ): object;
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes;
  }
}

/** Parsing into a document of its own, which nobody shows and which runs nothing: how the text of a page is read. */
const INERT = 'DOMParser parseFromString';

/**
 * Lets scripts and workers be started from exactly these addresses and from one folder, and no string become code or markup
 * of the page. Does nothing where the browser has no Trusted Types or the page already has its policy.
 * @param folder address with its slash
 */
function allowScripts(urls: readonly string[], folder: string): void {
  const types = window.trustedTypes;
  if (!types || types.defaultPolicy) return;
  const allowed = new Set(urls);
  types.createPolicy('default', {
    createScriptURL: (url) => {
      const { href } = new URL(url, document.baseURI);
      return allowed.has(href) || href.startsWith(folder) ? url : null;
    },
    createHTML: (html, _type, sink) => (sink === INERT ? html : null),
  });
}

/**
 * Lets a page start the site's own bundles, workers and scripts of a disk. Called by each script that may be the first to load another.
 * @param root address of the site's root, with its slash
 */
export function allowSiteScripts(root: string): void {
  const names = document.querySelector<HTMLElement>('script[data-search]')?.dataset ?? {};
  const bundles = Object.values(names).map((file) => `${root}assets/${file}`);
  const others = ['pagefind/pagefind-worker.js', 'sw.js', 'search/author-names.js'];
  allowScripts([...bundles, ...others.map((path) => root + path)], root + DISK);
}
