/** A tag with its attributes as this project writes them (quoted), or the text up to the next tag. */
const TOKEN = /<(?:"[^"]*"|[^">])*>|[^<]+/g;
const HAN = /\p{Script=Han}/u;

/**
 * Marks what is set in a way of its own and that no selector finds:
 * `<em class="han">`: emphasis that holds Han characters gets dots below them, which are wrong under Latin letters;
 * `<a class="address">`: a link whose text is an address may break anywhere, or the line before it is torn apart.
 * Reads tag by tag, so that no text, and nothing that looks like a tag inside an attribute, is ever touched.
 * @param html clean HTML as `src/article/` writes it
 */
export function markTypesetting(html: string): string {
  if (!html.includes('<em>') && !html.includes('<a href=')) return html;
  const tokens = html.match(TOKEN) ?? [];
  return tokens
    .map((token, at) => {
      if (token === '<em>') return holdsHan(tokens, at) ? '<em class="han">' : token;
      if (token.startsWith('<a href=') && /^https?:\/\//.test(tokens[at + 1] ?? ''))
        return `<a class="address"${token.slice(2)}`;
      return token;
    })
    .join('');
}

/** True where Han characters stand between a tag and the `</em>` that follows it. */
function holdsHan(tokens: readonly string[], from: number): boolean {
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    if (token === '</em>') return false;
    if (!token.startsWith('<') && HAN.test(token)) return true;
  }
  return false;
}
