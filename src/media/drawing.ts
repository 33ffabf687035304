/**
 * One piece of XML: text, a comment, or a tag with quoted attributes. Sections, instructions and declarations are no pieces: a drawing does
 * without them, and they are where two parsers read one text differently.
 */
const PIECE =
  /[^<]+|<!--(?:(?!--)[\s\S])*-->|<(\/?)([^\s"'<>/=!?]+)((?:\s+[^\s"'<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;
const PROLOGUE =
  /^\ufeff?\s*(?:<\?xml(?:\s+(?:version|standalone)\s*=\s*["'][\w.]*["']|\s+encoding\s*=\s*["']utf-?8["'])*\s*\?>\s*)?(?:<!--(?:(?!--)[\s\S])*-->\s*)*(?:<!DOCTYPE\s+svg[^[\]<>]*>)?/i;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Elements that run something, or hold what does. */
const ACTIVE = new Set([
  'script',
  'foreignobject',
  'handler',
  'listener',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
]);
/** Where an element may lead: into the drawing, to a picture that it carries, a link to a website. */
const INSIDE = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp);base64,|$)/i;
const WEBSITE = /^\s*https?:\/\//i;
/** Text of styles that fetches something. */
const FETCHES = /@import|url\(\s*(?!["']?\s*(?:#|data:image\/(?:png|jpe?g|gif|webp);))|\\|expression\s*\(/i;

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

/**
 * Tells whether an SVG is a drawing and nothing else: it neither runs nor fetches anything, opened by itself too. What is not plainly
 * harmless is none. Linear in the bytes.
 */
export function isPlainDrawing(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // Parsers differ in what they make of them.
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return false;
  PIECE.lastIndex = PROLOGUE.exec(text)?.[0].length ?? 0;
  let isStyle = false;
  while (PIECE.lastIndex < text.length) {
    const [piece, closing, name, attributes] = PIECE.exec(text) ?? [];
    if (piece === undefined) return false;
    if (name === undefined) {
      if (isStyle && (FETCHES.test(piece) || piece.includes('&'))) return false;
      continue;
    }
    const element = local(name);
    isStyle = element === 'style' && closing === '' && !piece.endsWith('/>');
    if (ACTIVE.has(element) || !hasPlainAttributes(element, attributes ?? '')) return false;
  }
  return true;
}

function hasPlainAttributes(element: string, written: string): boolean {
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? '';
    const attribute = local(name);
    if (attribute.startsWith('on') || attribute === 'base') return false;
    if (name.startsWith('xmlns') && /xhtml|events|&/i.test(value)) return false;
    if (attribute === 'href' || attribute === 'src') {
      if (!(INSIDE.test(value) || (element === 'a' && WEBSITE.test(value)))) return false;
      continue;
    }
    if (attribute === 'attributename' && /&|href|^\s*(?:\w+:)?on/i.test(value)) return false;
    // Attributes of editors hold paths of their machines; they mean nothing to a browser.
    if (name.includes(':')) continue;
    if (FETCHES.test(value.replaceAll(/&(?:quot|apos|#3[49]);/g, '"'))) return false;
    if (/&#(?!3[49];)/.test(value) && (attribute === 'style' || value.includes('('))) return false;
  }
  return true;
}
