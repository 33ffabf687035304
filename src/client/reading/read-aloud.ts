import { tools as words } from '#locale';
import { bare, plainText, rangeOf } from '../passage/plain-text.ts';
import { button, el } from '../search/dom.ts';
import { sentencesOf } from './sentences.ts';
import { voiceHere } from './voices.ts';

/** Name of the highlight in the styles. */
const NAME = 'spoken';

/** A sentence, and where it stands on the page. */
interface Spoken {
  text: string;
  range: Range;
}

let stop: (() => void) | null = null;

/** Ends reading aloud. @returns false where nothing was read */
export function stopReading(): boolean {
  const isReading = stop !== null;
  stop?.();
  return isReading;
}

/** Reads the article aloud, sentence by sentence, from what is selected, or what stands at the top of the window. */
export function readAloud(): void {
  if (stopReading()) return;
  const body = document.getElementById('text');
  const voice = voiceHere();
  if (!body || !voice) return;
  const sentences = spokenOf(body);
  const selection = getSelection();
  const chosen = selection?.isCollapsed === false ? selection.getRangeAt(0) : null;
  let at = sentences.findIndex(({ range }) =>
    chosen
      ? range.compareBoundaryPoints(Range.START_TO_END, chosen) > 0
      : range.getBoundingClientRect().bottom > 0,
  );
  /** What is being said; null while it is silent. Kept, because browsers forget the end of an utterance that nothing holds. */
  let saying: SpeechSynthesisUtterance | null = null;
  const hush = () => {
    // First, so that what the voice says of a sentence that was cut off is not taken for its end, however late it comes.
    saying = null;
    speechSynthesis.cancel();
  };
  const speak = () => {
    const sentence = sentences[at];
    if (!sentence) return stop?.();
    show(sentence.range);
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (saying !== utterance) return;
      at++;
      speak();
    };
    utterance.onerror = () => {
      if (saying === utterance) rest(words.voiceFailed);
    };
    saying = utterance;
    speechSynthesis.speak(utterance);
  };
  const said = el('span', { role: 'status' });
  /** Falls silent in its place. @param why said to the reader */
  const rest = (why = '') => {
    hush();
    said.textContent = why;
    pause.textContent = words.resumeVoice;
  };
  const pause = button(words.pause, () => {
    if (saying) return rest();
    said.textContent = '';
    pause.textContent = words.pause;
    // Its own pausing does not work everywhere: the sentence is begun again.
    speak();
  });
  const bar = el('div', { class: 'voice', role: 'group', 'aria-label': words.voice, 'data-skip': '' });
  bar.append(
    said,
    pause,
    button(words.stop, () => stop?.()),
  );
  const before = document.activeElement;
  stop = () => {
    stop = null;
    hush();
    show(null);
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus();
  };
  addEventListener('pagehide', () => stop?.(), { once: true });
  document.body.append(bar);
  pause.focus();
  at = Math.max(0, at);
  speak();
}

/** Marks the sentence that is read, and keeps it in sight. */
function show(range: Range | null): void {
  if ('highlights' in CSS) {
    if (range) CSS.highlights.set(NAME, new Highlight(range));
    else CSS.highlights.delete(NAME);
  }
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.8) scrollBy({ top: top - innerHeight * 0.3 });
}

/** The sentences of an article; code is not read. */
function spokenOf(body: Element): Spoken[] {
  const plain = plainText(body);
  return plain.written.flatMap((passage, number) => {
    let unit = plain.passages[number] ?? null;
    if (unit === null || plain.nodes[unit]?.parentElement?.closest('pre')) return [];
    return sentencesOf(passage).flatMap(([from, to]) => {
      const text = passage.slice(from, to);
      const begin = unit ?? 0;
      unit = begin + bare(text).length;
      const range = rangeOf(plain, begin, unit);
      return range && /[\p{L}\p{N}]/u.test(text) ? [{ text, range }] : [];
    });
  });
}
