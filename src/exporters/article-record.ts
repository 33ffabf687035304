import { twinPath } from '../archive/paths.ts';
import type { ArticleBody, Entry } from '../types.ts';

/** One article as data, a line of `articles.jsonl.gz`. */
export type ArticleRecord = ReturnType<typeof articleRecord>;

/** An article as data: `articles.schema.json` describes it. */
export function articleRecord(entry: Entry, { passages, headings, data, repairs }: ArticleBody) {
  const { path, id, url, title, author, time, tags, topics, summary, han, words, file, hash } = entry;
  return {
    path,
    source: twinPath(path),
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
  };
}

const text = (description: string) => ({ type: 'string', description });
const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
const count = (description: string) => ({ type: 'integer', minimum: 0, description });
const textOrNull = (description: string) => ({ type: ['string', 'null'], description });

const propertiesOf = (anonymous: string): Record<keyof ArticleRecord, object> => ({
  path: text('Path of the page relative to the site, unescaped'),
  source: text('Path of the source text (Markdown) relative to the site'),
  file: text('Path of the source file in the content directory'),
  sha256: { ...text('SHA-256 of the bytes of the source file'), pattern: '^[0-9a-f]{64}$' },
  id: textOrNull('Id as the source states it'),
  url: { ...textOrNull('Address of the original'), format: 'uri' },
  title: { ...text('Title'), minLength: 1 },
  author: { ...text(`Author; ${anonymous} where the source names nobody`), minLength: 1 },
  time: {
    ...textOrNull('ISO 8601 with offset, or a date alone where the source has no clock time'),
    pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$',
  },
  tags: texts('Tags as the source states them'),
  topics: texts('Topics of the archive'),
  summary: text('The first sentences of the text'),
  han: count('Number of Han characters in the text'),
  words: count('Number of words of other scripts in the text'),
  headings: {
    type: 'array',
    description: 'Headings in order; recovered: put back by the archive',
    items: {
      type: 'object',
      required: ['depth', 'id', 'text', 'recovered'],
      additionalProperties: false,
      properties: {
        depth: { type: 'integer', minimum: 1, maximum: 6 },
        id: { type: 'string' },
        text: { type: 'string' },
        recovered: { type: 'boolean' },
      },
    },
  },
  repairs: count('Number of places the archive mended'),
  data: { type: 'object', description: 'Further fields of the source, as they are' },
  text: text('The text, one block after the other, blank lines between'),
});

/** JSON Schema of one line of `articles.jsonl.gz`. @param anonymous the author of what nobody signed */
export function articleSchema(anonymous: string) {
  const properties = propertiesOf(anonymous);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Article',
    type: 'object',
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
  };
}
