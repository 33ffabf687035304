import type { MediaKind } from '../types.ts';

const ENDINGS: Readonly<Record<MediaKind, string>> = {
  picture: 'png jpg jpeg jfif gif webp avif bmp ico svg',
  audio: 'mp3 m4a aac ogg oga opus wav flac',
  video: 'mp4 m4v webm mov ogv',
  attachment:
    'pdf zip 7z rar gz tgz bz2 xz tar doc docx xls xlsx ppt pptx odt ods odp epub mobi azw3 chm txt csv tsv json xml yml yaml torrent apk dmg deb rpm psd ttf otf key pages numbers ipynb sql log patch diff c h cpp hpp cc java py go rs rb php sh bat ps1 ts tsx jsx css scss vue swift kt lua pl r m tex bib drawio xmind',
};

const KIND_OF = new Map(
  Object.entries(ENDINGS).flatMap(([kind, endings]) =>
    endings.split(' ').map((ending) => [ending, kind as MediaKind] as const),
  ),
);

/** The ending of a file's name in small letters, without its dot; empty where it has none. */
export const endingOf = (file: string): string => /\.([a-z\d]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? '';

/** The kind of a file by its name; null for what is not published: pages, scripts for browsers, programs, what nobody knows. */
export const kindOf = (file: string): MediaKind | null => KIND_OF.get(endingOf(file)) ?? null;

/** First bytes of pictures (as Latin-1), with the ending each is published under. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^[\s\S]{4}ftyp(?:avif|avis|mif1)/, 'avif'],
  [/^BM[\s\S]{12}/, 'bmp'],
  [/^\0\0\x01\0/, 'ico'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/i, 'svg'],
];

/** The ending of a picture by its first bytes; null for what is none. */
export function pictureEnding(head: Uint8Array): string | null {
  const text = Buffer.from(head).toString('latin1');
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
}

/** Text of an SVG that may run something, or fetch something, when it is opened by itself. Its letters may be written as references. */
const ACTIVE =
  /<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener|animate|set|use|image)\b|\son[a-z]+\s*=|javascript\s*:|<!entity|<!doctype[^>]*\[|@import|data:text|data:application|<\?xml-stylesheet/i;
/** Elements of the list above that are harmless where they point into the drawing itself. */
const OWN_REFERENCE = /<\s*(?:[\w-]+:)?(use|image|animate|set)\b[^>]*>/gi;

/** True for an SVG of shapes and text only. */
export function isPlainDrawing(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  if (
    /^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8)/i.test(text) ||
    /&#|&colon;|&Tab;|&NewLine;/i.test(text.replace(/>[^<]*</g, '><'))
  )
    return false;
  const bare = text.replace(OWN_REFERENCE, (tag, name: string) => {
    const target = /(?:xlink:)?href\s*=\s*["']\s*([^"']*)/i.exec(tag)?.[1] ?? '';
    const isOwn =
      target === '' || target.startsWith('#') || /^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(target);
    const animates =
      /^(?:animate|set)$/i.test(name) && /attributename\s*=\s*["']\s*(?:xlink:)?(?:href|on)/i.test(tag);
    return isOwn && !animates && !/\son[a-z]+\s*=/i.test(tag) ? '' : tag;
  });
  const links = [...bare.matchAll(/(?:xlink:)?href\s*=\s*["']\s*([^"']*)/gi)].map(([, to = '']) => to);
  return !ACTIVE.test(bare) && links.every((to) => /^(?:#|https?:|$)/i.test(to));
}
