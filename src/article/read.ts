import type { Root } from 'mdast';
import { readDialects, readTreeDialects } from '../dialects/index.ts';
import { Source } from '../dialects/source.ts';
import { hashOf } from '../hash.ts';
import { info, removal, repair, type Warning, warning } from '../report.ts';
import { countText } from '../text/counts.ts';
import type { NoText } from '../text/decode.ts';
import type { Article, ArticleTime, ReadOptions, ReadResult, Repair } from '../types.ts';
import { decoded as withoutEscapes } from './addresses.ts';
import { renderBody } from './body.ts';
import { boundFields } from './bound-fields.ts';
import { decode } from './decode.ts';
import { addressesIn } from './fidelity/addresses.ts';
import { certify } from './fidelity/certify.ts';
import { contentOf } from './fidelity/content.ts';
import { aliasOf, type Field } from './field.ts';
import { dateOfFile, isInDrafts } from './file-facts.ts';
import { readFrontMatter } from './front-matter.ts';
import { showHiddenNodes } from './hidden-nodes.ts';
import { hiddenText } from './hidden-text.ts';
import { BeyondLimits, beyondLimits } from './limits.ts';
import { parseMarkdown, plainTree } from './markdown.ts';
import { readOtherFrontMatter } from './other-front-matter.ts';
import type { Split } from './parts.ts';
import { readFields } from './read-fields.ts';
import { split } from './split.ts';
import { summaryOf } from './summary.ts';
import { TIME_WORDS } from './time.ts';
import { titleFor } from './title.ts';

const NO_TEXT: Record<NoText, string> = {
  empty: 'Unexpected empty file, expected an article; delete the file or fetch it again',
  binary:
    'Unexpected binary data, expected text; move the file out of the articles, or give it another ending than .md',
};

const NO_BODY =
  'Unexpected article without text, expected a body below the front matter; its page shows the title only';

/**
 * Reads one file: bytes → text → fields and Markdown → an article. Pure, and knows no other article.
 * Whatever the bytes, it gives a result: an article with what was mended and what a person should see, or the
 * reason why there is none (an empty file, a picture).
 * @param file path relative to the content directory, `/`-separated
 */
export function readArticle(bytes: Uint8Array, file: string, options: ReadOptions): ReadResult {
  const { anonymous, untitled } = options.strings;
  const decoded = decode(bytes);
  if (typeof decoded === 'string') {
    const rule = `${decoded}-file`;
    const problem = { file, line: 0, column: 0, severity: 'error', rule, message: NO_TEXT[decoded] } as const;
    return { article: null, problems: [problem] };
  }
  const warnings = decoded.damaged ? [damage(decoded.text, decoded.encoding)] : [];

  const parts = split(decoded.text);
  const frontMatter =
    parts.format === 'yaml'
      ? readFrontMatter(parts.head ?? '', parts.headLine)
      : readOtherFrontMatter(parts.head ?? '', parts.format, parts.headLine);
  const bounded = boundFields(frontMatter.fields);
  warnings.push(...(frontMatter.warnings ?? []), ...bounded.warnings);
  const {
    warnings: odd,
    repairs: chosen,
    ...fields
  } = readFields(bounded.fields, options.timeZone, anonymous);
  const time = fields.time ?? dateOfFile(file, options.timeZone);
  const isTold = time === null && odd.some(({ rule }) => rule === 'time');
  warnings.push(...odd, ...(isTold ? [] : undated(fields.time, time)));
  const repairs = [
    ...decoded.repairs,
    ...frontMatter.repairs,
    ...chosen,
    ...comments(parts, frontMatter.fields),
  ];
  if (parts.mendedLine !== null) repairs.push(repair('front-matter', parts.mendedLine, '', '---'));

  // Empty lines in the place of the front matter: positions in the body are then those of the file.
  const text = '\n'.repeat(parts.bodyLine - 1) + parts.body;
  const { found, held, body } = render(text, warnings, (tree, source) => {
    const shown = showHiddenNodes(tree, source.text);
    const found = fields.title === '' ? titleFor(tree, file, untitled) : null;
    const title = found?.title ?? fields.title;
    const context = { ...options, title, titleFound: found !== null, url: fields.url };
    const held = contentOf(tree);
    const body = renderBody(tree, context);
    return { found, held, body: { ...body, repairs: [...source.notes.repairs, ...shown, ...body.repairs] } };
  });
  warnings.push(...body.warnings);
  if (found) warnings.push(found.warning);
  if (body.html === '') warnings.push(warning('empty-body', NO_BODY, parts.bodyLine));

  const shown = { ...body, url: fields.url, problems: warnings };
  const { fidelity, warnings: losses } = certify(
    held,
    addressesIn(parts.body, parts.bodyLine),
    body.gone,
    shown,
  );
  warnings.push(...losses);

  const article: Article = {
    file,
    hash: hashOf(bytes),
    url: fields.url,
    title: found?.title ?? fields.title,
    author: fields.author,
    time,
    tags: fields.tags,
    aliases: fields.aliases,
    slug: fields.slug,
    isDraft: fields.isDraft || isInDrafts(file),
    cover: fields.cover,
    id: fields.id,
    summary: fields.description || summaryOf(body.passages, body.headings),
    ...countText(body.passages),
    html: body.html,
    passages: body.passages,
    headings: body.headings,
    references: body.references,
    data: fields.data,
    repairs: [...repairs, ...body.repairs],
    problems: warnings.map((problem) => ({ file, ...problem })),
    fidelity,
    source: decoded.source,
  };
  article.repairs.push(
    ...hiddenText(linesToShow(decoded.text, parts.bodyLine, fields.time), keptOf(article)),
  );
  return { article };
}

/** Comments in YAML, which nothing shows: named, whatever words stand elsewhere too. A line of a longer value may begin with `#`. */
function comments({ head, format, headLine }: Split, fields: readonly Field[]): Repair[] {
  if (head === null || format !== 'yaml' || !/^\s*#/m.test(head)) return [];
  const said = JSON.stringify(fields);
  return head.split('\n').flatMap((line, at) => {
    const words = /^\s*#\s*(.*\p{Script=Han}.*)$/u.exec(line)?.[1]?.trim();
    return words === undefined || said.includes(JSON.stringify(words).slice(1, -1))
      ? []
      : [removal('hidden-text', headLine + at, words)];
  });
}

/** The lines of a file without the words in its front matter that say what a field is, or when. */
function linesToShow(text: string, bodyLine: number, time: ArticleTime | null): string[] {
  return text.split('\n').map((line, index) => {
    const [key = '', name = ''] =
      index < bodyLine - 1 ? (/^\s*["']?([^\s"':：]{1,9})["']?\s*[:：]/.exec(line) ?? []) : [];
    const field = key === '' ? null : aliasOf(name);
    if (field === null) return line;
    const value = line.slice(key.length);
    return field === 'time' && time !== null ? value.replace(TIME_WORDS, '') : value;
  });
}

/** All of an article that a reader or a tool can see. */
const keptOf = ({
  url,
  title,
  author,
  id,
  tags,
  data,
  html,
  passages,
  repairs,
  problems,
  references,
  aliases,
  slug,
  summary,
}: Article): string[] => [
  ...references.flatMap(({ address }) => [address, withoutEscapes(address)]),
  ...aliases,
  slug ?? '',
  summary,
  url ?? '',
  title,
  author,
  id ?? '',
  ...tags,
  JSON.stringify(data),
  html,
  ...passages,
  // An excerpt is not the text.
  ...repairs.flatMap(({ before, after }) => [before, after]).filter((text) => !text.endsWith('…')),
  ...problems.map(({ message }) => message).filter((message) => !message.includes('…»')),
];

/** Renders as Markdown; as plain paragraphs where the text is beyond the parser, or its tree too deep for the stack. */
function render<Result>(
  text: string,
  warnings: Warning[],
  use: (tree: Root, source: Source) => Result,
): Result {
  let reason = beyondLimits(text);
  if (reason === null) {
    try {
      const source = readDialects(text);
      // Most texts hold no dialect: they are as they were.
      if (source.text !== text) reason = beyondLimits(source.text);
      if (reason === null) {
        const tree = parseMarkdown(source.text);
        readTreeDialects(tree, source);
        const result = use(tree, source);
        warnings.push(...source.notes.problems);
        return result;
      }
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof BeyondLimits)) throw error;
      reason =
        error instanceof RangeError ? 'more blocks inside each other than fit the stack' : error.message;
    }
  }
  const message = `Unexpected Markdown with ${reason}, expected an article; shown as plain paragraphs`;
  warnings.push(warning('markdown', message));
  return use(plainTree(text), new Source(text));
}

/** A line where no field gives the time. */
function undated(written: ArticleTime | null, found: ArticleTime | null): Warning[] {
  if (written) return [];
  return [
    info(
      'time',
      found
        ? `Unexpected article without time, expected \`time: 2013-08-01 07:11\`; its file's name gives ${found.date}`
        : 'Unexpected article without time, expected `time: 2013-08-01 07:11`; filed as undated',
    ),
  ];
}

/** A warning at the first character that the file's bytes do not give. */
function damage(text: string, encoding: string): Warning {
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n');
  const message = `Unexpected bytes, expected ${encoding.toUpperCase()}; the characters are lost and stand as \ufffd`;
  return warning('encoding', message, before.length, (before.at(-1)?.length ?? 0) + 1);
}
