import type { AssetManifest } from '../assets/bundle.ts';
import type { Settings } from '../settings.ts';

/** The settings that pages show: a page is made again where one of them differs. */
type Shown = Pick<
  Settings,
  'language' | 'title' | 'description' | 'origin' | 'maintainer' | 'licence' | 'icp' | 'gongan' | 'offline'
>;

/** Everything that a layout reads besides its page's own data. */
export interface Site extends Shown {
  /** Path of the site's root on its host: only the 404 page needs it, because it is shown at any depth. */
  basePath: string;
  /** Number of the 公安备案 record, for its link. */
  gonganCode: string | null;
  hasTopics: boolean;
  /** Names of the search engines there are, space-separated: the search forms are marked with it. */
  engines: string;
  assets: AssetManifest;
}

/** Gathers what every layout reads. */
export function siteOf(
  settings: Settings,
  assets: AssetManifest,
  hasTopics: boolean,
  engines: readonly string[],
): Site {
  const { language, title, description, origin, maintainer, licence, icp, gongan, offline } = settings;
  return {
    language,
    title,
    description,
    origin,
    basePath: origin ? new URL(origin).pathname : '/',
    maintainer,
    licence,
    icp,
    gongan,
    gonganCode: gongan?.match(/\d{6,}/)?.[0] ?? null,
    hasTopics,
    offline,
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
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
