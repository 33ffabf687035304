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
const reference = inline(({ words: [name = ''], named }) => {
  const place = named.path ?? name;
  return place ? wikiAddress(place) : null;
});
const video = (before: string): TagRule =>
  inline(({ words: [id = ''], named }) => {
    const place = before + (named.id ?? named.bvid ?? named.src ?? id);
    return place === before ? null : link(place, place);
  });

function figure({ words: [first = ''], named }: Tag): string | null {
  const place = named.src ?? named.image ?? first;
  if (!place) return null;
  const caption = named.caption ?? named.title ?? '';
  const shown = picture(place, named.alt ?? '', named.width, named.height);
  const linked = named.link ? `[${shown}](${named.link})` : shown;
  return caption === ''
    ? linked
    : `${linked}\n\n${[named.title, named.caption].filter(Boolean).join(' — ')}${named.attr ? ` ${named.attrlink ? link(named.attr, named.attrlink) : named.attr}` : ''}\n\n`;
}

const box = (kind: string | null = null): TagRule => ({
  kind: 'block',
  open({ words, named, indent }) {
    const said = named.type ?? words.find((word) => boxKind(word)) ?? '';
    const title =
      named.title ?? words.filter((word) => word !== said && !/^(?:true|false)$/.test(word)).join(' ');
    return openBox(kind ?? boxKind(said) ?? 'note', title, indent);
  },
  close: ({ indent }) => closeBox(indent),
});
const fold: TagRule = {
  kind: 'block',
  open: ({ words, named, indent }) =>
    openFold('note', named.summary ?? named.title ?? words.join(' '), named.open === 'true', indent),
  close: ({ indent }) => closeFold(indent),
};
const tab: TagRule = {
  kind: 'block',
  open: ({ words, named, indent }) =>
    openBox('tab', named.title ?? named.name ?? named.header ?? words[0] ?? '', indent),
  close: ({ indent }) => closeBox(indent),
};
/** What stands around the text is gone. */
const bare: TagRule = {
  kind: 'block',
  open: ({ indent }) => `\n\n${indent}`,
  close: ({ indent }) => `\n\n${indent}`,
};
const code: TagRule = {
  kind: 'verbatim',
  show: ({ words: [language = ''], named, indent }, content) =>
    fenced(content, named.lang ?? language, indent),
};

const rules: Record<string, TagRule> = {
  ref: reference,
  relref: reference,
  figure: inline(figure),
  img: inline(figure),
  image: inline(figure),
  highlight: code,
  code,
  mermaid: { kind: 'verbatim', show: ({ indent }, content) => fenced(content, 'mermaid', indent) },
  math: { kind: 'verbatim', show: (_tag, content) => `\n\n$$${content}$$\n\n` },
  katex: { kind: 'verbatim', show: (_tag, content) => `$${content.trim()}$` },
  rawhtml: { kind: 'verbatim', show: (_tag, content) => content },
  raw: { kind: 'verbatim', show: (_tag, content) => content },
  youtube: video('https://www.youtube.com/watch?v='),
  vimeo: video('https://vimeo.com/'),
  bilibili: video('https://www.bilibili.com/video/'),
  gist: inline(({ words }) =>
    words[1]
      ? link(
          `https://gist.github.com/${words[0]}/${words[1]}`,
          `https://gist.github.com/${words[0]}/${words[1]}`,
        )
      : null,
  ),
  tweet: inline(({ words, named }) => {
    const [user, id] = [named.user, named.id ?? words[0]];
    return id
      ? link(
          `https://twitter.com/${user ?? 'i'}/status/${id}`,
          `https://twitter.com/${user ?? 'i'}/status/${id}`,
        )
      : null;
  }),
  audio: video(''),
  video: video(''),
  music: inline(({ named }) => {
    const place = named.url ?? named.src;
    return place ? link(named.name ?? place, place) : null;
  }),
  link: inline(({ words: [place = ''], named }) => {
    const to = named.href ?? place;
    return to ? link(named.content ?? named.title ?? to, to) : null;
  }),
  notice: box(),
  admonition: box(),
  alert: box(),
  callout: box(),
  hint: box(),
  box: box(),
  note: box('note'),
  tip: box('tip'),
  info: box('info'),
  warning: box('warning'),
  danger: box('danger'),
  details: fold,
  expand: fold,
  spoiler: fold,
  collapse: fold,
  tabs: bare,
  tab,
  tabitem: tab,
  center: bare,
  quote: {
    kind: 'block',
    open: ({ indent }) => `\n\n${indent}<blockquote>\n\n${indent}`,
    close: ({ named, indent }) =>
      `${named.author ? `\n\n${indent}—— ${named.author}` : ''}\n\n${indent}</blockquote>\n\n${indent}`,
  },
  columns: bare,
  column: bare,
  steps: bare,
  toc: inline(() => ''),
};
rules.blockquote = rules.quote ?? bare;

const HUGO: TagLanguage = {
  label: 'Hugo shortcode',
  pattern: /\{\{[<%][ \t]*(\/?)[ \t]*([A-Za-z][\w/-]*)((?:(?![%>]\}\})[^\n]){0,2000}?)\/?[%>]\}\}/dg,
  ends: (sign, name) => (sign === '/' ? name : null),
  rules,
};

/** Turns the shortcodes of Hugo into Markdown. One with a comment sign around its name is talked about, and shown. */
export function hugo(source: Source): void {
  if (!/\{\{[<%]/.test(source.text)) return;
  source.replace(
    /\{\{([<%])[ \t]*\/\*((?:(?!\*\/)[^\n]){0,2000})\*\/[ \t]*([%>])\}\}/dg,
    ({ group }) => `\`{{${group(1)}${group(2)}${group(3)}}}\``,
  );
  readTags(source, HUGO);
}
