/** Blocks in blocks (`> > >`, `- - -`) on one line: beyond this nobody reads and a parser's stack may end. */
const MAX_DEPTH = 60;
/** Marks of emphasis in one block: the time to pair them grows with the square of their number. */
const MAX_EMPHASIS = 4000;
/** Other marks that open something in one block. */
const MAX_MARKS = 6000;
/** Notes and link definitions in one file: each is compared with the others. */
const MAX_DEFINITIONS = 1000;
/** Columns of a table: each row is filled up to the number of the widest. */
const MAX_COLUMNS = 500;
/** Lines of one block, and characters of a file: ten times the longest articles seen. */
const MAX_LINES = 5000;
const MAX_LENGTH = 8_000_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const RULE = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;
const DEFINITION = /^\s{0,3}\[[^\]]{1,999}\]:/;
const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;

/**
 * Says what makes a text unfit for the Markdown parser, or null where it is fit. A cheap look ahead in linear time:
 * parsing is quadratic in some marks and recursive in some others, and scraped files hold whatever they hold.
 */
export function beyondLimits(text: string): string | null {
  if (text.length > MAX_LENGTH) return `${text.length} characters`;
  let emphasis = 0;
  let marks = 0;
  let count = 0;
  let definitions = 0;
  let fence = '';
  for (const line of text.split('\n')) {
    const [whole, ticks, tildes] = FENCE.exec(line) ?? [];
    if (fence !== '') {
      if (whole?.trim().startsWith(fence)) fence = '';
      continue;
    }
    if (whole !== undefined) fence = ticks ?? tildes ?? '';
    const containers = RULE.test(line) ? '' : (CONTAINERS.exec(line)?.[0] ?? '');
    if (containers.replace(/[^>.)+*-]/g, '').length > MAX_DEPTH)
      return `more than ${MAX_DEPTH} blocks inside each other`;
    if (line.trim() === '') {
      emphasis = 0;
      marks = 0;
      count = 0;
      continue;
    }
    if (DEFINITION.test(line) && ++definitions > MAX_DEFINITIONS)
      return `more than ${MAX_DEFINITIONS} notes or link definitions`;
    let bars = 0;

    for (let index = 0; index < line.length; index++) {
      const code = line.charCodeAt(index);
      if (code === 42 || code === 95 || code === 126) emphasis++;
      else if (code === 124) bars++;
      else if (code === 91 || code === 93 || code === 60 || code === 96 || code === 64) marks++;
    }
    if (emphasis > MAX_EMPHASIS) return `more than ${MAX_EMPHASIS} marks of emphasis in one block`;
    if (marks > MAX_MARKS) return `more than ${MAX_MARKS} brackets in one block`;
    if (bars > MAX_COLUMNS) return `more than ${MAX_COLUMNS} columns`;
    if (++count > MAX_LINES) return `more than ${MAX_LINES} lines in one block`;
  }
  return null;
}
