import { repair, type Warning, warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import type { Article, Repair } from '../types.ts';
import { withScheme } from './addresses.ts';
import { ALIASES, aliasOf, type Field, type FieldName, safeKey, type Value } from './field.ts';
import { plainLine } from './plain-line.ts';
import { readTime } from './time.ts';

/** Everything front matter says about an article; the title is empty where none is given. */
interface Fields
  extends Pick<Article, 'url' | 'title' | 'author' | 'time' | 'tags' | 'id' | 'data' | 'repairs'> {
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
  const url = address ? readUrl(textOf(address.value)) : null;
  if (address && !url) unexpected('url', address, 'http:// or https://; the article has no original link');

  const moment = known.get('time');
  const time = moment ? readTime(textOf(moment.value), timeZone) : null;
  if (!moment)
    warnings.push(
      warning('time', 'Unexpected article without time, expected `time: 2013-08-01 07:11`; filed as undated'),
    );
  else if (!time) unexpected('time', moment, 'one such as 2013-08-01 07:11; filed as undated');

  return {
    url,
    title: plainLine(textOf(known.get('title')?.value ?? '')),
    author: authorOf(known.get('author')?.value ?? '') || anonymous,
    time,
    tags: tagsOf(known.get('tags')?.value ?? []),
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
  const rank = (name: FieldName, { key }: Field) =>
    (ALIASES[name] as readonly string[]).indexOf(key.trim().toLowerCase());
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
    if (name === null || isOutletName(name, field)) keep(field);
    else if (isNothing(field.value)) continue;
    else {
      const other = known.get(name);
      const better = !other || rank(name, field) < rank(name, other);
      const worse = better ? other : field;
      if (better) known.set(name, field);
      if (worse && JSON.stringify(worse.value) !== JSON.stringify(known.get(name)?.value)) keep(worse);
    }
  }
  return { known, data: { ...data }, repairs };
}

/** `source: 虎嗅网` names an outlet: no address, and nothing wrong with it. */
const isOutletName = (name: FieldName, { key, value }: Field): boolean =>
  name === 'url' && !/^(?:url|link|permalink)$/i.test(key.trim()) && readUrl(textOf(value)) === null;

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

/** Authors of a list are joined with 、; of a map (`author: {name: …}`) the name counts. */
function authorOf(value: Value): string {
  if (Array.isArray(value)) return value.map(authorOf).filter(Boolean).join('、');
  if (typeof value !== 'string') return authorOf(value.name ?? textOf(value));
  const name = plainLine(value);
  return NOTHING.test(name) ? '' : name;
}

function tagsOf(value: Value): string[] {
  const list = Array.isArray(value) ? value.map(textOf) : textOf(value).split(LISTED);
  return [...new Set(list.map(plainLine).filter((tag) => !NOTHING.test(tag)))];
}

/** An http(s) address, made absolute where only the scheme is missing; else null. */
function readUrl(written: string): string | null {
  const text = withScheme(written.trim().replace(/^<(.*)>$/, '$1'));
  return /^https?:\/\/[^\s/]/i.test(text) && !/[\s<>"]/.test(text) && URL.canParse(text) ? text : null;
}

const quote = (field: Field): string => `«${clip(plainLine(textOf(field.value)), 60)}»`;
