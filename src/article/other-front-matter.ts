import { parse, TomlDate } from 'smol-toml';
import { reasonOf } from '../errors.ts';
import { type Warning, warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import type { Repair } from '../types.ts';
import { aliasOf, type Field, safeKey, type Value } from './field.ts';
import type { Split } from './parts.ts';
import { recoverFields } from './recover-fields.ts';

/** The fields of a front matter in their order. */
interface FrontMatter {
  fields: Field[];
  repairs: Repair[];
  warnings?: Warning[];
}

/** Reads front matter in TOML, JSON or Org. What cannot be read as a whole is read line by line. @param line 1-based line of its first line */
export function readOtherFrontMatter(
  text: string,
  format: Exclude<Split['format'], 'yaml'>,
  line: number,
): FrontMatter {
  if (format === 'org') return { fields: orgFields(text, line), repairs: [] };
  try {
    const data: unknown =
      format === 'toml' ? parse(text) : JSON.parse(/^\s*\{/.test(text) ? text : `{${text}}`);
    if (typeof data === 'object' && data !== null) return { fields: fieldsOf(data, text, line), repairs: [] };
    throw new Error('no table');
  } catch (cause) {
    const lines = text
      .split('\n')
      .map((one) => one.replace(/^(\s*["']?[\w-]+["']?\s*)=/, '$1:').replace(/,\s*$/, ''));
    const fields = recoverFields(lines).map((field) => ({ ...field, line: field.line + line }));
    const message = `Unexpected ${format.toUpperCase()} (${clip(reasonOf(cause).split('\n', 1)[0] ?? '', 80)}), expected fields; read line by line`;
    return { fields, repairs: [], warnings: [warning('front-matter', message, line)] };
  }
}

/** Tables in which Hugo and Zola keep fields that elsewhere stand at the top. */
const LIFTED = new Set(['taxonomies', 'extra', 'params']);

function fieldsOf(data: object, text: string, first: number): Field[] {
  const lines = text.split('\n');
  const lineOf = (key: string): number => {
    const at = lines.findIndex((line) =>
      line
        .trimStart()
        .replace(/^[["']+/, '')
        .startsWith(key),
    );
    return first + Math.max(at, 0);
  };
  return Object.entries(data).flatMap(([key, value]): Field[] => {
    if (!LIFTED.has(key) || typeof value !== 'object' || value === null || Array.isArray(value))
      return [{ key: safeKey(key), value: toValue(value), line: lineOf(key) }];
    const inner = Object.entries(value);
    const known = inner.filter(([name]) => aliasOf(name) !== null && !(name in data));
    const rest = inner.filter((pair) => !known.includes(pair));
    const kept =
      rest.length > 0
        ? [{ key: safeKey(key), value: toValue(Object.fromEntries(rest)), line: lineOf(key) }]
        : [];
    return [
      ...known.map(([name, one]) => ({ key: safeKey(name), value: toValue(one), line: lineOf(name) })),
      ...kept,
    ];
  });
}

/** Levels of a value that are kept as such. */
const MAX_DEPTH = 20;

function toValue(value: unknown, depth = 0): Value {
  if (value === null || value === undefined) return '';
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object') return String(value);
  if (depth > MAX_DEPTH) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map((item) => toValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [safeKey(key), toValue(item, depth + 1)]),
  );
}

function orgFields(text: string, first: number): Field[] {
  return text.split('\n').flatMap((line, at): Field[] => {
    const [, key = '', value = ''] =
      /^#\+([A-Za-z_]+):[ \t]*(.*)$/.exec(line) ?? /^:(\w+):[ \t]*(.*)$/.exec(line) ?? [];
    if (key === '' || /^(?:PROPERTIES|END)$/i.test(key)) return [];
    // `<2017-08-25 Fri>` is how Org writes a day, `:a:b:` how it writes tags.
    const tags = /^FILETAGS$/i.test(key);
    return [
      {
        key: tags ? 'tags' : key.toLowerCase(),
        value: tags ? value.split(':').filter(Boolean) : value.replace(/^[<[](.*)[>\]]$/, '$1').trim(),
        line: first + at,
      },
    ];
  });
}
