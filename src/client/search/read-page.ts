import { domPassages } from '../../article/passages.ts';
import type { PageText } from '../../search/gram/types.ts';
import { readText, writtenPassages } from './page-tree.ts';

/** The element that holds the article's text; the page ends it, and then the article. */
const BODY = /<div [^>]*\bid="text"[^>]*>/;
const BODY_END = /<\/div>\s*<\/article>/g;
/** Holds a `<wbr>` wherever a line may end. */
const TITLE = /<h1(?: [^>]*)?>((?:[^<]|<wbr>)*)<\/h1>/;
const AUTHOR = /<span class="byline"[^>]*>(.*?)<\/span>/s;
const TOPICS = /<p [^>]*\bclass="topics"[^>]*>(.*?)<\/p>/s;
const LINK = /<a [^>]*>([^<]*)<\/a>/g;

/**
 * Reads an article's page as it was indexed.
 * @throws {Error} where it is none
 */
export const readPage = (html: string): PageText => readWritten(html) ?? readParsed(html);

/** Reads the page as a string; null where only a parser can tell. */
export function readWritten(html: string): PageText | null {
  const body = BODY.exec(html);
  const end = Array.from(html.matchAll(BODY_END)).at(-1)?.index;
  if (!body || end === undefined) return null;
  const head = html.slice(html.indexOf('<article'), body.index);
  const title = readText((TITLE.exec(head)?.[1] ?? '').replaceAll('<wbr>', ''));
  const author = readText((AUTHOR.exec(head)?.[1] ?? '').replace(/<[^>]*>/g, ''));
  const links = [...(TOPICS.exec(head)?.[1] ?? '').matchAll(LINK)];
  const tags = links.flatMap((link) => readText(link[1] ?? '') ?? []);
  const passages = writtenPassages(html.slice(body.index + body[0].length, end));
  if (title === null || author === null || tags.length < links.length || !passages) return null;
  return { title, author, tags, passages };
}

/** Reads the page with the browser's parser. */
function readParsed(html: string): PageText {
  // Only the article: the rest of the page is half of it, and nothing there is looked at.
  const article = html.slice(html.indexOf('<article'), html.lastIndexOf('</article>'));
  const page = new DOMParser().parseFromString(article, 'text/html');
  const text = (selector: string) => page.querySelector(selector)?.textContent ?? '';
  const body = page.getElementById('text');
  if (!body) throw new Error('no article');
  return {
    title: text('h1'),
    author: text('.byline'),
    tags: Array.from(page.querySelectorAll('.topics a'), (link) => link.textContent ?? ''),
    passages: domPassages(body),
  };
}
