/**
 * A text on one line in which nothing acts on a terminal: control characters, line ends and what turns the direction of writing are
 * written as escapes. Names of files, titles and answers of other machines pass through here before they are printed.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** Prints lines. */
export const say = (...lines: string[]): void => print(process.stdout, lines);

/** Prints a message of one or several lines where errors go. */
export const complain = (message: string): void => print(process.stderr, message.split('\n'));

/** Writes lines to a stream that a person may be looking at. */
export function print(stream: NodeJS.WritableStream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${printable(line)}\n`).join(''));
}
