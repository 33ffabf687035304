import { analyse } from 'chardet';

/** A file's bytes as text. */
export interface DecodedText {
  /** Without BOM. */
  text: string;
  /** WHATWG label of the encoding, e.g. `utf-8`, `gb18030`. */
  encoding: string;
  /** True where bytes stood that the encoding does not know: the text holds U+FFFD for them. */
  damaged: boolean;
}

/** The reason why a file holds no text. */
export type NoText = 'empty' | 'binary';

/** Encodings a scraped Chinese text can have; chardet also guesses at those no Chinese site used. */
const SUPPORTED = new Map([
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['windows-1252', 'windows-1252'],
  ['ISO-8859-1', 'windows-1252'],
]);

const MAGIC = /^(?:\x89PNG|\xff\xd8\xff|GIF8|PK\x03\x04|%PDF-|\x1f\x8b|7z\xbc\xaf|Rar!\x1a)/;

/**
 * Decodes a file: UTF-8, UTF-16 (each with or without BOM), GB18030 with its subsets GBK and GB2312, Big5.
 * Never throws: bytes an encoding does not know become U+FFFD, and `damaged` says so.
 */
export function decodeText(bytes: Uint8Array): DecodedText | NoText {
  if (bytes.length === 0) return 'empty';
  const ordered = byteOrder(bytes);
  const utf8 = ordered === null ? strict(bytes, 'utf-8') : null;
  const encoding = ordered ?? (isBinary(bytes, utf8) ? null : utf8 === null ? detect(bytes) : 'utf-8');
  if (encoding === null) return 'binary';
  const whole = utf8 ?? strict(bytes, encoding);
  return { text: whole ?? new TextDecoder(encoding).decode(bytes), encoding, damaged: whole === null };
}

/** The text of a settings file in any of these encodings. */
export function decodeSettings(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return typeof decoded === 'string' ? new TextDecoder().decode(bytes) : decoded.text;
}

/** The encoding a byte order mark or the zero bytes of ASCII characters give away. */
function byteOrder(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  // Front matter, line ends and spaces are ASCII: in UTF-16 their zero bytes all stand on one side.
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++)
    if (sample[index] === 0) index % 2 === 0 ? even++ : odd++;
  const enough = sample.length * 0.02;
  if (odd > enough && even <= odd * 0.1) return readable(bytes, 'utf-16le');
  if (even > enough && odd <= even * 0.1) return readable(bytes, 'utf-16be');
  return null;
}

/** `encoding` if it decodes the bytes to characters an article can consist of, else null. */
function readable(bytes: Uint8Array, encoding: string): string | null {
  const text = strict(bytes, encoding);
  return text !== null && !/[\0\p{Cn}\p{Co}]/u.test(text.slice(0, 4096)) ? encoding : null;
}

/**
 * True for control characters no text has, in numbers no accident explains, or the first bytes of a well-known format.
 * @param utf8 the bytes as strict UTF-8, if they are: a pattern finds that it has no controls faster than a loop over bytes
 */
function isBinary(bytes: Uint8Array, utf8: string | null): boolean {
  if (MAGIC.test(String.fromCharCode(...bytes.subarray(0, 8)))) return true;
  if (utf8 !== null && !CONTROLS.test(utf8)) return false;
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls++;
  return controls >= 8 && controls > sample.length * 0.05;
}

/** The encoding of what is no strict UTF-8: one that chardet thinks likely and a strict decoder confirms; else the least damaging. */
function detect(bytes: Uint8Array): string {
  if (mostlyUtf8(bytes)) return 'utf-8';
  const common = commonest(bytes);
  if (common) return common;
  const guesses = analyse(bytes).flatMap(({ name }) => SUPPORTED.get(name) ?? []);
  const strictly = guesses.find((name) => strict(bytes, name) !== null);
  if (strictly) return strictly;
  const candidates = ['gb18030', 'big5', 'utf-8'];
  const damage = candidates.map((name) => losses(new TextDecoder(name).decode(bytes)));
  return candidates[damage.indexOf(Math.min(...damage))] ?? 'utf-8';
}

/** Bytes of the characters most used: level 1 of GB 2312 and of Big5, each with its punctuation. */
const COMMON = [
  { name: 'gb18030', pair: /^[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]$/ },
  { name: 'big5', pair: /^[\xa1-\xc6][\x40-\x7e\xa1-\xfe]$/ },
];

/** The encoding in which almost all characters are common ones: a settings file is too short for chardet's statistics. */
function commonest(bytes: Uint8Array): string | null {
  const pairs =
    Buffer.from(bytes.subarray(0, 65_536))
      .toString('latin1')
      .match(/[\x80-\xff][\x40-\xff]?/g) ?? [];
  const shares = COMMON.map(({ name, pair }) => ({
    name,
    share: strict(bytes, name) === null ? 0 : pairs.filter((one) => pair.test(one)).length / pairs.length,
  }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= 0.9 ? best.name : null;
}

/** A UTF-8 file with a few broken bytes (cut inside a character, say) is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const wide = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return losses(text) * 10 <= wide;
}

const losses = (text: string): number => text.match(/\ufffd/g)?.length ?? 0;

/** Almost every file is UTF-8: to make a decoder takes longer than to use it. */
const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return (encoding === 'utf-8' ? utf8Decoder : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    return null;
  }
}

/** C0 controls but tab and line feed, and DEL: HTML and XML forbid them, and Markdown would turn NUL into U+FFFD. */
export const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
