import * as strings from '../locales/zh-Hans.ts';
import { OFFLINE_PAGE, UNSAVED_PAGE } from '../offline/format.ts';
import { type PageKind, view } from './page.ts';

/** The page where the archive is saved, and the one the service worker shows for pages that are not. */
export const offlinePages: PageKind = {
  name: 'offline',
  *views({ settings }) {
    if (!settings.offline) return;
    yield view(OFFLINE_PAGE, 'offline.njk', {
      title: strings.offline.title,
      description: strings.offline.lead,
    });
    yield view(UNSAVED_PAGE, 'unsaved.njk', {
      title: strings.unsaved.title,
      description: '',
    });
  },
};
