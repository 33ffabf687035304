import { isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, Scalar } from 'yaml';
import { repair, type Warning, warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import type { Repair } from '../types.ts';
import { aliasOf, type Field, safeKey, type Value } from './field.ts';
import { plainFields } from './plain-fields.ts';
import { recoverFields } from './recover-fields.ts';

/** The fields of a front matter in their order. */
interface FrontMatter {
  fields: Field[];
  repairs: Repair[];
  warnings?: Warning[];
}

/** Characters and brackets that the YAML parser takes: it compares each key with all others, and goes into itself at each bracket. */
const MAX_LENGTH = 16_000;
const MAX_BRACKETS = 500;
/** Lists in lists on one line. */
const STAIRS = /(?:[-?:] ){50}/;

/** Aliases a document may resolve: a front matter needs none, a bomb needs thousands. */
const MAX_ALIASES = 20;

/**
 * Reads front matter. Values stay text as written (`time: 2013-08-01`, `id: 007`): YAML's failsafe schema.
 * What strict YAML refuses, and what it would silently drop (` #1` as a comment, `&a` as an anchor), is
 * recovered line by line with a repair.
 * @param line 1-based line of the YAML's first line in the file
 */
export function readFrontMatter(yaml: string, line: number): FrontMatter {
  const lines = yaml.split('\n');
  const plain = plainFields(lines, line);
  if (plain) return { fields: plain, repairs: [] };
  const recovered = (): Field[] =>
    recoverFields(lines).map((field) => ({ ...field, line: field.line + line }));
  if (
    yaml.length > MAX_LENGTH ||
    STAIRS.test(yaml) ||
    yaml.split(/[[{]/, MAX_BRACKETS).length === MAX_BRACKETS
  ) {
    const message = `Unexpected front matter of ${yaml.length} characters, or with hundreds of brackets, expected some fields; read line by line`;
    return { fields: recovered(), repairs: [], warnings: [warning('front-matter', message, line)] };
  }
  const counter = new LineCounter();
  const quiet = { prettyErrors: false, logLevel: 'silent' } as const;
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, ...quiet });
  const lineAt = (offset: number) => Math.max(0, counter.linePos(offset).line - 1);
  const wrong = new Set<number>();
  if (document.contents === null && document.errors.length === 0) return { fields: [], repairs: [] };
  if (document.errors.length === 0 && isMap(document.contents)) {
    try {
      const data: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES });
      if (data instanceof Map) return strictFields(document.contents.items, data, lines, line, lineAt);
    } catch {
      // An alias bomb, or a star that names no anchor: recovered below as the text it is.
      for (const { key, value } of document.contents.items)
        if (losesText(value) && isScalar(key) && key.range) wrong.add(lineAt(key.range[0]));
    }
  }
  const fields = recovered();
  // Keys that stand twice are noted where one of them is chosen.
  for (const { code, pos } of document.errors) if (code !== 'DUPLICATE_KEY') wrong.add(lineAt(pos[0]));
  return { fields, repairs: [...wrong].map((index) => repairOf(fields, lines, line, index)) };
}

function strictFields(
  items: readonly Pair<unknown, unknown>[],
  data: ReadonlyMap<unknown, unknown>,
  lines: readonly string[],
  first: number,
  lineAt: (offset: number) => number,
): FrontMatter {
  const fields: Field[] = [];
  const repairs: Repair[] = [];
  for (const { key, value: node } of items) {
    const index = isScalar(key) && key.range ? lineAt(key.range[0]) : 0;
    const name = isScalar(key) ? String(key.value) : clip(String(key), 40);
    const value = toValue(data.get(isScalar(key) ? key.value : key));
    const field: Field = { key: name, value, line: first + index };
    const source = lines[index] ?? '';
    if ((losesText(node) || isTitleInBrackets(name, node)) && !continues(lines, index)) {
      field.value = recoverFields([source])[0]?.value ?? field.value;
      repairs.push(repair('front-matter', field.line, source, show(field)));
    }
    fields.push(field);
  }
  return { fields, repairs };
}

/** True for a value of which YAML takes a part for a comment, an anchor, a tag, an alias, or braces for a map. */
function losesText(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (isScalar(node)) return node.type === Scalar.PLAIN && Boolean(node.comment ?? node.anchor ?? node.tag);
  if (!isMap(node) && !isSeq(node)) return false;
  const odd = isMap(node) && node.items.some(({ key, value }) => !isScalar(key) || value === null);
  return node.flow === true && Boolean(odd || node.anchor || node.comment);
}

/** `title: [快讯]` is a title, not a list. */
const isTitleInBrackets = (key: string, value: unknown): boolean =>
  aliasOf(key) === 'title' && (isMap(value) || isSeq(value)) && value.flow === true;

const continues = (lines: readonly string[], index: number): boolean =>
  /^(?:\s+\S|-\s)/.test(lines[index + 1] ?? '');

/** A value of YAML as it is kept: maps become objects. */
function toValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(toValue);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [safeKey(String(key)), toValue(item)]));
  return value === null || value === undefined ? '' : String(value);
}

function repairOf(fields: readonly Field[], lines: readonly string[], first: number, index: number): Repair {
  const at = Math.min(index, lines.length - 1);
  const field = fields.findLast((candidate) => candidate.line <= first + at);
  const line = Math.min(first + at, field?.line ?? first + at);
  return repair('front-matter', line, lines[line - first] ?? '', field ? show(field) : '');
}

const show = ({ key, value }: Field): string => `${key}: ${JSON.stringify(value)}`;
