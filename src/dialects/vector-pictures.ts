import { repair } from '../report.ts';
import type { Source } from './source.ts';

/** A drawing written into the address of a picture, with blanks and brackets that no address may have: what WeChat puts in the place of a picture that comes later. */
const DRAWING =
  /!\[[^\]\n]{0,200}\]\(data:image\/svg\+xml[^\n]{0,4000}?(?:%3C\/svg%3E|<\/svg>)[^()\n]{0,20}\)/dgi;

/** Takes out the drawings that hold the place of a picture: nothing is to be seen in them. */
export function vectorPictures(source: Source): void {
  source.replace(DRAWING, ({ whole, line }) => {
    source.notes.repairs.push(repair('empty-image', line, whole, ''));
    return '';
  });
}
