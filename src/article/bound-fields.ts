import { type Warning, warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import { aliasOf, type Field, type FieldName, type Value } from './field.ts';

/** Characters of a field: it stands in lists, feeds and indexes, or a pattern looks for a moment in it. */
const MAX_LENGTH: Readonly<Record<FieldName, number>> = {
  url: 1000,
  author: 200,
  time: 200,
  title: 500,
  permalink: 1000,
  slug: 200,
  aliases: 5000,
  tags: Number.POSITIVE_INFINITY,
  categories: Number.POSITIVE_INFINITY,
  description: 500,
  cover: 1000,
  id: 200,
  layout: Number.POSITIVE_INFINITY,
};
/** Fields of which the beginning is of use; the others are something as a whole or nothing. */
const CUT: readonly FieldName[] = ['title', 'author', 'description'];
/** Each tag is a page, and stands in the lists of topics. */
const MAX_TAGS = 100;
const MAX_TAG = 100;

/** Bounds what the fields of one article may cost all pages that name it. What is cut stays whole among the article's data. */
export function boundFields(fields: readonly Field[]): { fields: Field[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const bounded = fields.flatMap((field): Field[] => {
    const name = aliasOf(field.key);
    if (name === null || isSmall(field.value)) return [field];
    const value = isTags(name) ? fewTags(field.value) : shortened(name, field.value);
    if (value === field.value) return [field];
    const whole = { ...field, key: `${field.key}-in-full` };
    const most = isTags(name) ? `${MAX_TAGS} tags of ${MAX_TAG}` : MAX_LENGTH[name];
    const message = `Unexpected length of ${name}, expected at most ${most} characters; ${value === null ? 'not used' : 'cut'}, all of it is kept as ${clip(whole.key, 60)}`;
    warnings.push(warning(name, message, field.line));
    return value === null ? [whole] : [{ ...field, value }, whole];
  });
  return { fields: bounded, warnings };
}

const isTags = (name: FieldName): boolean => name === 'tags' || name === 'categories';

/** True for nearly all values, without a closer look. */
const isSmall = (value: Value): boolean => typeof value === 'string' && value.length <= MAX_TAG;

const sizeOf = (value: Value): number => (typeof value === 'string' ? value : JSON.stringify(value)).length;

/** A value within its limit; null where nothing of it is of use. */
function shortened(name: FieldName, value: Value): Value | null {
  const limit = MAX_LENGTH[name];
  if (sizeOf(value) <= limit + (typeof value === 'string' ? 0 : limit)) return value;
  if (!CUT.includes(name)) return null;
  if (!Array.isArray(value)) return typeof value === 'string' ? clip(value, limit) : null;
  let length = 0;
  const first = value.filter((item) => {
    length += sizeOf(item);
    return length <= limit;
  });
  return first.length > 0 ? first : null;
}

function fewTags(value: Value): Value {
  const list = typeof value === 'string' ? value.split(/[,，、;；|]/) : value;
  if (!Array.isArray(list)) return value;
  const short = list.filter((tag) => sizeOf(tag) <= MAX_TAG);
  return short.length === list.length && list.length <= MAX_TAGS ? value : short.slice(0, MAX_TAGS);
}
