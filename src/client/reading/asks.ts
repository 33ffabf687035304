import { commandHere } from '../shortcuts.ts';

/** Events that may ask for a tool. The first of them that does has the tools loaded, and happens again, once: where they cannot be had, a link leads where it leads. */
const EVENTS = ['click', 'keydown', 'pointerover', 'focusin', 'selectionchange'];
/** What is clicked. */
const CLICKED = '[data-tool],[data-copy],#text img,a.image:has(img)';
/** What may be shown beside its link: notes, and other pages. */
export const PREVIEWED = '#text a[href]';
/** A reference to a note; a tap shows the note in its place. */
export const NOTE = '[data-footnote-ref]';

/** True where fingers do what elsewhere a pointer does by resting. */
export const isTouched = (): boolean => matchMedia('(hover: none)').matches;

/**
 * Loads the tools of reading when they are asked for.
 * @param load settles when they have run, or cannot be had
 */
export function wireTools(load: () => Promise<unknown>): void {
  let again: Event | null = null;
  const onEvent = async (event: Event) => {
    const { tools } = document.documentElement.dataset;
    if (tools !== undefined || event === again || !asks(event)) return;
    // Clicks and keys wait; the others have nothing to prevent.
    event.preventDefault();
    await load();
    const repeated: Event = Reflect.construct(event.constructor, [event.type, event]);
    again = repeated;
    event.target?.dispatchEvent(repeated);
  };
  for (const type of EVENTS) document.addEventListener(type, onEvent);
}

function asks(event: Event): boolean {
  if (event instanceof KeyboardEvent) return ![null, 'search'].includes(commandHere(event));
  if (event.type === 'selectionchange')
    return getSelection()?.isCollapsed === false && document.getElementById('text') !== null;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (event.type !== 'click') return target.closest(PREVIEWED) !== null;
  if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return false;
  return target.closest(isTouched() ? `${CLICKED},${NOTE}` : CLICKED) !== null;
}
