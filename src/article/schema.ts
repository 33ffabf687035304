import type { Options as Schema } from 'rehype-sanitize';
import { HEADINGS, KEPT, STRIPPED, TABLE_PARTS } from './elements.ts';

/** The same value for each of some elements. */
const each = <Value>(names: readonly string[], value: Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Classes of boxes (`src/dialects/markup.ts`). */
const BOX = /^box(?:-(?:note|info|tip|warning|danger|tab|title))?$/;

/** Schemes a link may have. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel', 'ftp', 'magnet', 'irc'];

/**
 * Everything that may stand in an article: a list of the allowed, so that what nobody thought of is not.
 * Ids are not among it but for footnotes, whose prefix keeps them apart from any id of the page.
 */
export const schema: Schema = {
  tagNames: KEPT,
  strip: [...STRIPPED],
  attributes: {
    // Places that links lead to (`src/article/anchors.ts`).
    '*': [['id', /^a-/]],
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
    code: [['className', /^(?:language-[\w+#.-]{1,40}|formula)$/]],
    details: ['open', ['className', BOX], 'dataLabel'],
    div: [['className', BOX], 'dataLabel'],
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
    ...each(HEADINGS, ['dataRecovered']),
    h2: ['dataRecovered', ['id', 'footnote-label']],
  },
  ancestors: {
    ...each(TABLE_PARTS, ['table']),
    ...each(['dt', 'dd'], ['dl']),
    ...each(['rt', 'rp'], ['ruby']),
    li: ['ol', 'ul'],
    figcaption: ['figure'],
    summary: ['details'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: [...LINK_SCHEMES, 'wiki'], src: ['http', 'https', 'data', 'wiki'] },
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
