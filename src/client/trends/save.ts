import { trendsUi as words } from '#locale';
import { csv } from '../search/csv.ts';
import { button, el } from '../search/dom.ts';
import { copyText } from '../shared/copy-text.ts';
import { saveFile } from '../shared/save-file.ts';
import { pngOf } from './picture.ts';

/** How long a button says what became of it, in milliseconds. */
const SAID = 2000;

/** What can be saved of a trend; made when asked for. */
interface Saved {
  /** Name of the files, without their ends. */
  name: string;
  table(): string[][];
  svg(): string;
}

/** The row of what can be saved and copied. */
export function saveRow({ name, table, svg }: Saved): HTMLElement {
  const file = (end: string): string => `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.${end}`;
  const row = el(
    'p',
    { class: 'trend-save', role: 'group', 'aria-label': words.save },
    button(words.saveCsv, () => saveFile(new Blob([csv(table())], { type: 'text/csv' }), file('csv')), {
      class: 'word',
      'data-save': 'csv',
    }),
    button(words.saveSvg, () => saveFile(new Blob([svg()], { type: 'image/svg+xml' }), file('svg')), {
      class: 'word',
      'data-save': 'svg',
    }),
    button(words.savePng, async () => saveFile(await pngOf(svg()), file('png')), {
      class: 'word',
      'data-save': 'png',
    }),
  );
  // Not there in an insecure place.
  if (navigator.clipboard && 'ClipboardItem' in window) row.append(copyPicture(svg));
  const address: HTMLElement = button(
    words.copyLink,
    () => void copyText(location.href, { button: address, element: address, copied: words.copied }),
    { class: 'word', 'aria-live': 'polite' },
  );
  row.append(address);
  return row;
}

function copyPicture(svg: () => string): HTMLElement {
  const word = button(
    words.copyPng,
    async () => {
      let said = words.copied;
      try {
        // The picture is promised, not waited for: a browser wants to be asked while the click lasts.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg()) })]);
      } catch {
        said = words.notCopied;
      }
      word.textContent = said;
      setTimeout(() => {
        word.textContent = words.copyPng;
      }, SAID);
    },
    { class: 'word', 'aria-live': 'polite' },
  );
  return word;
}
