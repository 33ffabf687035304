/** Where a sentence ends: its sign, and what closes behind it. A dot ends one before a blank only. */
const END = /(?:[。！？!?；;…]+|\.(?=\s|$))["'”’」』）)\]】》]*/gu;
/** Longest piece that a voice is given, in UTF-16 units, about a quarter of a minute: some stop in longer ones, and after a pause a piece is begun again. */
const LONGEST = 60;
/** Where a long sentence is cut. */
const CUT = /[，、：,:\s]/;

/** The sentences of a passage, as places in it, in order and without gaps. A sentence that is too long for a voice is cut at a comma, or where it must. */
export function sentencesOf(text: string): [from: number, to: number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  const add = (to: number) => {
    while (to - from > LONGEST) {
      let cut = from + LONGEST;
      while (cut > from + LONGEST / 2 && !CUT.test(text.charAt(cut - 1))) cut--;
      if (cut === from + LONGEST / 2) cut = from + LONGEST;
      // No pair of surrogates is cut in two.
      if (/[\ud800-\udbff]/.test(text.charAt(cut - 1))) cut--;
      pieces.push([from, cut]);
      from = cut;
    }
    if (to > from) pieces.push([from, to]);
    from = to;
  };
  for (const { 0: end, index } of text.matchAll(END)) add(index + end.length);
  add(text.length);
  return pieces;
}
