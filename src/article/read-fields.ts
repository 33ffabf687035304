import { repair, type Warning, warning } from '../report.ts';
import { bylineOf } from '../text/authors.ts';
import { clip } from '../text/clip.ts';
import type { Article, Repair } from '../types.ts';
import { withScheme } from './addresses.ts';
import { aliasOf, type Field, type FieldName, keyName, rankOf, safeKey, type Value } from './field.ts';
import { oldAddress } from './old-address.ts';
import { plainLine } from './plain-line.ts';
import { readTime, TIME_WORDS } from './time.ts';

/** Everything front matter says about an article; the title is empty where none is given. */
interface Fields
  extends Pick<
    Article,
    | 'url'
    | 'title'
    | 'author'
    | 'time'
    | 'tags'
    | 'id'
    | 'data'
    | 'repairs'
    | 'aliases'
    | 'slug'
    | 'isDraft'
    | 'cover'
  > {
  /** What the article says of itself in a sentence or two; empty where it says nothing. */
  description: string;
  warnings: Warning[];
}

const NOTHING = /^(?:|~|null|none|undefined|nan)$/i;
const LISTED = /[,，、;；|]/;

/**
 * Sorts front matter into an article's fields; what is no field of an article is kept as data.
 * @param anonymous who wrote what nobody signed
 */
export function readFields(written: readonly Field[], timeZone: string, anonymous: string): Fields {
  const { known, data, repairs } = sorted(written);
  const warnings: Warning[] = [];
  const unexpected = (name: 'url' | 'time', field: Field, expected: string) =>
    warnings.push(warning(name, `Unexpected ${name} ${quote(field)}, expected ${expected}`, field.line));

  const address = known.get('url');
  const permalink = textOf(known.get('permalink')?.value ?? '');
  const url = (address && readUrl(textOf(address.value))) ?? readUrl(permalink);
  const old = address ? oldAddress(textOf(address.value)) : null;
  if (address && !url && !old)
    unexpected('url', address, 'http:// or https://; the article has no original link');

  const moment = known.get('time');
  const time = moment ? readTime(textOf(moment.value), timeZone) : null;
  // What stands behind a moment, and is none of its words, stays where it can be looked up.
  if (moment && time && HAN.test(textOf(moment.value).replace(TIME_WORDS, '')))
    data[safeKey(moment.key)] = moment.value;
  if (moment && !time) unexpected('time', moment, 'one such as 2013-08-01 07:11; filed as undated');

  return {
    url,
    title: plainLine(textOf(known.get('title')?.value ?? '')),
    author: bylineOf(authorsIn(known.get('author')?.value ?? '')) || anonymous,
    time,
    tags: [
      ...new Set([
        ...tagsOf(known.get('tags')?.value ?? [], false),
        ...tagsOf(known.get('categories')?.value ?? [], true),
      ]),
    ],
    aliases: aliasesOf(old, permalink, known.get('aliases')?.value ?? []),
    slug: plainLine(textOf(known.get('slug')?.value ?? '')) || null,
    cover: coverOf(known.get('cover')?.value ?? ''),
    description: plainLine(textOf(known.get('description')?.value ?? '')),
    isDraft: written.some(saysDraft),
    id: textOf(known.get('id')?.value ?? '').trim() || null,
    data,
    warnings,
    repairs,
  };
}

/** The best alias present counts for a field, then the first that says anything; the others stay data. */
function sorted(fields: readonly Field[]) {
  const known = new Map<FieldName, Field>();
  const data: Record<string, unknown> = Object.create(null);
  const times = new Map<string, number>();
  const repairs: Repair[] = [];
  const rank = (name: FieldName, { key }: Field) => rankOf(name, key);
  const keep = (field: Field) => {
    const key = safeKey(field.key);
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    data[count === 1 ? key : `${key}-${count}`] = field.value;
  };
  const seen = new Map<string, Field>();
  for (const field of fields) {
    const earlier = seen.get(field.key);
    if (earlier) repairs.push(duplicate(earlier, field));
    else seen.set(field.key, field);
    const name = aliasOf(field.key);
    if (name === null || isOutletName(name, field) || isSwitch(name, field)) {
      keep(field);
      continue;
    }
    const isKept = KEPT_TOO.has(name);
    if (isKept) keep(field);
    if (isNothing(field.value)) continue;
    const other = known.get(name);
    const better = !other || rank(name, field) < rank(name, other);
    const worse = better ? other : field;
    if (better) known.set(name, field);
    if (worse && !isKept && JSON.stringify(worse.value) !== JSON.stringify(known.get(name)?.value))
      keep(worse);
  }
  return { known, data: { ...data }, repairs };
}

/** Fields that are used and stay among the data as well, as they are written. */
const KEPT_TOO: ReadonlySet<FieldName> = new Set(['permalink', 'slug', 'aliases', 'cover', 'description']);

/** `published: true` says whether, not when. */
const isSwitch = (name: FieldName, { value }: Field): boolean =>
  name === 'time' && typeof value === 'string' && /^(?:true|false|yes|no|on|off|[01])$/i.test(value.trim());

const YES = /^(?:true|yes|on|1)$/i;
const NO = /^(?:false|no|off|0)$/i;
/** Fields by which generators know what is not to be published, with what they then say. */
const DRAFT: Readonly<Record<string, RegExp>> = {
  draft: YES,
  drafts: YES,
  hidden: YES,
  private: YES,
  isdraft: YES,
  unlisted: YES,
  published: NO,
  publish: NO,
  public: NO,
  status: /^(?:draft|drafts|private|pending|trash|auto-draft|inherit|unpublished|hidden|草稿|私密)$/i,
  poststatus: /^(?:draft|private|pending|trash|auto-draft)$/i,
  layout: /^drafts?$/i,
};

const saysDraft = ({ key, value }: Field): boolean =>
  typeof value === 'string' && (DRAFT[keyName(key)]?.test(value.trim()) ?? false);

/** `source: 虎嗅网` names an outlet: no address, and nothing wrong with it. */
const isOutletName = (name: FieldName, { key, value }: Field): boolean =>
  name === 'url' && !/^(?:url|link)$/i.test(key.trim()) && readUrl(textOf(value)) === null;

function duplicate(earlier: Field, later: Field): Repair {
  const show = ({ key, value }: Field) => `${key}: ${textOf(value)}`;
  const kept = isNothing(earlier.value) ? later : earlier;
  return repair('front-matter', later.line, `${show(earlier)} ⏎ ${show(later)}`, show(kept));
}

const isNothing = (value: Value): boolean =>
  typeof value === 'string' ? NOTHING.test(value.trim()) : Object.keys(value).length === 0;

/** A value as one text: lists joined, maps as they would be written in flow style (`{ x }`). */
function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('、');
  const pairs = Object.entries(value).map(([key, item]) => (item === '' ? key : `${key}: ${textOf(item)}`));
  return `{${pairs.join(', ')}}`;
}

/** The names of a field: of a list each, of a map (`author: {name: …}`) the name, of a text those between signs that part them. */
function authorsIn(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(authorsIn);
  if (typeof value !== 'string') return authorsIn(value.name ?? value.title ?? textOf(value));
  const name = plainLine(value).replace(/^\[\[|\]\]$/g, '');
  if (NOTHING.test(name)) return [];
  const parts = name.split(/\s*[、;；&＆]\s*/);
  const names = parts.flatMap((part) => {
    const commas = part.split(/\s*[,，]\s*/);
    // `Doe, John` is one name turned round.
    return commas.every((one) => HAN.test(one) || /\s/.test(one)) ? commas : [part];
  });
  return names.map((one) => one.trim()).filter((one) => one !== '' && !NOTHING.test(one));
}

const HAN = /\p{Script=Han}/u;

/** @param isPath whether a slash parts levels, as it does in categories */
function tagsOf(value: Value, isPath: boolean): string[] {
  const list = Array.isArray(value)
    ? value.flatMap((item) => (Array.isArray(item) ? item.flat(9) : [item])).map(textOf)
    : split(textOf(value));
  const levels = list.flatMap((tag) =>
    isPath || /^#?\p{Script=Han}+(?:\/\p{Script=Han}+)+$/u.test(tag.trim()) ? tag.split('/') : [tag],
  );
  return [
    ...new Set(
      levels.map((tag) => plainLine(tag).replace(/^#(?=\S)/, '')).filter((tag) => !NOTHING.test(tag)),
    ),
  ];
}

/** The tags in one text: between signs, or between blanks as Jekyll and Obsidian write them. */
function split(text: string): string[] {
  if (LISTED.test(text)) return text.split(LISTED);
  const words = text.trim().split(/\s+/);
  const isList =
    words.length > 1 &&
    (words.every((word) => word.startsWith('#')) ||
      words.some((word) => HAN.test(word)) ||
      words.every((word) => /^[a-z\d.+#-]+$/.test(word)));
  return isList ? words : [text];
}

/** Paths under which an article stood on the site it comes from. */
function aliasesOf(old: string | null, permalink: string, value: Value): string[] {
  const written = [permalink, ...(Array.isArray(value) ? value.map(textOf) : [textOf(value)])];
  // Obsidian keeps other names of a page under the same key.
  const paths = written.flatMap(
    (one) =>
      oldAddress(one) ?? (/^[^/\n]{1,100}$/.test(one.trim()) && !URL.canParse(one) ? [one.trim()] : []),
  );
  const all = [...new Set([...(old ? [old] : []), ...paths])];
  return all.length > 0 ? all : NONE;
}
/** Shared by all articles without: they are held at once. */
const NONE: string[] = [];

/** The address of an article's picture. */
function coverOf(value: Value): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  const written = textOf(
    (typeof first === 'object' && !Array.isArray(first) ? (first.image ?? first.src ?? first.url) : first) ??
      '',
  ).trim();
  return /^(?:|#|rgb|linear|transparent|true|false|none)/i.test(written) && !/[/.]/.test(written)
    ? null
    : written || null;
}

/** An http(s) address, made absolute where only the scheme is missing; else null. */
function readUrl(written: string): string | null {
  const text = withScheme(written.trim().replace(/^<(.*)>$/, '$1'));
  return /^https?:\/\/[^\s/]/i.test(text) && !/[\s<>"]/.test(text) && URL.canParse(text) ? text : null;
}

const quote = (field: Field): string => `«${clip(plainLine(textOf(field.value)), 60)}»`;
