/** Names of elements, written with blanks between. */
const names = (written: string): string[] => written.split(' ');

export const HEADINGS = names('h1 h2 h3 h4 h5 h6');
/** Parts of a table. */
export const TABLE_PARTS = names('caption thead tbody tfoot tr th td');
/** Elements that are kept and stand as blocks of their own. */
export const BLOCKS = [
  ...names('p div blockquote pre hr ul ol li dl dt dd figure figcaption section details summary table'),
  ...HEADINGS,
  ...TABLE_PARTS,
];
/** Elements that carry text of an article and are kept. */
export const KEPT = [
  ...BLOCKS,
  ...names('br wbr a abbr b cite code del dfn em i img ins kbd mark q s samp'),
  ...names('small strong sub sup u var ruby rt rp input'),
];

/** Elements of old or of page structure, and the kept element that takes their place. */
export const RENAMED = new Map([
  ...names('center article aside header footer main nav section address fieldset hgroup search').map(
    (name) => [name, 'div'] as const,
  ),
  ['acronym', 'abbr'],
  ['big', 'b'],
  ['dir', 'ul'],
  ['menu', 'ul'],
  ['listing', 'pre'],
  ['strike', 's'],
  ['tt', 'code'],
  ['legend', 'p'],
]);

/** Elements that show something from elsewhere: a link to it takes their place. */
export const EMBEDS = new Set(names('iframe frame video audio object embed mpvoice mpvideo qqmusic'));

/** Elements whose content is not text of the article. */
export const STRIPPED = new Set(names('script style template svg math'));

/** Elements that only dress text (or group cells): unwrapped, nothing worth a word in the ledger. */
const DRESS = [
  ...names('span font colgroup col picture source bdi bdo time data label nobr basefont rb rtc noscript o:p'),
  ...names('html head body meta link base'),
];

/** Elements a page is operated with; their text stays. */
const CONTROLS = [
  ...names('form button select option optgroup output map area param track canvas dialog marquee blink'),
  ...names('meter progress datalist image slot keygen applet noembed noframes'),
];

const KNOWN = new Set([...KEPT, ...RENAMED.keys(), ...DRESS, ...EMBEDS, ...STRIPPED, ...CONTROLS]);

/** Elements whose tag inside a paragraph is text that somebody wrote. */
const TALKED_ABOUT = new Set([
  ...CONTROLS,
  ...STRIPPED,
  ...names('html head body meta link base data time label source input section main header footer'),
  ...names('nav menu dir search object frame col'),
]);

/** True for an element read as markup in a block of HTML; other `<…>` in an article is text somebody wrote. */
export const isMarkup = (tagName: string): boolean => KNOWN.has(tagName);

/** True for an element read as markup inside a paragraph, where `<head>` or `<file>` is far more likely prose. */
export const isInlineMarkup = (tagName: string): boolean => KNOWN.has(tagName) && !TALKED_ABOUT.has(tagName);
