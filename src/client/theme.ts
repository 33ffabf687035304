/** Runs in the head before anything is painted, so that what a reader has chosen never flashes. */
import { applySettings } from './settings.ts';

applySettings();
document.documentElement.dataset.js = '';
// A page that the browser kept whole is as old as the way back to it.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) applySettings();
});
