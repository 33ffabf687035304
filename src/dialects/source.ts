import type { Warning } from '../report.ts';
import type { Repair } from '../types.ts';
import { maskCode } from './code-mask.ts';

/** Something that was found in a dialect: a repair, or a line for whoever keeps the archive. */
export interface Notes {
  repairs: Repair[];
  problems: Warning[];
}

/** A match in a masked text, with what stands there in the text itself. */
export interface Match {
  /** All of it. */
  whole: string;
  /** A group of the pattern, empty where it took no part. */
  group(number: number): string;
  index: number;
  /** 1-based line in the file. */
  line: number;
}

/** The text of an article's body while dialects are turned into Markdown; it knows which line of the file each of its lines comes from. */
export class Source {
  readonly notes: Notes = { repairs: [], problems: [] };
  #text: string;
  #masked: string | null = null;
  /** The line in the file of each line; null while they are the same. */
  #lines: number[] | null = null;
  #starts: number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** The text with code masked: what is written in a dialect is looked for here. */
  get masked(): string {
    this.#masked ??= maskCode(this.#text);
    return this.#masked;
  }

  /** 1-based line in the file of each line of the text; null where they are the same. */
  get lines(): readonly number[] | null {
    return this.#lines;
  }

  /** 1-based line in the file of a place in the text. */
  lineAt(offset: number): number {
    this.#starts ??= startsOf(this.#text);
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return this.lineOf(low);
  }

  /** 1-based line in the file of the text's line `index` (from 0). */
  lineOf(index: number): number {
    return this.#lines?.[index] ?? index + 1;
  }

  /**
   * Puts something else in the place of what a pattern (with the flags `d` and `g`) finds outside of code.
   * @param replace gives what takes the place; null to leave it
   */
  replace(pattern: RegExp, replace: (match: Match) => string | null): void {
    const edits: Edit[] = [];
    for (const match of this.masked.matchAll(pattern)) {
      const { index } = match;
      const original = (span: readonly [number, number] | undefined): string =>
        span ? this.#text.slice(...span) : '';
      const fresh = replace({
        whole: original(match.indices?.[0]),
        group: (number) => original(match.indices?.[number]),
        index,
        line: this.lineAt(index),
      });
      if (fresh !== null) edits.push({ from: index, to: index + match[0].length, fresh });
    }
    this.edit(edits);
  }

  /** Makes edits, which stand in their order and do not overlap. */
  edit(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    let text = '';
    let done = 0;
    for (const { from, to, fresh } of edits) {
      text += this.#text.slice(done, from) + fresh;
      done = to;
    }
    const lines = edits.some(({ from, to, fresh }) => ends(this.#text.slice(from, to)) !== ends(fresh))
      ? this.#mapped(edits)
      : this.#lines;
    this.#set(text + this.#text.slice(done), lines);
  }

  /** Puts other lines in the place of all: each with the line of the file that it comes from. */
  setLines(lines: readonly { text: string; line: number }[]): void {
    this.#set(
      lines.map(({ text }) => text).join('\n'),
      lines.map(({ line }) => line),
    );
  }

  #set(text: string, lines: number[] | null): void {
    this.#text = text;
    this.#lines = lines;
    this.#masked = null;
    this.#starts = null;
  }

  #mapped(edits: readonly Edit[]): number[] {
    const lines = [this.lineOf(0)];
    let [index, done] = [0, 0];
    const keep = (to: number): void => {
      for (let count = ends(this.#text.slice(done, to)); count > 0; count--) lines.push(this.lineOf(++index));
    };
    for (const { from, to, fresh } of edits) {
      keep(from);
      for (let count = ends(fresh); count > 0; count--) lines.push(this.lineOf(index));
      index += ends(this.#text.slice(from, to));
      done = to;
    }
    keep(this.#text.length);
    return lines;
  }
}

/** Text that takes the place of what stood from one offset to another. */
export interface Edit {
  from: number;
  to: number;
  fresh: string;
}

const ends = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
