/** Runs in the head before anything is painted, so that a chosen theme never flashes. */
import { readPreference } from './preferences.ts';

const theme = readPreference('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
document.documentElement.dataset.js = '';
