/** A tag with its attributes as this project writes them (quoted), or the text up to the next tag. */
const TOKEN = /<(?:"[^"]*"|[^">])*>|[^<]+/g;
/** What dots may stand below: Han characters and their punctuation. */
const DOTTED =
  /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·\s]*\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·\s]*$/u;
/** Most characters that dots are set below: a sentence of them is hard to read. */
const DOTTED_UP_TO = 16;
/** Width of a Latin letter of ruby, in characters of its base. */
const RUBY_LETTER = 0.32;
const PICTURE = /^<(?:img |a class="image"|a class="file"|span class="missing-picture")/;

/**
 * Marks what is set in a way of its own and that no selector finds:
 * `<em class="han">`: a few Han characters with dots below them, which are wrong under Latin letters and tiring under sentences;
 * `class="caption"`: emphasis that stands alone below a picture says what the picture shows;
 * `<ruby class="inline">`: what is longer than its base would stretch it, and stands in brackets behind it;
 * `<a class="address">`: a link whose text is an address may break anywhere, or the line before it is torn apart.
 * Reads tag by tag, so that no text, and nothing that looks like a tag inside an attribute, is ever touched.
 * @param html clean HTML as `src/article/` writes it
 */
export function markTypesetting(html: string): string {
  if (!/<em>|<a href=|<ruby>/.test(html)) return html;
  const tokens = html.match(TOKEN) ?? [];
  const ends = endsOf(tokens);
  /** True while nothing but pictures has come since the last block. */
  let afterPicture = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const end = ends.get(at) ?? at;
    if (token === '<p>') {
      if (!afterPicture) afterPicture = PICTURE.test(tokens[at + 1] ?? '');
      else if (isEmphasisAlone(tokens, ends, at + 1, end)) {
        tokens[at] = '<p class="caption">';
        at = end;
        afterPicture = false;
      } else afterPicture = PICTURE.test(tokens[at + 1] ?? '');
    } else if (PICTURE.test(token)) at = Math.max(at, end);
    else if (token === '<em>') {
      if (afterPicture && tokens[end + 1] === '</p>') tokens[at] = '<em class="caption">';
      else if (isDotted(tokens, at, end)) tokens[at] = '<em class="han">';
      afterPicture = false;
    } else if (token === '<ruby>') {
      if (isStretched(tokens, at, end)) tokens[at] = '<ruby class="inline">';
      afterPicture = false;
    } else if (token.startsWith('<a href=') && /^https?:\/\//.test(tokens[at + 1] ?? ''))
      tokens[at] = `<a class="address"${token.slice(2)}`;
    else if (token !== '</p>' && token !== '<br>' && token.trim() !== '') afterPicture = false;
  }
  return tokens.join('');
}

/** Elements whose ends are looked for. */
const PAIRED = /^<(\/?)(p|em|ruby|a|span)\b/;

/** For each start tag of the elements that matter here, where its end tag is. */
function endsOf(tokens: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { name: string; at: number }[] = [];
  for (const [at, token] of tokens.entries()) {
    const [, slash, name] = PAIRED.exec(token) ?? [];
    if (name === undefined) continue;
    if (!slash) open.push({ name, at });
    else if (open.at(-1)?.name === name) ends.set(open.pop()?.at ?? 0, at);
  }
  return ends;
}

/** True where nothing but a few Han characters stands between two places. */
function isDotted(tokens: readonly string[], from: number, to: number): boolean {
  let text = '';
  for (let at = from + 1; at < to && text.length <= DOTTED_UP_TO; at++)
    if (!tokens[at]?.startsWith('<')) text += tokens[at];
  return text.length <= DOTTED_UP_TO && DOTTED.test(text);
}

/** True where emphasis is all that stands between two places. */
function isEmphasisAlone(
  tokens: readonly string[],
  ends: ReadonlyMap<number, number>,
  from: number,
  to: number,
): boolean {
  let found = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at] ?? '';
    if (token === '<em>') {
      at = ends.get(at) ?? to;
      found = true;
    } else if (token.trim() !== '' && token !== '<br>') return false;
  }
  return found;
}

/** True where what stands over a base is wider than the base. */
function isStretched(tokens: readonly string[], from: number, to: number): boolean {
  let [base, over, part] = [0, 0, 'base'];
  for (const token of tokens.slice(from + 1, to)) {
    if (/^<(?:rt|rp)>/.test(token)) part = token.slice(1, 3);
    else if (/^<\/(?:rt|rp)>/.test(token)) part = 'base';
    else if (token.startsWith('<') || part === 'rp') continue;
    else if (part === 'rt') over += token.length * RUBY_LETTER;
    else base += [...token].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.5 : 1), 0);
  }
  return over > base;
}
