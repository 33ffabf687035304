import type { Options as Schema } from 'rehype-sanitize';

/** Elements that carry text of an article and are kept. */
const PROSE = [
  ...[
    'p',
    'div',
    'blockquote',
    'pre',
    'hr',
    'br',
    'wbr',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'details', 'summary', 'section'],
  ...[
    'a',
    'abbr',
    'b',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'img',
    'ins',
    'kbd',
    'mark',
    'q',
    's',
    'samp',
  ],
  ...['small', 'strong', 'sub', 'sup', 'u', 'var', 'ruby', 'rt', 'rp', 'input'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

/** Elements of old or of page structure, and the kept element that takes their place. */
export const RENAMED = new Map([
  ...[
    'center',
    'article',
    'aside',
    'header',
    'footer',
    'main',
    'nav',
    'section',
    'address',
    'fieldset',
    'hgroup',
    'search',
  ].map((name) => [name, 'div'] as const),
  ['acronym', 'abbr'],
  ['big', 'b'],
  ['dir', 'ul'],
  ['menu', 'ul'],
  ['listing', 'pre'],
  ['strike', 's'],
  ['tt', 'code'],
  ['legend', 'p'],
]);

/** Elements that only dress text (or group cells): unwrapped, nothing worth a word in the ledger. */
export const DRESS = new Set([
  'span',
  'font',
  'colgroup',
  'col',
  'picture',
  'source',
  'bdi',
  'bdo',
  'time',
  'data',
  'label',
  'nobr',
  'basefont',
  'rb',
  'rtc',
  'noscript',
  'o:p',
  'html',
  'head',
  'body',
  'meta',
  'link',
  'base',
]);

/** Elements that show something from elsewhere: a link to it takes their place. */
export const EMBEDS = new Set(['iframe', 'frame', 'video', 'audio', 'object', 'embed']);

/** Elements whose content is not text of the article. */
export const STRIPPED = new Set(['script', 'style', 'template', 'svg', 'math']);

/** Elements a page is operated with; their text stays. */
const CONTROLS = [
  'form',
  'button',
  'select',
  'option',
  'optgroup',
  'output',
  'map',
  'area',
  'param',
  'track',
  'canvas',
  'dialog',
  'marquee',
  'blink',
  'meter',
  'progress',
  'datalist',
  'image',
  'slot',
  'keygen',
  'applet',
  'noembed',
  'noframes',
];

const INLINE_ONLY_TEXT = new Set([
  ...CONTROLS,
  'html',
  'head',
  'body',
  'meta',
  'link',
  'base',
  'data',
  'time',
  'label',
  'source',
  'template',
  'svg',
  'math',
  'input',
  'section',
  'main',
  'header',
  'footer',
  'nav',
  'menu',
  'dir',
  'search',
  'object',
  'frame',
  'col',
]);
const BLOCK = new Set([...PROSE, ...RENAMED.keys(), ...DRESS, ...EMBEDS, ...STRIPPED, ...CONTROLS]);

/** True for an element read as markup in a block of HTML; other `<…>` in an article is text somebody wrote. */
export function isMarkup(tagName: string): boolean {
  return BLOCK.has(tagName);
}

/** True for an element read as markup inside a paragraph, where `<head>` or `<file>` is far more likely prose. */
export function isInlineMarkup(tagName: string): boolean {
  return BLOCK.has(tagName) && !STRIPPED.has(tagName) && !INLINE_ONLY_TEXT.has(tagName);
}

/** Schemes a link may have. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel', 'ftp', 'magnet', 'irc'];

/**
 * What may stand in an article: a list of the allowed, so that what nobody thought of is not.
 * Ids are not among it but for footnotes, whose prefix keeps them apart from any id of the page.
 */
export const schema: Schema = {
  tagNames: PROSE,
  strip: [...STRIPPED],
  attributes: {
    a: [
      'href',
      'title',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      ['ariaDescribedBy', 'footnote-label'],
      ['className', 'data-footnote-backref'],
      ['id', /^user-content-fnref-/],
    ],
    abbr: ['title'],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    details: ['open'],
    h2: ['dataRecovered', ['id', 'footnote-label']],
    img: ['src', 'alt', 'title', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['id', /^user-content-fn-/],
      ['className', 'task-list-item'],
    ],
    ol: [['start', /^-?\d{1,9}$/], 'reversed', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
    ul: [['className', 'contains-task-list']],
    ...Object.fromEntries(['h1', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['dataRecovered']])),
  },
  ancestors: {
    ...Object.fromEntries(
      ['caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'].map((name) => [name, ['table']]),
    ),
    ...Object.fromEntries(['dt', 'dd'].map((name) => [name, ['dl']])),
    ...Object.fromEntries(['rt', 'rp'].map((name) => [name, ['ruby']])),
    li: ['ol', 'ul'],
    figcaption: ['figure'],
    summary: ['details'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: LINK_SCHEMES, src: ['http', 'https', 'data'] },
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
