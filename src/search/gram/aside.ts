import type { Aside } from './answer.ts';
import type { Filters } from './filters.ts';
import { fold } from './fold.ts';
import { exactly, parseQuery } from './language.ts';
import type { OpenIndex } from './open-index.ts';
import { likelyWord } from './spelling.ts';
import { verify } from './verify.ts';

/** Pages read from either end for the first and the last mention. */
const MENTION_PAGES = 5;
/** Words of a query that other spellings are looked for. */
const MOST_SUGGESTIONS = 3;

/** What is told beside the hits of a search. It reads a few pages and chunks more, so it is asked for once the hits stand. */
export async function asideOf(
  index: OpenIndex,
  input: string,
  filters: Filters,
  signal?: AbortSignal,
): Promise<Aside> {
  const [mentions, wider, suggestions] = await Promise.all([
    mentionsOf(index, input, filters, signal),
    widerOf(index, input, filters),
    suggestionsOf(index, input),
  ]);
  signal?.throwIfAborted();
  return { wider, suggestions, ...mentions };
}

/** The first and the last article that a query finds. */
async function mentionsOf(
  index: OpenIndex,
  input: string,
  filters: Filters,
  signal?: AbortSignal,
): Promise<Pick<Aside, 'first' | 'last'>> {
  const query = parseQuery(input);
  // Articles without a date are neither first nor last.
  const found = await index.find(query, { ...filters, from: filters.from || '0000' });
  // Mentions are of what was typed as it stands, where any article has that.
  const isLiteral = found.literal !== null && found.literal.documents.length > 0;
  const { documents, searchable } = (isLiteral && found.literal) || found.words;
  if (!searchable) return { first: null, last: null };
  const load = index.pages.loader(filters);
  const matcher = await index.matcher(query);
  const mention = async (order: Uint32Array): Promise<Aside['first']> => {
    for (const document of order.subarray(0, MENTION_PAGES)) {
      signal?.throwIfAborted();
      const [loaded] = await load([document], signal);
      const match = loaded ? verify(loaded.page, query, matcher) : null;
      if (loaded && match && (!isLiteral || match.group === 'literal'))
        return { ...loaded.place, title: match.title };
    }
    return null;
  };
  const [first, last] = await Promise.all([mention(documents), mention(documents.toReversed())]);
  return { first, last };
}

/** What a query of one word finds where it may stand inside of others. */
async function widerOf(index: OpenIndex, input: string, filters: Filters): Promise<Aside['wider']> {
  const { all, none, words } = parseQuery(input);
  const [word] = words;
  if (!word || all.length > 1 || none.length > 0) return null;
  const query = exactly(input.slice(word.from, word.end));
  const [own, others] = await Promise.all([
    index.candidates(input, filters),
    index.candidates(query, filters),
  ]);
  const total = others.documents.length;
  return total > own.documents.length ? { query, total, exact: others.exact } : null;
}

/** The query with a word spelled as the archive has it. */
async function suggestionsOf(index: OpenIndex, input: string): Promise<Aside['suggestions']> {
  const { words } = parseQuery(input);
  const found = await Promise.all(
    words.slice(0, MOST_SUGGESTIONS).map(async ({ from, end }) => {
      const typed = fold(input.slice(from, end));
      const { documents } = await index.candidates(typed);
      const text = await likelyWord(index.files, typed, documents.length);
      return text ? { text, query: input.slice(0, from) + text + input.slice(end) } : [];
    }),
  );
  return found.flat();
}
