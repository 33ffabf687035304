/** The script of the offline page. */
import { siteRoot } from '../site-root.ts';
import { OfflinePage } from './page.ts';
import { Store } from './store.ts';

new OfflinePage(new Store(siteRoot())).start();
