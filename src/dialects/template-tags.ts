import { info } from '../report.ts';
import type { Edit, Source } from './source.ts';

/** A tag of a template language in a text. */
export interface Tag {
  name: string;
  /** All that stands behind the name. */
  rest: string;
  /** Words behind the name, without quotes. */
  words: string[];
  /** `name=value` and `name="value"` behind the name. */
  named: Readonly<Record<string, string>>;
  /** White space before the tag on its line, where nothing else stands there. */
  indent: string;
}

/** How a tag is shown. */
export type TagRule =
  /** The tag alone, as Markdown; null where it is none of ours after all. */
  | { kind: 'inline'; show(tag: Tag): string | null }
  /** What begins and what ends it, as Markdown. */
  | { kind: 'block'; open(tag: Tag): string; close(tag: Tag): string }
  /** All of it, with what stands between as it is. */
  | { kind: 'verbatim'; show(tag: Tag, content: string): string };

/** A template language: how its tags look and what they mean. */
export interface TagLanguage {
  /** What its tags are called in reports. */
  label: string;
  /** A tag, with the flags `d` and `g`; group 1 is an end's sign or empty, group 2 the name, group 3 the rest. */
  pattern: RegExp;
  /** The name of the tag that this one ends, or null. */
  ends(sign: string, name: string): string | null;
  rules: Readonly<Record<string, TagRule>>;
}

interface Found extends Tag {
  from: number;
  to: number;
  /** The name of the tag that it ends, or null. */
  ends: string | null;
}

/** Turns the tags of a template language into Markdown. What is not known stays as text, with a line that counts it. */
export function readTags(source: Source, language: TagLanguage): void {
  const tags = tagsOf(source, language);
  const edits: Edit[] = [];
  const unknown = new Map<string, { count: number; line: number }>();
  const unclosed = closings(tags);
  // Where the text of a verbatim tag ends: no tag in it counts.
  let shut = -1;
  for (const tag of tags) {
    if (tag.from < shut) continue;
    const opener = tag.ends === null ? tag : unclosed.opener.get(tag);
    const rule = opener && rulesOf(language, opener.name);
    const closing = unclosed.closing.get(tag);
    const fresh =
      !rule || !opener
        ? null
        : tag.ends !== null
          ? rule.kind === 'block'
            ? rule.close(opener)
            : null
          : rule.kind === 'inline'
            ? rule.show(tag)
            : rule.kind === 'block' && closing
              ? rule.open(tag)
              : null;
    if (fresh !== null) edits.push({ from: tag.from, to: tag.to, fresh });
    else if (rule?.kind === 'verbatim' && tag.ends === null && closing) {
      edits.push({
        from: tag.from,
        to: closing.to,
        fresh: rule.show(tag, source.text.slice(tag.to, closing.from)),
      });
      shut = closing.to;
    } else {
      const known = unknown.get(tag.name);
      if (known) known.count++;
      else unknown.set(tag.name, { count: 1, line: source.lineAt(tag.from) });
    }
  }
  for (const [name, { count, line }] of unknown)
    source.notes.problems.push(
      info(
        'unknown-tag',
        `Unexpected ${language.label} \`${name}\`${count > 1 ? ` (${count} times)` : ''}, expected one that is known here; shown as it stands`,
        line,
      ),
    );
  source.edit(edits);
}

const rulesOf = (language: TagLanguage, name: string): TagRule | undefined =>
  Object.hasOwn(language.rules, name) ? language.rules[name] : undefined;

function tagsOf(source: Source, { pattern, ends }: TagLanguage): Found[] {
  const { text, masked } = source;
  return [...masked.matchAll(pattern)].map((match) => {
    const { index } = match;
    const rest = spanOf(text, match.indices?.[3]).trim();
    const name = match[2] ?? '';
    const [indent = ''] = /[ \t]*$/.exec(text.slice(Math.max(0, index - 40), index)) ?? [];
    const before = text[index - indent.length - 1];
    return {
      name,
      rest,
      ...argumentsOf(rest),
      indent: before === undefined || before === '\n' ? indent : '',
      from: index,
      to: index + match[0].length,
      ends: ends(match[1] ?? '', name),
    };
  });
}

const spanOf = (text: string, span: readonly [number, number] | undefined): string =>
  span ? text.slice(...span) : '';

const WORD = /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`]+))/g;

function argumentsOf(rest: string): Pick<Tag, 'words' | 'named'> {
  const words: string[] = [];
  const named: Record<string, string> = Object.create(null);
  for (const [, name, double, single, back, bare] of rest.matchAll(WORD)) {
    const value = (double ?? single ?? back ?? bare ?? '').replace(/\\(["'])/g, '$1');
    if (name === undefined) words.push(value);
    else named[name] = value;
  }
  return { words, named };
}

/** Pairs what begins with what ends it, the innermost first. */
function closings(tags: readonly Found[]) {
  const closing = new Map<Found, Found>();
  const opener = new Map<Found, Found>();
  const open = new Map<string, Found[]>();
  for (const tag of tags) {
    if (tag.ends === null) {
      const list = open.get(tag.name);
      if (list) list.push(tag);
      else open.set(tag.name, [tag]);
      continue;
    }
    const begin = open.get(tag.ends)?.pop();
    if (!begin) continue;
    closing.set(begin, tag);
    opener.set(tag, begin);
  }
  return { closing, opener };
}
