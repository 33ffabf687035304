import { escapeHtml } from '../dialects/markup.ts';
import type { ArticleBody, Entry, Heading } from '../types.ts';
import { LINE } from './pagefind-plan.ts';

/** A document for Pagefind: its address relative to the site's root, unescaped, its HTML, and how much text that holds. */
export interface SearchDocument {
  url: string;
  html: string;
  chars: number;
}

/** Fields of an article that Pagefind is given besides its text. */
type DocumentFields = Pick<Entry, 'path' | 'title' | 'time'> & { authors: readonly string[] };

/** Characters of a block: as with a line (`LINE`), but a paragraph may well be so long. */
const BLOCK = 2_000;
/** Authors of an article that word search takes in. */
const MOST_AUTHORS = 20;

/**
 * Makes a small page of an article for Pagefind, instead of the page that readers see: title, author and date, then its text in order while the
 * share lasts. Headings of the rest instead of text rank worse.
 * @param share characters of text that it holds at most
 */
export function pagefindDocument(
  { path, title, time, authors }: DocumentFields,
  { passages, headings }: Pick<ArticleBody, 'passages' | 'headings'>,
  share: number,
): SearchDocument {
  const places = placesOf(headings, passages);
  const cut = new Cut(passages, places, share);
  const date = time
    ? `<time data-pagefind-filter="year:${time.date.slice(0, 4)}" data-pagefind-meta="date:${time.date}">${escapeHtml(time.date)}</time>`
    : '';
  const by = authors
    .slice(0, MOST_AUTHORS)
    .map((name) => `<span data-pagefind-filter="author">${line(name)}</span>`)
    .join('、');
  const head = `<h1 data-pagefind-meta="title">${line(title)}</h1><p>${date} <span data-pagefind-meta="author">${by}</span></p>`;
  const body = cut.pieces.map(({ text, heading }) => markup(text, heading)).join('\n');
  return {
    url: path,
    html: sendable(
      `<html lang="zh-Hans"><body><main data-pagefind-body>${head}<div id="text">${body}</div></main></body></html>`,
    ),
    chars: Math.min(title.length, LINE) + cut.chars,
  };
}

/** A piece of an article that goes to Pagefind: text, or a heading. */
interface Piece {
  text: string;
  heading?: Heading | undefined;
}

/** The pieces of an article that its share has room for. */
class Cut {
  readonly pieces: Piece[] = [];
  chars = 0;
  #run: string[] = [];

  constructor(passages: readonly string[], places: ReadonlyMap<number, Heading>, share: number) {
    for (const [at, passage] of passages.entries()) {
      const room = share - this.chars;
      if (room <= 0) break;
      const heading = places.get(at);
      this.#add(firstPart(passage, heading ? Math.min(room, LINE) : room), heading);
    }
    this.#endRun();
  }

  #add(text: string, heading: Heading | undefined): void {
    if (text === '') return;
    this.chars += text.length;
    if (heading) {
      this.#endRun();
      this.pieces.push({ text, heading });
    } else this.#run.push(text);
  }

  /** Passages that follow each other are one text: lines of code get no full stops of Pagefind's. */
  #endRun(): void {
    if (this.#run.length > 0) this.pieces.push({ text: this.#run.join('\n') });
    this.#run = [];
  }
}

/** The positions of headings among the passages. One with text over ruby is divided there, and stays plain text. */
function placesOf(headings: readonly Heading[], passages: readonly string[]): Map<number, Heading> {
  const places = new Map<number, Heading>();
  const positions = new Map<string, number[]>();
  // Last ones first, so that the next is at the end of its list.
  for (let at = passages.length - 1; at >= 0; at--) {
    const passage = passages[at] ?? '';
    const own = positions.get(passage) ?? [];
    own.push(at);
    positions.set(passage, own);
  }
  let from = 0;
  for (const heading of headings) {
    const own = positions.get(heading.text.trim()) ?? [];
    let at = own.pop();
    while (at !== undefined && at < from) at = own.pop();
    if (at === undefined) continue;
    places.set(at, heading);
    from = at + 1;
  }
  return places;
}

function markup(text: string, heading: Heading | undefined): string {
  if (!heading)
    return blocks(text)
      .map((part) => `<p>${part}</p>`)
      .join('\n');
  const level = `h${Math.min(6, Math.max(2, heading.depth))}`;
  return `<${level} id="${escapeHtml(heading.id)}">${line(text)}</${level}>`;
}

/** Ends of sentences, clauses and words, best first: where a long text may be divided. */
const ENDS = [/[\n。！？!?][^\n。！？!?]*$/u, /[\s，、；：,;:.][^\s，、；：,;:.]*$/u];

/** Divides a text into escaped blocks, where possible at the end of a sentence or a word. */
function blocks(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    let piece = firstPart(text.slice(at), BLOCK);
    if (at + piece.length < text.length) {
      const tail = piece.slice(BLOCK / 2);
      const end = ENDS.map((pattern) => tail.search(pattern)).find((place) => place >= 0);
      if (end !== undefined) piece = piece.slice(0, BLOCK / 2 + end + 1);
    }
    at += piece.length;
    found.push(escapeHtml(piece));
  }
  return found;
}

/** What is said in one line, in HTML. */
const line = (text: string): string => escapeHtml(firstPart(text, LINE));

/** A text without halves of surrogate pairs, which a source may hold: they cannot be sent to Pagefind. */
const sendable = (text: string): string => Buffer.from(text).toString();

/** The beginning of a text, no half of a surrogate pair at its end. */
function firstPart(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
