import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import type { Article, Problem, ReadOptions, ReadResult } from '../types.ts';
import { renderBody } from './body.ts';
import { countText } from './counts.ts';
import { decode, type NoText } from './decode.ts';
import { readFields } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { beyondLimits } from './limits.ts';
import { parseMarkdown, plainTree } from './markdown.ts';
import { split } from './split.ts';
import { summaryOf } from './summary.ts';
import { titleFor } from './title.ts';

const NO_TEXT: Record<NoText, string> = {
  empty: 'Unexpected empty file, expected an article; delete the file or fetch it again',
  binary:
    'Unexpected binary data, expected text; move the file out of the articles, or give it another ending than .md',
};

type Note = Omit<Problem, 'file'>;

/**
 * Reads one file: bytes → text → fields and Markdown → an article. Pure, and knows no other article.
 * Whatever the bytes, it gives a result: an article with what was mended and what a person should see, or the
 * reason why there is none (an empty file, a picture).
 * @param file path relative to the content directory, `/`-separated
 */
export function readArticle(bytes: Uint8Array, file: string, options: ReadOptions): ReadResult {
  const problems: Problem[] = [];
  const note = (problem: Omit<Problem, 'file'>) => problems.push({ file, ...problem });
  const decoded = decode(bytes);
  if (typeof decoded === 'string') {
    note({ line: 0, column: 0, severity: 'error', rule: `${decoded}-file`, message: NO_TEXT[decoded] });
    return { article: null, problems };
  }
  if (decoded.damaged) note(damage(decoded.text, decoded.encoding));

  const parts = split(decoded.text);
  const frontMatter = readFrontMatter(parts.yaml ?? '', parts.yamlLine);
  const fields = readFields(frontMatter, options.timeZone);
  for (const problem of parts.yaml === null ? [NO_FRONT_MATTER] : fields.problems) note(problem);
  const repairs = [...decoded.repairs, ...frontMatter.repairs, ...fields.repairs];
  if (parts.mended) repairs.push({ rule: 'front-matter', line: parts.mendedLine, before: '', after: '---' });

  // Empty lines in the place of the front matter: positions in the body are then those of the file.
  const { title, body, problem } = render(
    '\n'.repeat(parts.bodyLine - 1) + parts.body,
    (tree) => {
      const found = fields.title ? { title: fields.title, problem: null } : titleFor(tree, file);
      const titleFound = fields.title === '';
      const context = {
        title: found.title,
        titleFound,
        url: fields.url,
        cleanOff: options.cleanOff,
        images: options.images,
      };
      return { ...found, body: renderBody(tree, context) };
    },
    note,
  );
  if (problem) note(problem);
  if (body.html === '') note(noBody(parts.bodyLine));

  const article: Article = {
    file,
    hash: createHash('sha256').update(bytes).digest('hex'),
    url: fields.url,
    title,
    author: fields.author,
    time: fields.time,
    tags: fields.tags,
    id: fields.id,
    summary: summaryOf(body.passages, body.headings),
    ...countText(body.passages),
    html: body.html,
    passages: body.passages,
    headings: body.headings,
    data: fields.data,
    repairs: [...repairs, ...body.repairs],
    problems,
    source: decoded.source,
  };
  return { article };
}

type Render<Result> = (tree: Root) => Result;

/** Renders as Markdown; as plain paragraphs where the text is beyond the parser, or its tree too deep for the stack. */
function render<Result>(text: string, use: Render<Result>, note: (problem: Note) => void): Result {
  let reason = beyondLimits(text);
  if (reason === null) {
    try {
      return use(parseMarkdown(text));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      reason = 'more blocks inside each other than fit the stack';
    }
  }
  const message = `Unexpected Markdown with ${reason}, expected an article; shown as plain paragraphs`;
  note({ line: 1, column: 1, severity: 'warning', rule: 'markdown', message });
  return use(plainTree(text));
}

const NO_FRONT_MATTER: Note = {
  line: 1,
  column: 1,
  severity: 'warning',
  rule: 'front-matter',
  message:
    'Unexpected file without front matter, expected `---` and fields such as `title: …`; filed as undated, by 佚名',
};

function noBody(line: number): Note {
  const message =
    'Unexpected article without text, expected a body below the front matter; its page shows the title only';
  return { line, column: 1, severity: 'warning', rule: 'empty-body', message };
}

/** Where the first character is that the file's bytes do not give. */
function damage(text: string, encoding: string): Note {
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n');
  const message = `Unexpected bytes, expected ${encoding.toUpperCase()}; the characters are lost and stand as \ufffd`;
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    severity: 'warning',
    rule: 'encoding',
    message,
  };
}
