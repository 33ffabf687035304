import { el } from '../search/dom.ts';
import { linkedElement } from '../shared/linked-element.ts';
import { isTouched, NOTE, PREVIEWED } from './asks.ts';
import { placeBeside } from './float.ts';
import { pagePreview } from './page-preview.ts';

/** How long a pointer rests on a link before it is taken for a question, and how long a preview waits for the pointer to come to it, in milliseconds. */
const REST = 350;
const LINGER = 250;

let shown: { link: Element; box: HTMLElement } | null = null;
/** The link that is looked at: what comes late for another is not shown. */
let wanted: Element | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows notes, and the beginning of the archive's other pages, beside the links to them. */
export function wirePreviews(root: string): void {
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = linkOf(event.target);
    if (shown && event.target instanceof Node && shown.box.contains(event.target)) clearTimeout(timer);
    else if (link) after(REST, () => show(link, root));
    else if (shown || wanted) after(LINGER, hidePreview);
  });
  document.addEventListener('focusin', ({ target }) => {
    const link = linkOf(target);
    if (link?.matches(':focus-visible')) show(link, root);
    else if (shown && target instanceof Node && !shown.box.contains(target)) hidePreview();
  });
  document.addEventListener('click', (event) => {
    const link = linkOf(event.target);
    if (link?.matches(NOTE) && linkedElement(link.hash) && isTouched() && shown?.link !== link) {
      event.preventDefault();
      show(link, root);
    } else if (event.target instanceof Node && !shown?.box.contains(event.target)) hidePreview();
  });
}

const linkOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(PREVIEWED) : null;

function after(delay: number, act: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
}

/** Takes the preview away. @returns false where there was none */
export function hidePreview(): boolean {
  clearTimeout(timer);
  wanted = null;
  if (!shown) return false;
  shown.link.removeAttribute('aria-describedby');
  shown.box.remove();
  shown = null;
  return true;
}

async function show(link: HTMLAnchorElement, root: string): Promise<void> {
  if (shown?.link === link) return clearTimeout(timer);
  hidePreview();
  wanted = link;
  const content = link.matches(NOTE) ? note(link) : await pagePreview(link, root);
  if (!content || wanted !== link) return;
  const box = el('div', { class: 'preview', id: 'preview', role: 'tooltip', 'data-skip': '' }, ...content);
  shown = { link, box };
  link.setAttribute('aria-describedby', box.id);
  placeBeside(box, link.getBoundingClientRect());
}

/** A copy of the note that a reference leads to, without its way back. */
function note(link: HTMLAnchorElement): Node[] | null {
  const target = linkedElement(link.hash);
  if (!target) return null;
  const copy = document.createElement('div');
  for (const child of target.childNodes) copy.append(child.cloneNode(true));
  for (const back of copy.querySelectorAll('[data-footnote-backref], .tools')) back.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return [...copy.childNodes];
}
