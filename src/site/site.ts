import type { AssetManifest } from '../assets/bundle.ts';
import type { Settings } from '../settings.ts';

/** Everything that a layout reads besides its page's own data. */
export type Site = ReturnType<typeof siteOf>;

/**
 * Gathers what every layout reads: of the settings only those that pages show, for a page is made again where one of them differs.
 * @param engines names of the search engines there are
 */
export function siteOf(
  settings: Settings,
  assets: AssetManifest,
  hasTopics: boolean,
  engines: readonly string[],
) {
  const { language, title, description, origin, maintainer, licence, icp, gongan, offline } = settings;
  const shown = { language, title, description, origin, maintainer, licence, icp, gongan, offline };
  return {
    ...shown,
    /** Path of the site's root on its host: only the 404 page needs it, because it is shown at any depth. */
    basePath: origin ? new URL(origin).pathname : '/',
    /** Number of the 公安备案 record, for its link. */
    gonganCode: gongan?.match(/\d{6,}/)?.[0] ?? null,
    hasTopics,
    /** The search forms are marked with it. */
    engines: engines.join(' '),
    assets,
  };
}

/**
 * The content security policy of a page, for its meta element.
 * `wasm-unsafe-eval` is for Pagefind's WebAssembly; the default Trusted Types policy is in `src/client/trusted-types.ts`.
 * Images of other hosts are allowed on pages that have such images, and load only when a reader asks for one.
 */
export function contentSecurityPolicy(remoteImages: boolean): string {
  const images = remoteImages ? "'self' data: https: http:" : "'self' data:";
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `img-src ${images}`,
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
