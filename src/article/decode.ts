import { repair } from '../report.ts';
import { CONTROLS, decodeText, type NoText } from '../text/decode.ts';
import type { Repair } from '../types.ts';

/** The text of a file, ready for reading. */
export interface Decoded {
  /** The file as it was decoded, without BOM: the article's twin. */
  source: string;
  /** The same with LF line ends and without control characters: what is parsed. Lines are those of the file. */
  text: string;
  /** WHATWG label of the encoding, e.g. `utf-8`, `gb18030`. */
  encoding: string;
  /** True where bytes stood that the encoding does not know: the text holds U+FFFD for them. */
  damaged: boolean;
  repairs: Repair[];
}

/** Decodes a file and takes out what no text holds. */
export function decode(bytes: Uint8Array): Decoded | NoText {
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') return decoded;
  const { text: source, encoding, damaged } = decoded;
  const repairs = encoding === 'utf-8' ? [] : [repair('encoding', 1, encoding.toUpperCase(), 'UTF-8')];
  const text = withoutControls(source.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), repairs);
  return text.trim() === '' ? 'empty' : { source, text, encoding, damaged, repairs };
}

/** Removes control characters; a form feed or vertical tab separated words, so it leaves a space. */
function withoutControls(text: string, repairs: Repair[]): string {
  if (!CONTROLS.test(text)) return text;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (!CONTROLS.test(line)) return;
    const after = line.replace(/[\x0b\x0c]/g, ' ').replace(new RegExp(CONTROLS, 'g'), '');
    const visible = line.replace(new RegExp(CONTROLS, 'g'), (char) =>
      String.fromCharCode(char === '\x7f' ? 0x2421 : 0x2400 + char.charCodeAt(0)),
    );
    repairs.push(repair('control-characters', index + 1, visible, after));
    lines[index] = after;
  });
  return lines.join('\n');
}
