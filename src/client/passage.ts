/** The bundle that leads from a hit to its paragraph: loaded where the address names one. */
import { showPlace } from './passage/show-place.ts';

addEventListener('hashchange', showPlace);
showPlace();
