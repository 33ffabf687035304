import { aliasOf, type Field, type Value } from './field.ts';

const FIELD = /^\s*["']?([\p{L}_][\p{L}\p{N}_ .-]{0,40}?)["']?\s*[:：](?:\s+|$|(?=[^\s/]))(.*)$/u;
const ITEM = /^\s*-\s+(.*)$/;

/**
 * Reads fields from lines that are not YAML: `key: value` each, the value whatever stands after the first colon;
 * lists of `- item`; any other line continues the value above it. Nothing written is left out.
 * @returns the fields; `line` is the 0-based index of the field's line
 */
export function recoverFields(lines: readonly string[]): Field[] {
  const fields: Field[] = [];
  lines.forEach((line, index) => {
    const last = fields.at(-1);
    const item = last && ITEM.exec(line)?.[1];
    const [, key, value] = FIELD.exec(line) ?? [];
    if (item !== undefined && last && (last.value === '' || Array.isArray(last.value)))
      last.value = appended(last.value, unquote(item));
    else if (key !== undefined && (!last || !/^\s/.test(line) || !indentedUnder(lines, last.line, line)))
      fields.push({
        key,
        value: aliasOf(key) === 'title' ? unquote(value ?? '') : toList(unquote(value ?? '')),
        line: index,
      });
    else if (last && line.trim() !== '' && !/^\s*#/.test(line)) last.value = joined(last.value, line.trim());
    else if (!last && line.trim() !== '') fields.push({ key: 'text', value: line.trim(), line: index });
  });
  return fields;
}

/** An indented line belongs to the field above where that field stands further left; tabs before every key do not count. */
function indentedUnder(lines: readonly string[], above: number, line: string): boolean {
  const indent = (text: string) => text.length - text.trimStart().length;
  return !line.startsWith('\t') && indent(line) > indent(lines[above] ?? '');
}

/** Takes off the quotes around a value, and a single one that was never closed. */
function unquote(raw: string): string {
  const value = raw.trim();
  for (const quote of ['"', "'"]) {
    if (value.length > 1 && value.startsWith(quote) && value.endsWith(quote)) {
      const inner = value.slice(1, -1);
      return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'");
    }
    if (value.startsWith(quote) && value.indexOf(quote, 1) === -1) return value.slice(1).trim();
  }
  return value;
}

/** `[a, b]` is a list; brackets that stand in the middle of a title are not. */
function toList(value: string): Value {
  const inner = /^\[([^[\]]*)\]$/.exec(value)?.[1];
  if (inner === undefined) return value;
  return inner.split(/[,，]/).map(unquote).filter(Boolean);
}

/** A list with one item more; the list grows in place, for there may be thousands. */
function appended(value: Value, item: string): Value[] {
  const list = Array.isArray(value) ? value : [];
  list.push(item);
  return list;
}

function joined(value: Value, more: string): Value {
  if (Array.isArray(value)) return appended(value, more);
  if (typeof value !== 'string') return value;
  return value === '' ? more : `${value} ${more}`;
}
