import type { Article, ReadResult } from '../../types.ts';
import { ALIASES } from '../field.ts';
import { TIME_WORDS } from '../time.ts';

/** An article after an accident. */
interface Damaged {
  /** The accident. */
  name: string;
  text: string;
}

/** A random number from 0 to below 1. */
type Random = () => number;

/** Words of our own for what is put into articles. */
const WORDS = '钟楼上的鸽子看见三个学徒把旧报纸折成船放进雨后的水沟里然后各自回家吃晚饭';
const ELEMENTS =
  'svg math style script textarea title template noscript iframe select object video audio canvas button option form table details summary noembed noframes xmp plaintext marquee ruby rt figure b a div p span x-y'.split(
    ' ',
  );
const KEYS = 'url title name time tags id layout source 作者 来源 编者 date author link'.split(' ');

const pick = <One>(list: readonly One[], random: Random): One => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError('Unexpected empty list, expected something to pick from');
  return one;
};
const words = (random: Random): string => {
  const from = Math.floor(random() * (WORDS.length - 6));
  return WORDS.slice(from, from + 2 + Math.floor(random() * 14));
};

/** Puts a line somewhere into a text. */
function insertLine(text: string, line: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(Math.floor(random() * (lines.length + 1)), 0, line);
  return lines.join('\n');
}
/** Puts something into the middle of a text. */
function insert(text: string, part: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  return text.slice(0, at) + part + text.slice(at);
}
/** Puts a line among the first ones, where front matter stands. */
function insertField(text: string, line: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(1 + Math.floor(random() * 5), 0, line);
  return lines.join('\n');
}
/** Takes one of the lines out that pass a test. */
function cutLine(text: string, test: RegExp, random: Random): string {
  const lines = text.split('\n');
  const at = lines.flatMap((line, index) => (test.test(line) ? [index] : []));
  if (at.length > 0) lines.splice(pick(at, random), 1);
  return lines.join('\n');
}

type Accident = (text: string, random: Random) => string;

/** Kinds of accidents, each with its name. */
const ACCIDENTS: Readonly<Record<string, Accident>> = {
  'fence cut': (text, random) => cutLine(text, /^(?:---|```|~~~)/, random),
  'closing fence becomes a heading': (text, random) => text.replace(/\n---\n/, `\n## ${words(random)}\n\n`),
  'front matter unclosed, a list follows': (text, random) =>
    text.replace(/\n---\n/, `\n- ${words(random)}\n- ${words(random)}\n`),
  'comment in front matter': (text, random) =>
    insertField(text, `${pick(['# ', '#', '  # ', 'title2: x # '], random)}${words(random)}`, random),
  'field that says something else': (text, random) =>
    insertField(
      text,
      `${pick(KEYS, random)}: ${pick(['转载自', '', '{', '[', '"', '&', '*', '!', '| ', '> ', '- ', '@'], random)}${words(random)} ${words(random)}`,
      random,
    ),
  'field replaced': (text, random) => {
    const key = pick(['url', 'time', 'title', 'name', 'layout'], random);
    return text.replace(
      new RegExp(`^${key}:.*$`, 'm'),
      () => `${key}: ${words(random)}，${words(random)}${pick(['', ' # ', ': '], random)}${words(random)}`,
    );
  },
  'lines of front matter joined': (text) => {
    const end = text.indexOf('\n---\n', 4);
    return end === -1
      ? text
      : `${text.slice(0, 4)}${text.slice(4, end).replaceAll('\n', ' ')}${text.slice(end)}`;
  },
  'article joined to one line': (text, random) => text.replace(/\n+/g, random() < 0.5 ? ' ' : ''),
  'some lines joined': (text, random) => text.replace(/\n/g, (end) => (random() < 0.3 ? ' ' : end)),
  'words behind a fence': (text, random) =>
    insertLine(
      text,
      `\n${pick(['```', '~~~', '````', '```js '], random)}${pick(['', ' '], random)}${words(random)} ${words(random)}\ncode\n`,
      random,
    ),
  'note nobody refers to': (text, random) =>
    insertLine(text, `\n[^${pick(['9', '注', 'a'], random)}]: ${words(random)}\n`, random),
  'note twice': (text, random) =>
    insert(
      insertLine(
        text,
        `\n[^7]: ${words(random)}\n\n    ${words(random)}\n\n[^7]: ${words(random)}\n`,
        random,
      ),
      pick(['[^7]', ''], random),
      random,
    ),
  'notes that refer to each other': (text, random) =>
    insertLine(text, `\n[^甲]: ${words(random)}[^乙]\n[^乙]: ${words(random)}[^甲]\n`, random),
  'note unclosed': (text, random) => insertLine(text, `[^8: ${words(random)}]: ${words(random)}`, random),
  'link definition': (text, random) =>
    insertLine(
      text,
      `\n[${pick([words(random), '1', 'ref', '//', 'comment'], random)}]: ${pick(['http://a.cn/', '#', '<>', words(random), '/x'], random)} ${pick([`"${words(random)}"`, `(${words(random)})`, ''], random)}\n`,
      random,
    ),
  'link definition twice': (text, random) =>
    insertLine(
      text,
      `\n[页]\n\n[页]: http://a.cn/1 "${words(random)}"\n[页]: http://a.cn/2 "${words(random)}"\n`,
      random,
    ),
  comment: (text, random) => insert(text, `<!-- ${words(random)} -->`, random),
  'comment of lines': (text, random) =>
    insertLine(text, `\n<!--\n${words(random)}\n\n${words(random)}\n-->\n`, random),
  'comment unclosed': (text, random) => insert(text, `<!--${words(random)}`, random),
  'comments, one unclosed': (text, random) =>
    insert(insert(text, '<!-- ', random), '\n<!-- more -->\n', random),
  'comment closed wrongly': (text, random) =>
    insertLine(
      text,
      pick(
        [
          '<!-->',
          '<!--->',
          '<!-- a --!>',
          '<! 甲乙丙 >',
          '<?甲乙丙?>',
          '<![CDATA[甲乙丙]]>',
          '<!DOCTYPE 甲乙丙>',
        ],
        random,
      ),
      random,
    ),
  'element unclosed in a line': (text, random) => insert(text, `<${pick(ELEMENTS, random)}>`, random),
  'element unclosed in a block': (text, random) => {
    const name = pick(ELEMENTS, random);
    return insertLine(
      text,
      `\n<div>${words(random)}<${name}>\n${words(random)}\n<p>${words(random)}</p>\n</div>\n`,
      random,
    );
  },
  'element around blocks': (text, random) => {
    const name = pick(ELEMENTS, random);
    return insertLine(
      text,
      `\n<p>${words(random)}<${name}>${words(random)}</p>\n<p>${words(random)}</p>\n<p></${name}>${words(random)}</p>\n`,
      random,
    );
  },
  'element closed': (text, random) => {
    const name = pick(ELEMENTS, random);
    return insertLine(text, `\n<${name}><p>${words(random)}</p>${words(random)}</${name}>\n`, random);
  },
  'element at the head of a line': (text, random) =>
    insertLine(text, `\n<${pick(ELEMENTS, random)}>\n`, random),
  'end tag alone': (text, random) => insertLine(text, `</${pick(ELEMENTS, random)}>${words(random)}`, random),
  'words in attributes': (text, random) =>
    insertLine(
      text,
      `\n<div title="${words(random)}"><${pick(['span', 'input', 'option', 'track', 'td', 'img', 'meta', 'a'], random)} ${pick(['title', 'label', 'alt', 'placeholder', 'content', 'href', 'data-x'], random)}="${words(random)}">${words(random)}</div>\n`,
      random,
    ),
  'tag cut': (text, random) =>
    insertLine(text, `<p ${pick(['class="', "title='", 'a'], random)}${words(random)}`, random),
  'link cut': (text, random) =>
    insert(
      text,
      pick(['[甲乙](', '![甲乙丙](', '](', '[甲乙](<', '![甲乙丙]()', `[](丙丁 "${words(random)}")`], random),
      random,
    ),
  'bracket cut': (text, random) =>
    insert(
      text,
      pick(
        ['`', '```', '**', '~~', '|', '$$', '\\', '>', '\n    ', '\t', '\u200b', '&#x4e2d;', '\ufffd'],
        random,
      ),
      random,
    ),
  'cut short': (text, random) => text.slice(0, Math.floor(random() * text.length)),
  'part pasted twice': (text, random) => {
    const from = Math.floor(random() * text.length);
    return insert(text, text.slice(from, from + 400), random);
  },
};

/** Every kind of accident once, in random places of a text. */
export function* damages(text: string, random: Random): Generator<Damaged> {
  for (const [name, accident] of Object.entries(ACCIDENTS)) yield { name, text: accident(text, random) };
}

/** A text after some accidents one after another. */
export function damaged(text: string, random: Random, count: number): Damaged {
  let result = text;
  const names = Array.from({ length: count }, () => pick(Object.keys(ACCIDENTS), random));
  for (const name of names) result = ACCIDENTS[name]?.(result, random) ?? result;
  return { name: names.join(', '), text: result };
}

/** The bytes of a text with a few in GBK among them. */
export function withForeignBytes(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  const at = Math.floor(random() * bytes.length);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from('bec9cec5', 'hex'), bytes.subarray(at)]);
}

const HAN_RUN = /\p{Script=Han}+/gu;
const HAN = /\p{Script=Han}/gu;
const FIELD = new RegExp(`^[ \\t"']*(?:${Object.values(ALIASES).flat().join('|')})["']?[ \\t]*[:：]`, 'gim');
const TIME_NAME = new RegExp(ALIASES.time.join('|'), 'i');
/** Repairs that take away only what stands in the article once more. */
const REPETITION = /^(?:repeated-|whole-article-blob|title-heading)/;

/**
 * Han characters of a source that stand neither in the article's fields and text nor in its repairs and problems: runs of them that
 * stand nowhere, and, where no repetition was taken out, those that stand less often than in the source. The names of known fields and words
 * of a time that was understood count as shown.
 */
export function lostHan(result: ReadResult | Article, source: string): string {
  const article = 'article' in result ? result.article : result;
  if (!article) return source.match(HAN)?.join('') ?? '';
  const shown = textOf(article);
  const written = withoutNames(decoded(source), article)
    // The label of a link definition is the name of something, as its reference shows it.
    .replace(/^ {0,3}\[([^\]]*)\]:/gm, (whole, label: string) => (shown.includes(label) ? ' ' : whole));
  const squeezed = shown.replace(/[^\p{Script=Han}\n]+/gu, '');
  const runs = (written.match(HAN_RUN) ?? []).filter(
    (run) => !shown.includes(run) && !squeezed.includes(run),
  );
  if (runs.length > 0 || article.repairs.some(({ rule }) => REPETITION.test(rule))) return runs.join('');
  const left = new Map<string, number>();
  for (const char of shown.match(HAN) ?? []) left.set(char, (left.get(char) ?? 0) + 1);
  let lost = '';
  for (const char of written.match(HAN) ?? []) {
    const count = left.get(char) ?? 0;
    if (count === 0) lost += char;
    else left.set(char, count - 1);
  }
  // A word or two can stand elsewhere in the article: that is no loss for a reader, and no tool tells which of the two is shown.
  return lost.length <= 4 ? '' : lost;
}

/** Everything a reader, a tool or the ledger has of an article. */
function textOf(article: Article): string {
  const { url, title, author, id, tags, data, html, passages, references, repairs, problems } = article;
  const attributes = [...html.matchAll(/ (?:alt|title|href|src)="([^"]*)"/g)].map(([, value = '']) => value);
  const parts = [
    ...[url ?? '', title, author, id ?? '', ...tags, JSON.stringify(data), ...passages, ...attributes],
    ...references.map(({ address }) => address),
    ...repairs.flatMap(({ before, after }) => [before, after]),
    ...problems.map(({ message }) => message),
  ];
  return decoded(parts.join('\n'));
}

function withoutNames(source: string, { time }: Article): string {
  const head = source.split('\n').slice(0, 40).join('\n');
  const named = head.replace(FIELD, (name) => (TIME_NAME.test(name) && time ? '\u0001' : ' '));
  return named.replace(/\u0001.*$/gm, (value) => value.replace(TIME_WORDS, '')) + source.slice(head.length);
}

const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
