/**
 * The voice that reads a text of this language: one on this machine, because others send the text to a server; null where there is none.
 * @param language BCP 47, its first part decides
 */
export function voiceFor<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  voices: readonly Voice[],
  language: string,
): Voice | null {
  const wanted = language.toLowerCase().split('-')[0] ?? '';
  // Android writes `zh_CN`; Mandarin also goes by `cmn`.
  const fits = voices.filter(({ lang, localService }) => {
    const [first = ''] = lang.toLowerCase().split(/[-_]/);
    return localService && (first === wanted || (wanted === 'zh' && first === 'cmn'));
  });
  const mainland = (voice: Voice) => /cn|hans/i.test(voice.lang);
  return fits.find((voice) => voice.default) ?? fits.find(mainland) ?? fits[0] ?? null;
}

/** The voice that this browser has for the page. */
export const voiceHere = (): SpeechSynthesisVoice | null =>
  'speechSynthesis' in window ? voiceFor(speechSynthesis.getVoices(), document.documentElement.lang) : null;

/** Shows the word for reading aloud where there is a voice for it. Browsers know theirs only after a while. */
export function offerVoice(): void {
  const button = document.querySelector<HTMLElement>('[data-tool=voice]');
  if (!button || !('speechSynthesis' in window)) return;
  const look = () => {
    button.hidden = voiceHere() === null;
  };
  look();
  speechSynthesis.addEventListener?.('voiceschanged', look);
}
