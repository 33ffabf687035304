/** Blocks in blocks (`> > >`, `- - -`) on one line: beyond this nobody reads and a parser's stack may end. */
const MAX_DEPTH = 60;
/** Marks of emphasis in one block: the time to pair them grows with the square of their number. */
const MAX_EMPHASIS = 2000;
/** Other marks that open something in one block. */
const MAX_MARKS = 2000;
/** Notes and link definitions in one file: each is compared with the others. */
const MAX_DEFINITIONS = 1000;
/** Columns of a table: each row is filled up to the number of the widest. */
const MAX_COLUMNS = 500;
/** Lines of one block, and characters of a file: ten times the longest articles seen. */
const MAX_LINES = 5000;
const MAX_LENGTH = 8_000_000;
/** Blocks of a file, plain paragraphs too. */
const MAX_BLOCKS = 100_000;
/**
 * Everything in a file that the parser makes a node of: lines with Markdown, marks, levels of indentation, cells. Paragraphs without Markdown
 * count nothing. Ten times the most seen in 3,000 articles.
 */
const MAX_PARTS = 30_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const RULE = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;
const DEFINITION = /^\s{0,3}\[[^\]]{1,999}\]:/;
const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
/** The row between a table's head and its body. */
const DELIMITERS = /^[ \t>]*[|:-][ \t|:-]*$/;
/** A line that begins, or belongs to, something else than a paragraph. */
const BLOCK = /^[ \t]*(?:[ \t#>+*=:|[<_-]|\d{1,9}[.)])/;

/** Thrown where only the work itself shows that an article is beyond its limits; the message says why. */
export class BeyondLimits extends Error {}

/**
 * Says what makes a text unfit for the Markdown parser, or null where it is fit. A cheap look ahead in linear time:
 * parsing is quadratic in some marks and recursive in some others, and scraped files hold whatever they hold.
 */
export function beyondLimits(text: string): string | null {
  if (text.length > MAX_LENGTH) return `${text.length} characters`;
  let emphasis = 0;
  let marks = 0;
  let count = 0;
  let columns = 0;
  let definitions = 0;
  let parts = 0;
  let blocks = 0;
  let fence = '';
  for (const line of text.split('\n')) {
    if (parts > MAX_PARTS) return `more than ${MAX_PARTS} marks, cells and lines of Markdown`;
    const [whole, ticks, tildes] = FENCE.exec(line) ?? [];
    if (fence !== '') {
      parts++;
      if (whole?.trim().startsWith(fence)) fence = '';
      continue;
    }
    if (whole !== undefined) fence = ticks ?? tildes ?? '';
    if (line.trim() === '') {
      emphasis = 0;
      marks = 0;
      count = 0;
      columns = 0;
      continue;
    }
    if (count === 0 && ++blocks > MAX_BLOCKS) return `more than ${MAX_BLOCKS} blocks`;
    if (++count > MAX_LINES) return `more than ${MAX_LINES} lines in one block`;
    let [opening, bars, other] = [emphasis + marks, 0, 0];
    for (let index = 0; index < line.length; index++) {
      const code = line.charCodeAt(index);
      if (code === 42 || code === 95 || code === 126) emphasis++;
      else if (code === 124) bars++;
      else if (code === 91 || code === 93 || code === 60 || code === 96 || code === 64) marks++;
      else if (code === 33 || code === 38 || code === 92) other++;
      // `://` and `www.`
      else if (code === 47 || code === 46)
        other += line.charCodeAt(index - 1) === (code === 47 ? 47 : 119) ? 1 : 0;
    }
    if (emphasis > MAX_EMPHASIS) return `more than ${MAX_EMPHASIS} marks of emphasis in one block`;
    if (marks > MAX_MARKS) return `more than ${MAX_MARKS} brackets in one block`;
    if (bars > MAX_COLUMNS) return `more than ${MAX_COLUMNS} columns`;
    parts += columns + emphasis + marks - opening + bars + other;
    if (!BLOCK.test(line)) continue;
    const containers = RULE.test(line) ? '' : (CONTAINERS.exec(line)?.[0] ?? '');
    const depth = containers.replace(/[^>.)+*-]/g, '').length;
    const indent = line.length - line.trimStart().length;
    if (depth > MAX_DEPTH || (depth > 0 && indent > 2 * MAX_DEPTH))
      return `more than ${MAX_DEPTH} blocks inside each other`;
    if (DEFINITION.test(line) && ++definitions > MAX_DEFINITIONS)
      return `more than ${MAX_DEFINITIONS} notes or link definitions`;
    if (DELIMITERS.test(line)) columns = Math.max(columns, bars);
    parts += 1 + 2 * depth + (indent >> 1);
  }
  return parts > MAX_PARTS ? `more than ${MAX_PARTS} marks, cells and lines of Markdown` : null;
}
