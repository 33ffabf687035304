import { tools as words } from '#locale';
import { bare, type PlainText, plainText, unitsOf } from '../passage/plain-text.ts';
import { button, el } from '../search/dom.ts';
import { copyText } from '../shared/copy-text.ts';
import { writtenText } from '../shared/original-text.ts';
import { writeFragment } from '../shared/passage-address.ts';
import { textDirective } from '../shared/text-directive.ts';
import { isTouched } from './asks.ts';
import { placeBeside } from './float.ts';

/** How long a selection stands still before it is answered, in milliseconds. */
const PAUSE = 300;

let offered: HTMLElement | null = null;

/** Offers to quote what is selected in the article. */
export function wireQuote(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(offer, PAUSE);
  });
}

/** What is selected of the article's text; null for nothing, or for something else. */
function selected(): Range | null {
  const selection = getSelection();
  const text = document.getElementById('text');
  if (!selection || !text || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(text) && range.toString().trim() !== '' ? range : null;
}

function offer(): void {
  const range = selected();
  if (offered?.contains(document.activeElement)) return;
  hideQuote();
  if (!range || !quoteOf(range)) return;
  offered = el('div', { class: `quote${isTouched() ? ' fixed' : ''}`, 'data-skip': '' });
  const copy = button(words.quote, copyQuote, { 'aria-live': 'polite' });
  // What is selected stays so while the button is pressed.
  copy.addEventListener('pointerdown', (event) => event.preventDefault());
  offered.append(copy);
  // Under a finger it lies along the window's edge, where the system's own menu is not.
  if (isTouched()) {
    document.body.append(offered);
    return;
  }
  const lines = range.getClientRects();
  const last = lines[lines.length - 1] ?? range.getBoundingClientRect();
  placeBeside(offered, new DOMRect(last.right, last.top, 0, last.height));
}

/** Takes the offer away. @returns false where there was none */
export function hideQuote(): boolean {
  if (!offered) return false;
  offered.remove();
  offered = null;
  return true;
}

/** Copies what is selected with its source; without a clipboard it is shown and selected for the reader's own copy command. */
export function copyQuote(): void {
  const range = selected();
  const text = range && quoteOf(range);
  if (!text) return;
  if (!offered) offer();
  const box = offered;
  const said = box?.querySelector('button');
  if (!box || !said) return;
  const element = el('p', { class: 'visually-hidden' }, text);
  if (!navigator.clipboard) {
    element.className = '';
    box.append(element);
  }
  void copyText(text, { button: said, element, copied: words.copied });
}

/** The selected text with title, authors, day and an address that leads to it; null where nothing of the article is selected. */
function quoteOf(range: Range): string | null {
  const body = document.getElementById('text');
  if (!body) return null;
  const plain = plainText(body);
  const seen = plainText(body, true);
  const [units, seenUnits] = [unitsOf(plain, range), unitsOf(seen, range)];
  if (!units || !seenUnits) return null;
  const [from, to] = writtenPlaces(plain, units);
  const written = plain.written.join('\n');
  const passage = written.slice(0, from).split('\n').length - 1;
  const directive = textDirective(seen.written.join('\n'), ...writtenPlaces(seen, seenUnits));
  const authors = Array.from(document.querySelectorAll('.byline a'), writtenText);
  return words.quoted(
    written.slice(from, to).trim(),
    writtenText(document.querySelector('article h1')),
    authors.join('、'),
    document.querySelector<HTMLTimeElement>('.kicker time')?.dateTime.slice(0, 10) ?? '',
    addressHere(`${writeFragment({ passage, strings: [] })}${directive}`),
  );
}

/** Places in the passages with their blanks, of places in the text without. */
function writtenPlaces({ written, passages }: PlainText, [from, to]: [number, number]): [number, number] {
  const places: number[] = [];
  let begin = 0;
  let seen = 0;
  for (const [number, passage] of written.entries()) {
    const at = passages[number] ?? null;
    // Text over ruby has no place in the text.
    if (at !== null) {
      for (let offset = 0; offset < passage.length; offset++) {
        const unit = passage.charAt(offset);
        if (bare(unit) === '') continue;
        if (seen === from) places[0] = begin + offset;
        seen++;
        if (seen === to) places[1] = begin + offset + 1;
      }
    }
    begin += passage.length + 1;
  }
  return [places[0] ?? 0, places[1] ?? places[0] ?? 0];
}

/** The published address of this page; none for a copy on a disk whose archive names no address. */
function addressHere(fragment: string): string {
  const named = document.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
  if (named) return `${named}${fragment}`;
  return location.protocol === 'file:' ? '' : `${location.href.replace(/#.*/s, '')}${fragment}`;
}
