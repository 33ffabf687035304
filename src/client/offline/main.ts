/** The script of the offline page. */
import { offline } from '#locale';
import { siteRoot } from '../site-url.ts';
import { OfflinePage } from './offline-page.ts';
import { SiteStorage } from './site-storage.ts';

new OfflinePage(new SiteStorage(siteRoot()), offline).start();
