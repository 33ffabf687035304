import type { ArticleTime, Problem, Repair } from '../types.ts';
import { ALIASES, aliasOf, type FieldName } from './aliases.ts';
import { clip } from './clip.ts';
import { type Field, type FrontMatter, safeKey, type Value } from './front-matter.ts';
import { plainLine } from './plain-line.ts';
import { readTime } from './time.ts';

/** What front matter says about an article. */
export interface Fields {
  url: string | null;
  /** Empty where none is given. */
  title: string;
  author: string;
  time: ArticleTime | null;
  tags: string[];
  id: string | null;
  data: Record<string, unknown>;
  problems: Omit<Problem, 'file'>[];
  repairs: Repair[];
}

/** Who wrote what nobody signed. */
export const ANONYMOUS = '佚名';

const NOTHING = /^(?:|~|null|none|undefined|nan)$/i;
const LISTED = /\s*[,，、;；|]\s*/;

/** Sorts front matter into an article's fields; what is no field of an article is kept as data. */
export function readFields({ fields }: FrontMatter, timeZone: string): Fields {
  const { known, data, repairs } = sorted(fields);
  const problems: Omit<Problem, 'file'>[] = [];
  const warn = (field: Field | undefined, rule: string, message: string) =>
    problems.push({ line: field?.line ?? 1, column: 1, severity: 'warning', rule, message });

  const url = known.get('url');
  const address = url ? readUrl(textOf(url.value)) : null;
  if (url && !address)
    warn(
      url,
      'url',
      `Unexpected url ${quote(url)}, expected http:// or https://; the article has no original link`,
    );

  const time = known.get('time');
  const moment = time ? readTime(textOf(time.value), timeZone) : null;
  if (!time)
    warn(
      time,
      'time',
      'Unexpected article without time, expected `time: 2013-08-01 07:11`; filed as undated',
    );
  else if (!moment)
    warn(
      time,
      'time',
      `Unexpected time ${quote(time)}, expected one such as 2013-08-01 07:11; filed as undated`,
    );

  return {
    url: address,
    title: plainLine(textOf(known.get('title')?.value ?? '')),
    author: authorOf(known.get('author')?.value ?? '') || ANONYMOUS,
    time: moment,
    tags: tagsOf(known.get('tags')?.value ?? []),
    id: textOf(known.get('id')?.value ?? '').trim() || null,
    data,
    problems,
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
function isOutletName(name: FieldName, { key, value }: Field): boolean {
  return name === 'url' && !/^(?:url|link|permalink)$/i.test(key.trim()) && readUrl(textOf(value)) === null;
}

function duplicate(earlier: Field, later: Field): Repair {
  const show = ({ key, value }: Field) => `${key}: ${textOf(value)}`;
  const kept = isNothing(earlier.value) ? later : earlier;
  return {
    rule: 'front-matter',
    line: later.line,
    before: clip(`${show(earlier)} ⏎ ${show(later)}`),
    after: clip(show(kept)),
  };
}

function isNothing(value: Value): boolean {
  return typeof value === 'string' ? NOTHING.test(value.trim()) : Object.keys(value).length === 0;
}

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
  const text = written.trim().replace(/^<(.*)>$/, '$1');
  const full = text.startsWith('//') ? `https:${text}` : /^www\./i.test(text) ? `http://${text}` : text;
  if (!/^https?:\/\/[^\s/]/i.test(full) || /[\s<>"]/.test(full) || !URL.canParse(full)) return null;
  return full;
}

function quote(field: Field): string {
  return `«${clip(plainLine(textOf(field.value)), 60)}»`;
}
