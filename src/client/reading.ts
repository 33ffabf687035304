import { wireContents } from './reading/contents.ts';
import { wireCopy } from './reading/copy.ts';
import { wireImages } from './reading/images.ts';
import { wireTargets } from './reading/targets.ts';
import { wireToday } from './reading/today.ts';

/** Adds to reading what only a script can. Every page is whole without it. */
export function wireReading(): void {
  wireContents();
  wireTargets();
  wireImages();
  wireCopy();
  wireToday();
}
