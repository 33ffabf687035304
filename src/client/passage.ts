/** The bundle that leads from a hit to its paragraph: loaded where the address names one. */
import { showPassage } from './passage/show-passage.ts';

addEventListener('hashchange', showPassage);
showPassage();
