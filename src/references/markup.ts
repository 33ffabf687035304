import { grouped } from '../locales/grouped.ts';
import type { Strings } from '../locales/index.ts';
import { kindOf } from '../media/kinds.ts';
import { hostOf } from '../text/host.ts';
import type { MediaFile, Resolved } from '../types.ts';

/** Everything that an article's references are written with. */
interface Place {
  references: readonly Resolved[];
  /** The address, as HTML, of a path of the site in the document that the article stands in. */
  hrefOf(path: string): string;
  /** The article's day `yyyy-mm-dd`, or null. */
  date: string | null;
  /** Whether pictures of other hosts are shown at once. */
  images: 'ask' | 'load';
  words: Strings['article']['references'];
  /** True where the HTML stands in a link already. */
  isInLink?: boolean;
}

/** A start tag with a reference's number: in HTML that `toHtml` wrote, `<` and `>` stand for tags only. */
const MARKED = /<(a|img) data-ref="(\d+)"((?: [a-z-]+(?:="[^"]*")?)*)>/g;

/** Attributes that keep a tag within its element until it is written here. */
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g;

/**
 * Writes the references of an article's HTML: links to other articles, pictures and files of the content folder, and what is missing. What leads
 * elsewhere on the net stays as reading left it.
 */
export function withReferences(html: string, place: Place): string {
  if (!html.includes(' data-ref="')) return html;
  const byNumber = new Map(place.references.map((reference) => [reference.n, reference]));
  let out = '';
  let done = 0;
  let insideLink = place.isInLink ?? false;
  for (const match of html.matchAll(MARKED)) {
    const [tag, name, number, rest = ''] = match;
    if (match.index < done) continue;
    const before = html.slice(done, match.index);
    insideLink = isInside(before, insideLink);
    out += before;
    done = match.index + tag.length;
    const resolved = byNumber.get(Number(number));
    const attributes = attributesOf(rest);
    if (name === 'img') {
      out += picture(attributes, resolved, place, insideLink);
      continue;
    }
    const end = html.indexOf('</a>', done);
    const inner = html.slice(done, end);
    if (attributes.has('data-image')) {
      // A picture of another host that waits to be asked for: where the folder has it, it is shown.
      if (!resolved?.media) {
        out += `<a${rest}>`;
        continue;
      }
      out += shown(resolved.media, new Map([...attributes, ['alt', '']]), place) + caption(inner);
      done = end + 4;
      continue;
    }
    const start = link(attributes, resolved, place);
    // What stands in a link is written likewise; where there is none, it stays without one.
    const content = withReferences(inner, { ...place, isInLink: start !== null });
    out += start === null ? content : `${start.tag}${content}</a>${start.after}`;
    done = end + 4;
  }
  return out + html.slice(done);
}

/** True where a place lies in a link, by the text since the last place. */
function isInside(text: string, before: boolean): boolean {
  const [open, close] = [text.lastIndexOf('<a '), text.lastIndexOf('</a>')];
  return open === close ? before : open > close;
}

/** Values are as in HTML, escaped. */
const attributesOf = (written: string): Map<string, string> =>
  new Map([...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));

const written = (attributes: Iterable<readonly [string, string]>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');

/** A link's start tag and what stands behind its end; null where it leads nowhere. */
function link(
  attributes: Map<string, string>,
  resolved: Resolved | undefined,
  { hrefOf, words }: Place,
): { tag: string; after: string } | null {
  const label = ['title', 'aria-label'].flatMap((name): [string, string][] => {
    const value = attributes.get(name);
    return value ? [[name, value]] : [];
  });
  if (resolved?.page !== undefined) {
    const original = attributes.get('href');
    return {
      tag: `<a${written([['href', hrefOf(resolved.page) + (resolved.fragment ?? '')], ...label])}>`,
      after: original
        ? `<a class="original" data-skip="" href="${original}" rel="external noopener noreferrer" aria-label="${words.original}"></a>`
        : '',
    };
  }
  if (resolved?.media) {
    const { kind, path, size } = resolved.media;
    const told: [string, string][] =
      kind === 'picture'
        ? []
        : [
            ['class', 'file'],
            ['data-size', `${words.type(path)}，${sizeOf(size)}`],
          ];
    return { tag: `<a${written([['href', hrefOf(path)], ...label, ...told])}>`, after: '' };
  }
  const href = attributes.get('href') ?? attributes.get('data-href');
  if (href === undefined) return null;
  const others = [...attributes].filter(([name]) => name !== 'href' && name !== 'data-href');
  return { tag: `<a${written([['href', href], ...others])}>`, after: '' };
}

/** `1.2 MB` */
function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${grouped(Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function picture(
  attributes: Map<string, string>,
  resolved: Resolved | undefined,
  place: Place,
  insideLink: boolean,
): string {
  const { hrefOf, images, words, date } = place;
  const alt = attributes.get('alt') ?? '';
  if (resolved?.media) return shown(resolved.media, attributes, place);
  if (resolved?.page !== undefined)
    return `<a href="${hrefOf(resolved.page)}${resolved.fragment ?? ''}">${inText(alt) || aside(resolved.page)}</a>`;
  // An address on the net is asked for when a reader wants it; a path that is in the folder no more may still be there.
  const [net, path] = [attributes.get('src'), attributes.get('data-address')];
  const remote = net ?? attributes.get('data-src');
  const isOnNet = remote?.startsWith('http') === true;
  const isPicture = !/^(?:audio|video)$/.test(kindOf((path ?? remote ?? '').replace(/[?#].*$/s, '')) ?? '');
  if (isOnNet && isPicture && net !== undefined && images === 'load') return image(net, attributes);
  let told = '';
  // A link cannot hold a link.
  if (isOnNet && remote && !insideLink) {
    const asked = !isPicture
      ? outside(remote, aside(remote))
      : images === 'load'
        ? image(remote, new Map([...attributes, ['alt', '']]))
        : placeholder(remote, alt, net === undefined ? '' : inText(alt), words);
    if (net !== undefined) return isPicture ? asked : asked + caption(inText(alt));
    const copy = `https://web.archive.org/web/${date?.replaceAll('-', '') ?? '2'}/${remote}`;
    told = ` ${asked} ${outside(copy, words.wayback)}`;
  }
  const missing = isPicture ? words.missingPicture : words.missingFile;
  return `<span class="missing-picture" data-skip="">${missing(inText(path ?? remote ?? ''))}${told}</span>${caption(inText(alt))}`;
}

/** A description that people see: what search counts of an article is what its page shows. */
const caption = (text: string): string => (text === '' ? '' : `<span class="caption">${text}</span>`);

/** An address that is no text of the article, where it has no words for what is linked. */
const aside = (address: string): string => `<span data-skip="">${inText(address)}</span>`;

const outside = (address: string, text: string): string =>
  `<a href="${address}" rel="external noopener noreferrer">${text}</a>`;

const image = (address: string, attributes: Map<string, string>): string =>
  `<img${written([['src', address], ...[...attributes].filter(([name]) => !/^(?:src|data-)/.test(name))])}>`;

/** A picture of another host that waits to be asked for. */
function placeholder(address: string, alt: string, text: string, words: Place['words']): string {
  const host = hostOf(unescaped(address));
  return `<a class="image" href="${address}" rel="external noopener noreferrer" referrerpolicy="no-referrer" data-image="${host}" aria-label="${words.picture}${[alt, host].filter(Boolean).join('，')}">${text}</a>`;
}

/** The value of an attribute, escaped as such, as text: a sign that begins a tag may stand in it as it is. */
const inText = (value: string): string => value.replace(/</g, '&lt;').replace(/>/g, '&gt;');

const unescaped = (value: string): string => value.replace(/&#x26;|&amp;|&#38;/g, '&');

/** A file of the content folder in the place of a picture. */
function shown(media: MediaFile, attributes: Map<string, string>, { hrefOf, words }: Place): string {
  const { kind, path, size, width, height } = media;
  const alt = attributes.get('alt') ?? '';
  const href = hrefOf(path);
  if (kind === 'audio' || kind === 'video')
    return `<${kind} src="${href}" controls preload="none"${alt ? ` aria-label="${alt}"` : ''}></${kind}>${caption(inText(alt))}`;
  if (kind === 'attachment')
    return `<a class="file" href="${href}" data-size="${words.type(path)}，${sizeOf(size)}">${inText(alt) || aside(media.file.slice(media.file.lastIndexOf('/') + 1).replace(/[<>&"]/g, ''))}</a>`;
  const title = attributes.get('title');
  // Where only one side was given, the file tells the other.
  const [wide, high] = [Number(attributes.get('width') ?? 0), Number(attributes.get('height') ?? 0)];
  const scale = width && height ? (wide && !high ? wide / width : !wide && high ? high / height : 0) : 0;
  const [w, h] =
    scale && width && height
      ? [Math.round(width * scale), Math.round(height * scale)]
      : wide && high
        ? [wide, high]
        : [width, height];
  return `<img${written([
    ['src', href],
    ['alt', alt],
    ...(title ? ([['title', title]] as const) : []),
    ...(w && h
      ? ([
          ['width', String(w)],
          ['height', String(h)],
        ] as const)
      : ([['class', 'unsized']] as const)),
    ['loading', 'lazy'],
    ['decoding', 'async'],
  ])}>`;
}
