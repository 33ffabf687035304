/** Runs of Han characters long enough to be taken apart; between them, spaces and punctuation tell where a line may end. */
const HAN_RUN = /\p{Script=Han}{3,}/gu;
/** A Latin word and a Han character that touch. */
const SCRIPTS_MEET = /(?<=\p{Script=Latin})(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\p{Script=Latin})/u;
/** Words of one character that belong to what stands before them. */
const ENDINGS = new Set('的地得了着过们等吗呢吧');
/** Words of one character that begin something new. */
const BEGINNINGS = new Set(
  '和与及或在是为把被让从对向用以将使给由而但也就都还又再最很更不没有这那你我他她它',
);

/** Words of Han runs only: there every version of Node knows the same ones, which is not so across Latin and punctuation. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a title where a line may end: between words, never inside one. The dictionary knows no newer ones (终端, 内核) and gives them as single
 * characters: those stay together, and one alone stays with the word before it (客户端).
 * @returns stretches whose concatenation is the text
 */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = [];
  let rest = '';
  const cut = (): void => {
    if (rest !== '') phrases.push(rest);
    rest = '';
  };
  let done = 0;
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    rest += text.slice(done, index);
    for (const [at, word] of joined(run).entries()) {
      if (at > 0) cut();
      rest += word;
    }
    done = index + run.length;
  }
  rest += text.slice(done);
  cut();
  return phrases.flatMap((phrase) => phrase.split(SCRIPTS_MEET));
}

/** The words of a run, with their endings and beginnings. */
function joined(run: string): string[] {
  const words: string[] = [];
  /** What the next word does with the last one: nothing, or it is joined to it as single characters are. */
  let open: 'no' | 'beginning' | 'single' = 'no';
  const append = (word: string): void => {
    words.push((words.pop() ?? '') + word);
  };
  for (const { segment } of segmenter.segment(run)) {
    const isSingle = [...segment].length === 1;
    if (ENDINGS.has(segment)) {
      append(segment);
      open = 'no';
    } else if (BEGINNINGS.has(segment)) {
      if (open === 'beginning') append(segment);
      else words.push(segment);
      open = 'beginning';
    } else if (open === 'beginning' || (isSingle && open === 'single')) {
      append(segment);
      open = isSingle ? 'single' : 'no';
    } else {
      words.push(segment);
      open = isSingle ? 'single' : 'no';
    }
  }
  return withoutLoneCharacters(words);
}

/** One character left alone belongs to the word before it, or after it where it is the first. */
function withoutLoneCharacters(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    const before = kept.at(-1);
    const isLone = [...word].length === 1 && !BEGINNINGS.has(word);
    const first = kept.length === 1 && before !== undefined && [...before].length === 1;
    if (before !== undefined && (isLone || first)) kept[kept.length - 1] = before + word;
    else kept.push(word);
  }
  return kept;
}
