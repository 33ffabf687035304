import { z } from 'zod';
import type { ArticleBody, Entry } from '../types.ts';

/** An article as data: `articles.schema.json` describes it. */
export function articleRecord(
  entry: Entry,
  { passages, headings, data, repairs }: ArticleBody,
  markdown: string,
): ArticleRecord {
  const { path, id, url, title, author, time, tags, topics, summary, han, words, file, hash } = entry;
  return {
    path,
    file,
    sha256: hash,
    id,
    url,
    title,
    author,
    time: time?.iso ?? null,
    tags,
    topics,
    summary,
    han,
    words,
    headings,
    repairs: repairs.length,
    data,
    text: passages.join('\n\n'),
    markdown,
  };
}

const texts = (description: string) => z.array(z.string()).meta({ description });
const count = (description: string) => z.int().nonnegative().meta({ description });
const text = (description: string) => z.string().meta({ description });
const named = (description: string) => z.string().min(1).meta({ description });
/** @param more what JSON Schema says of it besides */
const textOrNull = (description: string, more: Record<string, string> = {}) =>
  z
    .string()
    .nullable()
    .meta({ type: ['string', 'null'], description, ...more });

/** @param anonymous the author of what nobody signed */
const recordSchema = (anonymous: string) =>
  z.strictObject({
    path: text('Path of the page relative to the site, unescaped'),
    file: text('Path of the source file in the content directory'),
    sha256: text('SHA-256 of the bytes of the source file').regex(/^[0-9a-f]{64}$/),
    id: textOrNull('Id as the source states it'),
    url: textOrNull('Address of the original', { format: 'uri' }),
    title: named('Title'),
    author: named(`Author; ${anonymous} where the source names nobody`),
    time: textOrNull('ISO 8601 with offset, or a date alone where the source has no clock time', {
      pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$',
    }),
    tags: texts('Tags as the source states them'),
    topics: texts('Topics of the archive'),
    summary: text('The first sentences of the text'),
    han: count('Number of Han characters in the text'),
    words: count('Number of words of other scripts in the text'),
    headings: z
      .array(
        z.strictObject({
          depth: z.int().min(1).max(6),
          id: z.string(),
          text: z.string(),
          recovered: z.boolean(),
        }),
      )
      .meta({ description: 'Headings in order; recovered: put back by the archive' }),
    repairs: count('Number of places the archive mended'),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Further fields of the source, as they are' }),
    text: text('The text, one block after the other, blank lines between'),
    markdown: text('The source as it is, with its front matter; `file` and `sha256` are those of its bytes'),
  });

/** One article as data, a line of `articles.jsonl.gz`. */
export type ArticleRecord = z.infer<ReturnType<typeof recordSchema>>;

/** Checks a line of `articles.jsonl.gz` that was read back. */
export const articleRecordSchema: z.ZodType<ArticleRecord> = recordSchema('');

/**
 * JSON Schema of one line of `articles.jsonl.gz`.
 * @param anonymous the author of what nobody signed
 */
export const articleSchema = (anonymous: string) => ({
  title: 'Article',
  ...z.toJSONSchema(recordSchema(anonymous), {
    override: ({ jsonSchema }) => {
      // Said with `type` already, or of no use to readers.
      delete jsonSchema.anyOf;
      delete jsonSchema.propertyNames;
      if (jsonSchema.additionalProperties !== false) delete jsonSchema.additionalProperties;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  }),
});
