/** The script of the offline page. */
import { offline } from '#locale';
import { siteRoot } from '../shared/site-url.ts';
import { offlinePage } from './offline-page.ts';
import { SiteStorage } from './site-storage.ts';

offlinePage(new SiteStorage(siteRoot()), offline);
