/**
 * A conversion that leaves every character at its place, so that a place in the text shown is one in the text written. Where a conversion makes
 * a word longer or shorter, its clause is converted character by character, and a character that would need more room stays.
 * @param convert from one script to another
 */
export function keepingLength(convert: (text: string) => string): (text: string) => string {
  const exact = (text: string): string | null => {
    const converted = convert(text);
    return converted.length === text.length ? converted : null;
  };
  const clause = (text: string): string =>
    exact(text) ?? Array.from(text, (character) => exact(character) ?? character).join('');
  return (text) =>
    exact(text) ??
    text
      .split(/(?<=[\p{P}\s])/u)
      .map(clause)
      .join('');
}
