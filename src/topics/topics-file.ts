import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** A name as YAML gives it: `360` without quotes is a number. */
export const nameSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().trim().min(1));
/** A list of names; null, as YAML gives a key without a value, is an empty one. */
export const namesSchema = z
  .array(nameSchema)
  .nullable()
  .transform((names) => names ?? []);
const fields = z.strictObject({
  aliases: namesSchema.default([]),
  sure: namesSchema.default([]),
  context: namesSchema.default([]),
  except: namesSchema.default([]),
  kind: z.string().trim().max(12).default(''),
  definition: z.string().trim().max(120).default(''),
});
const FIELDS = Object.keys(fields.shape);

/** What a topics file says of a name: its aliases, all its fields, or that it is to be no topic. */
const saidSchema = z.union([
  z.literal(false),
  namesSchema.transform((aliases) => fields.parse({ aliases })),
  fields,
]);

/** An entry of a topics file, with its line. */
export interface TopicEntry {
  name: string;
  line: number;
  /** Null where the file excludes the name. */
  said: z.infer<typeof fields> | null;
}

/** Mistakes that one message names at most. */
const MOST_MISTAKES = 20;

/**
 * Reads the text of a topics file, in time linear in it.
 * @param file name for messages
 * @throws {UserError} with a line per mistake where it cannot be used
 */
export function parseTopics(text: string, file: string): TopicEntry[] {
  const lines = new LineCounter();
  const at = (offset: number): number => lines.linePos(offset).line;
  const mistake = (line: number, message: string): string => `${file}:${line} error topics: ${message}`;
  // The parser compares each key with all before it; a map finds the same in one look.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax) throw new UserError(mistake(at(syntax.pos[0]), `Unexpected YAML: ${syntax.message}`));
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return [];
  if (!isMap(document.contents)) throw new UserError(mistake(1, `Unexpected content, ${EXPECTED}`));
  const mistakes: string[] = [];
  const lineOf = new Map<string, number>();
  const entries = document.contents.items.flatMap(({ key, value }): TopicEntry[] => {
    const line = isScalar(key) ? at(key.range?.[0] ?? 0) : 1;
    const name = nameSchema.safeParse(isScalar(key) ? key.value : null);
    if (!name.success) {
      mistakes.push(mistake(line, `Unexpected name, expected a word: ${EXPECTED}`));
      return [];
    }
    const first = lineOf.get(name.data);
    if (first !== undefined)
      mistakes.push(
        mistake(line, `Unexpected second entry ${name.data}, expected one; join it with line ${first}`),
      );
    lineOf.set(name.data, line);
    const said = saidSchema.safeParse(plain(value, document, (message) => mistake(line, message)));
    if (said.success) return [{ name: name.data, line, said: said.data || null }];
    const fault = faultOf(value);
    mistakes.push(mistake(fault.offset === null ? line : at(fault.offset), `${name.data}: ${fault.message}`));
    return [];
  });
  if (mistakes.length > MOST_MISTAKES)
    mistakes.splice(MOST_MISTAKES, mistakes.length, `${file}: and ${mistakes.length - MOST_MISTAKES} more`);
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  return entries;
}

const EXPECTED =
  'expected a map of topics to their aliases such as «腾讯: [Tencent, 鹅厂]», to their fields, or to false';

/** A node of the document as plain data. @throws {UserError} where it holds aliases of aliases without end */
function plain(
  value: unknown,
  document: ReturnType<typeof parseDocument>,
  mistake: (message: string) => string,
): unknown {
  if (!(value instanceof Object && 'toJS' in value && typeof value.toJS === 'function')) return value;
  try {
    return value.toJS(document);
  } catch (cause) {
    throw new UserError(mistake(`Unexpected YAML: ${(cause as Error).message}`), { cause });
  }
}

/** What is wrong with an entry, and where, if that is not its own line. */
function faultOf(value: unknown): { message: string; offset: number | null } {
  if (!isMap(value)) return { message: `Unexpected content, ${EXPECTED}`, offset: null };
  for (const { key } of value.items) {
    const field = isScalar(key) ? String(key.value) : '';
    if (FIELDS.includes(field)) continue;
    const meant = nearest(field, FIELDS);
    const message = `Unexpected field ${field}, ${meant ? `did you mean ${meant}?` : `expected one of ${FIELDS.join(', ')}`}`;
    return { message, offset: isScalar(key) ? (key.range?.[0] ?? null) : null };
  }
  const message =
    'Unexpected value, expected lists of words as aliases, sure, context and except, and a line as kind (12 characters at most) and as definition (120)';
  return { message, offset: null };
}
