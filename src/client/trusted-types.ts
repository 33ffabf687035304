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

/** Bundles by their names, workers and the table of authors, below the site's root. */
const OWN =
  /^(?:assets\/[a-z]+-[0-9a-f]{10}\.js|pagefind\/pagefind-worker\.js|sw\.js|search\/author-names\.js)$/;

/**
 * Lets a page start the site's own bundles, workers and scripts of a disk, and no string become code or markup of the page. Called by each
 * script that may be the first to load another. Does nothing where the browser has no Trusted Types or the page already has its policy.
 * @param root address of the site's root, with its slash
 */
export function allowSiteScripts(root: string): void {
  const types = window.trustedTypes;
  if (!types || types.defaultPolicy) return;
  types.createPolicy('default', {
    createScriptURL: (url) => {
      const { href } = new URL(url, document.baseURI);
      const own = href.startsWith(root) ? href.slice(root.length) : '';
      return OWN.test(own) || own.startsWith(DISK) ? url : null;
    },
    createHTML: (html, _type, sink) => (sink === INERT ? html : null),
  });
}
