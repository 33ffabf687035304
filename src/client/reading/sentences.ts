/** A sentence: it ends with its sign and what closes behind it, or with the text. A dot ends one before a blank only. */
const SENTENCE = /.*?(?:[。！？!?；;…]+|\.(?=\s|$))["'\p{Pe}\p{Pf}]*|.+/gsu;
/**
 * What a voice says in about a quarter of a minute: some stop in longer pieces, and after a pause a piece is begun again.
 * Sixty beats: four small letters of a word are about one, as a Han character is.
 */
const REACH = /(?:[\p{Ll}\s]{1,4}|.){1,60}/su;
/** Where a sentence that reaches farther is cut: behind its last clause, or else at a blank or behind a Han character, so in no word or number. */
const CLAUSE = /.{15,}(?:[，、：—]|[,:]\s)/su;
const BLANK = /.{30,}[\s\p{Lo}]/su;

/** The sentences of a passage, as places in it, in order and without gaps. One that is too long for a voice is cut at a comma, at a blank or between Han characters. */
export function sentencesOf(text: string): [from: number, to: number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  for (let [rest] of text.matchAll(SENTENCE))
    while (rest) {
      const [reach] = REACH.exec(rest) ?? [rest];
      const cut = reach === rest ? null : (CLAUSE.exec(reach) ?? BLANK.exec(reach));
      const { length } = cut?.[0] ?? reach;
      pieces.push([from, from + length]);
      from += length;
      rest = rest.slice(length);
    }
  return pieces;
}
