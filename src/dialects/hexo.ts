import {
  boxKind,
  closeBox,
  closeFold,
  fenced,
  link,
  openBox,
  openFold,
  picture,
  wikiAddress,
} from './markup.ts';
import type { Source } from './source.ts';
import { readTags, type Tag, type TagLanguage, type TagRule } from './template-tags.ts';

const inline = (show: (tag: Tag) => string | null): TagRule => ({ kind: 'inline', show });
const verbatim = (show: (tag: Tag, content: string) => string): TagRule => ({ kind: 'verbatim', show });
const plain = verbatim((_tag, content) => content);

const SIZE = /^\d+(?:px|%)?$/;
const PLACE = /^(?:https?:|\.{0,2}\/)|\.(?:png|jpe?g|gif|webp|svg|bmp|avif)\b/i;

/** `[class …] address [width [height]] [title [alt]]` */
function pictureOf({ words }: Tag): string | null {
  const at = words.findIndex((word) => PLACE.test(word));
  const [address, ...rest] = words.slice(Math.max(at, 0));
  if (address === undefined) return null;
  const sizes = rest.filter((word, index) => index < 2 && SIZE.test(word));
  return picture(address, rest.slice(sizes.length).join(' '), ...sizes);
}

const boxed = (kindOf: (tag: Tag) => string, titleOf: (tag: Tag) => string): TagRule => ({
  kind: 'block',
  open: (tag) => openBox(kindOf(tag), titleOf(tag), tag.indent),
  close: ({ indent }) => closeBox(indent),
});
/** Words of a box that say how it looks, not what it is about. */
const LOOKS =
  /^(?:no-icon|icon|simple|modern|flat|disabled|fa[srlb]?|fa-[\w-]+|open|blue|cyan|red|green|orange|yellow|purple|pink|gray|grey|'fa.*)$/i;
const wordsOf = ({ words }: Tag): string[] =>
  words.filter((word, at) => !LOOKS.test(word) && !(at === 0 && boxKind(word)));
const folded: TagRule = {
  kind: 'block',
  open: ({ rest, words, indent }) =>
    openFold(
      'note',
      rest.replace(/^(?:(?:blue|cyan|red|green|orange|yellow|purple|pink)\b\s*)?(?:open\b)?\s*,?\s*/i, ''),
      words.includes('open') || words.includes('open,'),
      indent,
    ),
  close: ({ indent }) => closeFold(indent),
};

/** `author[, source] [link] [title]` behind a quotation. */
function cited({ rest, indent }: Tag): string {
  const address = /https?:\/\/\S+/.exec(rest)?.[0];
  const names = rest
    .replace(address ?? '', '')
    .replace(/\s+/g, ' ')
    .trim();
  const source = names && `—— ${names.replace(/\s*,\s*/, '，')}`;
  const line = address ? link(source || address, address) : source;
  return `${line ? `\n\n${indent}${line}` : ''}\n\n${indent}</blockquote>\n\n${indent}`;
}
const quotation: TagRule = {
  kind: 'block',
  open: ({ indent }) => `\n\n${indent}<blockquote>\n\n${indent}`,
  close: cited,
};
const pulled: TagRule = {
  ...quotation,
  close: ({ indent }) => `\n\n${indent}</blockquote>\n\n${indent}`,
};

/** `[title] [lang:language] [address] [link text]`, `language [title]` in Jekyll */
const code = verbatim((tag, content) => {
  const { rest, indent } = tag;
  const language = /\blang(?:uage)?:\s*(\S+)/.exec(rest)?.[1] ?? '';
  const address = /https?:\/\/\S+/.exec(rest)?.[0];
  const title = rest
    .replace(/\b\w+:(?!\/\/)\S+/g, '')
    .replace(address ?? '', '')
    .trim();
  const head = address ? link(title, address) : title;
  return (head ? `\n\n${indent}${head}` : '') + fenced(content, language, indent);
});
const highlight = verbatim(({ words, indent }, content) => fenced(content, words[0] ?? '', indent));

const address = (before: string, after = ''): TagRule =>
  inline(({ words }) => (words[0] ? link(before + words[0] + after, before + words[0] + after) : null));
const text = (pick: (tag: Tag) => string | undefined): TagRule => inline((tag) => pick(tag) ?? null);
const afterComma = ({ rest }: Tag): string => rest.slice(rest.indexOf(',') + 1).trim();

/** Tags of Hexo and of its themes NexT, Butterfly and Volantis; those of Jekyll look the same. */
const rules: Record<string, TagRule> = {
  asset_img: inline(pictureOf),
  image: inline(pictureOf),
  inlineImg: inline(pictureOf),
  img: inline(pictureOf),
  asset_link: inline(({ words: [slug = '', ...title] }) => slug && link(title.join(' ') || slug, slug)),
  asset_path: inline(({ words: [slug = ''] }) => slug || null),
  post_link: inline(
    ({ words: [slug = '', ...title] }) =>
      slug &&
      link(title.filter((word) => !/^(?:true|false)$/.test(word)).join(' ') || slug, wikiAddress(slug)),
  ),
  post_path: inline(({ words: [slug = ''] }) => slug && wikiAddress(slug)),
  post_url: inline(({ words: [slug = ''] }) => slug && wikiAddress(slug)),
  link: inline(({ words }) => {
    const at = words.findIndex((word) => /^(?:https?:)?\/\//.test(word));
    const [place = '', ...title] =
      at === -1 ? [words.at(-1) ?? ''] : [words[at] ?? '', ...words.slice(0, at)];
    return place && link(title.join(' '), place);
  }),
  url: inline(({ words: [place = '', ...title] }) => place && link(title.join(' '), place)),
  blockquote: quotation,
  quote: quotation,
  pullquote: pulled,
  cq: pulled,
  centerquote: pulled,
  codeblock: code,
  code,
  highlight,
  raw: plain,
  include_code: inline(({ words }) => link(words.at(-1) ?? '', words.at(-1) ?? '')),
  note: boxed(
    (tag) => boxKind(tag.words.find((word) => boxKind(word)) ?? '') ?? 'note',
    (tag) => wordsOf(tag).join(' '),
  ),
  subnote: boxed(
    () => 'note',
    ({ rest }) => rest,
  ),
  tabs: boxed(
    () => 'note',
    ({ rest }) => rest.replace(/,\s*-?\d+\s*$/, ''),
  ),
  tab: boxed(
    () => 'tab',
    ({ rest }) => rest,
  ),
  folding: folded,
  hideToggle: folded,
  hideBlock: folded,
  details: folded,
  spoiler: folded,
  hideInline: text(({ rest }) => rest.split(',')[0]),
  label: text(({ rest }) =>
    rest
      .replace(/^[\w-]+\s*@\s*/, '')
      .replace(
        /^\s*|\s*(?:blue|pink|red|purple|orange|green|default|primary|success|info|warning|danger)\s*$/g,
        '',
      ),
  ),
  span: text((tag) => (tag.rest.includes(',') ? afterComma(tag) : tag.rest)),
  u: text(({ rest }) => rest),
  emp: text(({ rest }) => `*${rest}*`),
  kbd: text(({ rest }) => rest),
  checkbox: text(
    ({ rest }) => `- ${/\bchecked\b/.test(rest) ? '☑' : '☐'} ${rest.slice(rest.lastIndexOf(',') + 1).trim()}`,
  ),
  btn: inline(({ rest }) => {
    const [place = '', title = ''] = rest.split(',').map((part) => part.trim());
    return place && link(title, place);
  }),
  button: inline(({ rest }) => {
    const [place = '', title = ''] = rest.split(',').map((part) => part.trim());
    return place && link(title, place);
  }),
  youtube: address('https://www.youtube.com/watch?v='),
  vimeo: address('https://vimeo.com/'),
  bilibili: address('https://www.bilibili.com/video/'),
  gist: address('https://gist.github.com/'),
  jsfiddle: address('https://jsfiddle.net/', '/'),
  iframe: address(''),
  video: address(''),
  audio: address(''),
  dplayer: inline(({ rest }) => {
    const place = /url\s*[=:]\s*["']?([^"'\s]+)/.exec(rest)?.[1];
    return place ? link(place, place) : null;
  }),
  pdf: address(''),
  mermaid: verbatim(({ indent }, content) => fenced(content, 'mermaid', indent)),
  math: verbatim((_tag, content) => `\n\n$$${content}$$\n\n`),
  // Places in a page, and pieces of templates: nothing that was written stands in them.
  more: text(() => ''),
  toc: text(() => ''),
};

const HEXO: TagLanguage = {
  label: 'Hexo tag',
  pattern: /\{%-?[ \t]*()([A-Za-z_]\w*)((?:(?!%\})[^\n]){0,2000}?)-?%\}/dg,
  ends: (_sign, name) => (/^end./.test(name) ? name.slice(3) : null),
  rules,
};

/** Hexo writes the tabs of a group as comments. */
const TAB = /<!--\s*(end)?tab\b([^\n]{0,200}?)-->/dg;

/** Turns the tags of Hexo and Jekyll into Markdown. */
export function hexo(source: Source): void {
  if (source.text.includes('{%')) {
    source.replace(TAB, ({ group }) =>
      group(1)
        ? '{% endtab %}'
        : `{% tab ${group(2)
            .replace(/@\S+\s*$/, '')
            .trim()} %}`,
    );
    readTags(source, HEXO);
  }
  // The end of what lists show of an article.
  if (/<!--\s*(?:more|truncate|readmore)\s*-->/i.test(source.text))
    source.replace(/<!--\s*(?:more|truncate|readmore)\s*-->/dgi, () => '');
  // Where a site's files lie is known from where the article lies.
  if (source.text.includes('{{'))
    source.replace(/\{\{\s*(?:site\.(?:baseurl|url)|page\.root)\s*\}\}/dg, () => '');
}
