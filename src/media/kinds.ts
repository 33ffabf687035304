import type { MediaKind } from '../types.ts';

/** Endings of the files that are published. Missing on purpose: what browsers run (html, js, xml…) and what systems run (exe…). */
const ENDINGS: readonly (readonly [MediaKind, string])[] = [
  ['picture', 'png jpg jpeg jfif gif webp avif bmp ico svg'],
  ['audio', 'mp3 m4a aac ogg oga opus wav flac'],
  ['video', 'mp4 m4v webm mov ogv'],
  [
    'attachment',
    'pdf zip 7z rar gz tgz bz2 xz tar doc docx xls xlsx ppt pptx odt ods odp rtf epub mobi azw3 chm',
  ],
  [
    'attachment',
    'txt csv tsv json yml yaml log sql tex bib torrent psd key pages numbers xmind ipynb patch diff',
  ],
  ['attachment', 'c h cc cpp hpp java go rs rb py lua pl r m sh swift kt'],
];

const KIND_OF: ReadonlyMap<string, MediaKind> = new Map(
  ENDINGS.flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind] as const)),
);

/** The ending of a file's name in small letters, without its dot; empty where it has none. */
export const endingOf = (file: string): string => /\.([a-z\d]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? '';

/** The kind of a file by its name; null for one that is not published. */
export const kindOf = (file: string): MediaKind | null => KIND_OF.get(endingOf(file)) ?? null;

/** First bytes of pictures, as Latin-1, with the ending that each is published under. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^[\s\S]{4}ftypavi[fs]/, 'avif'],
  [/^BM[\s\S]{12}/, 'bmp'],
  [/^\0\0\x01\0[\s\S]{2}/, 'ico'],
];

/** What stands before the root of an SVG: mark of the encoding, declaration, comments, document type. */
const PROLOGUE = /^(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>)*/i;

/** The ending of a picture by its bytes; null for what is none. */
export function pictureEnding(head: Uint8Array): string | null {
  const text = Buffer.from(head).toString('latin1');
  const found = SIGNS.find(([sign]) => sign.test(text));
  if (found) return found[1];
  return /^<(?:svg:)?svg[\s>]/.test(text.slice(PROLOGUE.exec(text)?.[0].length ?? 0)) ? 'svg' : null;
}

/** True for the text of a web page: what a server sent in place of a file that was gone. */
export const isWebPage = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|script)\b/i.test(
    Buffer.from(head.subarray(0, 4096)).toString('latin1'),
  );
