import { OFFLINE_PAGE, UNSAVED_PAGE } from '../offline/format.ts';
import { pageKind } from './page-kind.ts';

/** The page where the archive is saved. */
export const offlinePage = pageKind({
  name: 'offline',
  layout: 'offline.njk',
  *pages({ archive }) {
    if (archive.settings.offline) yield { path: OFFLINE_PAGE, inputs: {} };
  },
  data: (_, t) => ({ title: t.offline.title, description: t.offline.lead }),
});

/** The page that the service worker shows for those that are not saved. */
export const unsavedPage = pageKind({
  name: 'unsaved',
  layout: 'unsaved.njk',
  *pages({ archive }) {
    if (archive.settings.offline) yield { path: UNSAVED_PAGE, inputs: {} };
  },
  data: (_, t) => ({ title: t.unsaved.title, description: '' }),
});
