/** The bundle of what a reader asks for: settings, help, previews, quotes, the voice, places, the other script. */
import { moveOldChoices } from '../settings.ts';
import { siteRoot } from '../shared/site-url.ts';
import { commandHere } from '../shortcuts.ts';
import { wireCopy } from './copy.ts';
import { openKeys } from './keys-help.ts';
import { wirePlaces } from './places.ts';
import { hidePreview, wirePreviews } from './previews.ts';
import { copyQuote, hideQuote, wireQuote } from './quote.ts';
import { readAloud, stopReading } from './read-aloud.ts';
import { showScript } from './script-view.ts';
import { openSettings } from './settings-panel.ts';
import { openViewer, pictureAt } from './viewer.ts';
import { walkRows } from './walk-rows.ts';

const root = siteRoot();
moveOldChoices();
/** What buttons (`data-tool`) and keys do. */
const TOOLS: Record<string, () => unknown> = {
  settings: () => openSettings((name) => name === 'script' && void showScript(root)),
  keys: openKeys,
  voice: readAloud,
  quote: copyQuote,
  picture: () => viewPicture(null),
  next: () => walkRows(1),
  previous: () => walkRows(-1),
};

/** Shows the picture that is meant. @returns false where there is none */
function viewPicture(target: EventTarget | null): boolean {
  const picture = pictureAt(target);
  if (picture) openViewer(picture);
  return picture !== null;
}

document.addEventListener('click', (event) => {
  const { target } = event;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const isText = target instanceof Element && target.closest('#text') !== null;
  if (isPlain && isText && !event.defaultPrevented && viewPicture(target)) event.preventDefault();
  const tool = target instanceof Element && target.closest<HTMLElement>('[data-tool]');
  if (tool) TOOLS[tool.dataset.tool ?? '']?.();
});
document.addEventListener('keydown', (event) => {
  // What floats goes first; a dialog sees to itself.
  if (event.key === 'Escape' && (hidePreview() || hideQuote() || stopReading()))
    return event.preventDefault();
  const command = commandHere(event);
  const isBehind =
    document.querySelector('dialog[open]') !== null && command !== 'settings' && command !== 'keys';
  const tool = command && !isBehind && TOOLS[command];
  if (!tool) return;
  event.preventDefault();
  tool();
});
wireCopy();
wirePreviews(root);
wireQuote();
wirePlaces(root);
void showScript(root);
document.documentElement.dataset.tools = '';
