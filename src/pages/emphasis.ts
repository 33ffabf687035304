/**
 * Marks each `<em>` that holds Han characters: Chinese emphasis is dots under the characters, and dots under Latin letters are wrong.
 * @param html clean HTML as this project writes it, where `<em>` has no attributes
 */
export function markHanEmphasis(html: string): string {
  return html.replace(/<em>(?=(?:(?!<\/em>)[\s\S])*?\p{Script=Han})/gu, '<em class="han">');
}
